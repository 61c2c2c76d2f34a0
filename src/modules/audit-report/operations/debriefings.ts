/** Material for the meeting at which the results are explained: drafted from the findings, completed with cases. */
import { isCity } from '../../../kernel/caller.ts';
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { assuranceIn } from '../../../documents/index.ts';
import { changedOf } from '../../../kernel/record-store.ts';
import { dayOfEvent, engagementOf } from '../../engagement/contract.ts';
import { meetingsContract } from '../../meetings/contract.ts';
import { OVERALL } from '../labels.ts';
import { debriefingDraft } from '../rules/debriefing-text.ts';
import { type DebriefingRecord, debriefings } from '../store/stores.ts';
import { facts, type H, planOf, type ProgrammeInUse, programmeOf, programmesOf } from './common.ts';
import { collect } from './material.ts';

export function debriefingAsked({ programme }: ProgrammeInUse) {
  if (programme.debriefing === null)
    throw refuse('この手順では、監査報告会の資料を作りません。手順の画面で、報告会を行うかどうかを確かめてください。');
  return programme.debriefing;
}

export const debriefingView = ({ id, programmeId, targetId, state, version, content }: DebriefingRecord) => ({
  ...content,
  ...{ id, programmeId, targetId, state, version },
});

export const listDebriefings: H<'listDebriefings'> = async (context, { engagementId }) => {
  await engagementOf(context, engagementId);
  const all = await debriefings.list(context.tx, { engagementId });
  const { targets } = await planOf(context).listTargets({ engagementId });
  const found = [];
  for (const { id: programmeId, programme } of await programmesOf(context, engagementId)) {
    const { debriefing } = programme;
    if (debriefing === null) continue;
    const own =
      debriefing.per === 'programme'
        ? [null]
        : targets.filter((one) => one.programmeId === programmeId && one.state === 'handed-over');
    for (const target of own) {
      const saved = all.find((one) => one.programmeId === programmeId && one.targetId === (target?.id ?? null));
      if (!shown(context, saved)) continue;
      found.push({
        programmeId,
        programme: programme.title,
        targetId: target?.id ?? null,
        target: target?.name ?? null,
        title: saved?.content.title ?? debriefing.title,
        casesAtLeast: debriefing.casesAtLeast,
        saved: saved === undefined ? null : debriefingView(saved),
      });
    }
  }
  return { debriefings: found };
};

/** What is not complete is the contractor's own. */
export const shown = (context: Context, saved: DebriefingRecord | undefined): boolean =>
  !isCity(context.caller) || saved?.state === 'prepared';

export async function findDebriefing(
  context: Context,
  { id: programmeId, engagementId }: ProgrammeInUse,
  targetId: string | null,
): Promise<DebriefingRecord | undefined> {
  const all = await debriefings.list(context.tx, { engagementId });
  return all.find((one) => one.programmeId === programmeId && one.targetId === targetId);
}

export const getDebriefing: H<'getDebriefing'> = async (context, { programmeId, targetId }) => {
  const inUse = await programmeOf(context, programmeId);
  const asked = debriefingAsked(inUse);
  const saved = await findDebriefing(context, inUse, targetId);
  if (!shown(context, saved)) throw new AppError('record.missing', { internal: 'debriefing not complete' });
  const material = await collect(context, inUse, targetId);
  return {
    saved: saved === undefined ? null : debriefingView(saved),
    draft: {
      title: asked.title,
      audience: '監査を受けた所属の職員',
      meetingId: null,
      sections: asked.contents.map((title) => ({ title, text: debriefingDraft(title, material) })),
      cases: [],
    },
    casesAtLeast: asked.casesAtLeast,
    missing: saved === undefined ? [] : missingIn(saved, inUse),
  };
};

function missingIn({ content }: DebriefingRecord, inUse: ProgrammeInUse): string[] {
  const { contents, casesAtLeast } = debriefingAsked(inUse);
  const written = new Set(content.sections.filter(({ text }) => text.trim() !== '').map(({ title }) => title));
  return [
    ...contents.filter((title) => !written.has(title)).map((title) => `「${title}」`),
    ...(content.cases.length < casesAtLeast ? [`他の自治体の事例（${casesAtLeast}件以上）`] : []),
  ];
}

export const saveDebriefing: H<'saveDebriefing'> = async (context, { programmeId, targetId, version, ...written }) => {
  const inUse = await programmeOf(context, programmeId);
  const asked = debriefingAsked(inUse);
  const { engagementId } = inUse;
  if ((asked.per === 'target') !== (targetId !== null))
    throw fieldError(
      'targetId',
      asked.per === 'target'
        ? 'この資料は対象ごとに作ります。対象を選んでください。'
        : 'この資料は手順に一つ作ります。',
    );
  if (written.meetingId !== null)
    await context.client(meetingsContract).getMeeting({ engagementId, meetingId: written.meetingId });
  for (const [index, { text }] of written.sections.entries()) {
    const found = inUse.programme.assurance === 'advice' ? assuranceIn(text) : null;
    if (found !== null)
      throw fieldError(`sections.${index}.text`, `「${found.found}」：${found.reason}${found.suggestion}`);
  }
  // What was complete is a draft again until somebody completes the new text.
  const content = { ...written, preparedOn: null };
  const saved = await findDebriefing(context, inUse, targetId);
  if (saved === undefined) {
    const made = await debriefings.insert(context, {
      ...{ engagementId, programmeId, targetId, state: 'draft', position: 1, content },
    });
    return changedOf(made);
  }
  if (version === null) throw new AppError('record.stale', { current: debriefingView(saved) });
  const held = await debriefings.take(context.tx, saved.id, version);
  return changedOf(await debriefings.save(context.tx, held, { state: 'draft', content }));
};

export const prepareDebriefing: H<'prepareDebriefing'> = async (context, { debriefingId, version, occurredOn }) => {
  const held = await debriefings.take(context.tx, debriefingId, version);
  const inUse = await programmeOf(context, held.programmeId);
  const missing = missingIn(held, inUse);
  if (missing.length > 0)
    throw refuse(`${missing.join('、')}が書かれていません。書いて保存してから完成としてください。`);
  const day = await dayOfEvent(context, held.engagementId, occurredOn);
  const saved = await debriefings.save(context.tx, held, { state: 'prepared', content: { preparedOn: day } });
  facts.record(context, 'debriefing.prepared', {
    engagementId: held.engagementId,
    subject: held.id,
    data: {
      type: inUse.programme.recordType,
      target: held.targetId ?? OVERALL,
      contents: held.content.sections.filter(({ text }) => text.trim() !== '').map(({ title }) => title),
      cases: held.content.cases.length,
      occurredOn: day,
    },
  });
  return changedOf(saved);
};
