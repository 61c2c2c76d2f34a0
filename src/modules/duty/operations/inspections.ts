/** Inspections of the contractor by the city. */
import { fieldError } from '../../../kernel/error.ts';
import { OK } from '../../../kernel/schema.ts';
import { facts } from '../facts.ts';
import { saveRecord } from '../store.ts';
import { asked, attachAll, create, type H, happenedOn, inHand, onDay, refused, settingOf } from './common.ts';

export const requestInspection: H<'requestInspection'> = async (context, { engagementId, request }) => {
  await settingOf(context, engagementId);
  const id = await create(context, 'inspection', engagementId, {
    request,
    requestedOn: context.today,
    answeredOn: null,
    answer: '',
    proposedOn: null,
    files: [],
    heldOn: null,
    mode: null,
    reason: null,
    place: null,
    objects: [],
    result: '',
    corrections: '',
    state: 'requested',
  });
  facts.record(context, 'inspection.requested', { engagementId, subject: id, data: {} });
  return { id };
};

export const answerInspection: H<'answerInspection'> = async (context, input) => {
  const { engagementId, answer, proposedOn, files } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'inspection', input);
  if (entry.state !== 'requested') throw refused('この検査の求めには、既に答えています。');
  await attachAll(context, files, entry.id);
  await saveRecord(context.tx, 'inspection', {
    ...entry,
    answer,
    proposedOn,
    files,
    answeredOn: context.today,
    state: 'answered',
  });
  facts.record(context, 'inspection.answered', { engagementId, subject: entry.id, data: {} });
  return OK;
};

export const holdInspection: H<'holdInspection'> = async (context, input) => {
  const { engagementId, mode, reason, place, objects, result, corrections } = input;
  const setting = await settingOf(context, engagementId);
  const inspection = asked(setting.conditions.inspection, '検査');
  const on = happenedOn(context, setting, input.occurredOn);
  const entry = await inHand(context, 'inspection', input);
  if (entry.state === 'requested')
    throw refused('受託者がまだ検査の求めに答えていません。回答の後に記録してください。');
  if (entry.state === 'held') throw refused('この検査の結果は、既に記録しています。');
  const missing = inspection.objects.filter((object) => !objects.includes(object));
  if (missing.length > 0) throw fieldError('objects', `「${missing.join('」「')}」も検査の対象にしてください。`);
  if (mode === '書面' && inspection.paperReasons.length > 0 && !inspection.paperReasons.includes(reason ?? '')) {
    throw fieldError('reason', '書面に替えるには、仕様書の定める理由のいずれかを選んでください。');
  }
  if (mode === '実地' && place === null) throw fieldError('place', '実地検査を行った場所を入力してください。');
  const paper = mode === '書面';
  const outcome = { mode, reason: paper ? reason : null, place: paper ? null : place, objects };
  await saveRecord(context.tx, 'inspection', { ...entry, ...outcome, result, corrections, heldOn: on, state: 'held' });
  facts.record(context, 'inspection.held', {
    engagementId,
    subject: entry.id,
    data: { ...outcome, ...onDay(context, on) },
  });
  return OK;
};
