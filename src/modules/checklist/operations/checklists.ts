/** Checklists in versions: drafted, proposed to the city, agreed or returned, changed with a reason; and the forms that follow. */
import type { Programme } from '../../../core/programme/index.ts';
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import { nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { dayOfEvent, engagementOf } from '../../engagement/contract.ts';
import { type ChecklistRecord, checklists, type ItemRecord, items } from '../store/stores.ts';
import { draftItems, sourcesOf } from './draft.ts';
import { checkAfter, checkDraft, facts, type H, programmeOf, takeChecklist, versionsOf } from './shared.ts';
import { checklistView, countItems, headOf } from './view.ts';

export const listChecklists: H<'listChecklists'> = async (context, { engagementId }) => {
  await engagementOf(context, engagementId);
  const heads = [];
  for (const one of await checklists.list(context.tx, { engagementId })) {
    const rows = await items.list(context.tx, { checklistId: one.id });
    const inScope = rows.filter(({ state }) => state === 'in-scope').length;
    heads.push(headOf(one, await programmeOf(context, one.programmeId), inScope));
  }
  return { checklists: heads };
};

export const getChecklist: H<'getChecklist'> = async (context, { checklistId }) =>
  checklistView(context, await checklists.get(context.tx, checklistId));

export const draftChecklist: H<'draftChecklist'> = async (context, { programmeId, sources }) => {
  const view = await context.client(auditPlanContract).getProgramme({ programmeId });
  const { engagementId, programme } = view;
  if (view.edition === null) throw refuse('監査の手順がまだ公開されていません。手順を公開してから案を作ってください。');
  if (programme.kind === 'focus-theme')
    throw refuse('重点テーマの監査の確認項目は、監査対象課ごとに市と協議して決めます。監査の画面から進めてください。');
  if ((await versionsOf(context, programmeId)).length > 0)
    throw refuse(
      'この手順のチェックリストは既にあります。案は続けて直し、提案したものは新しい版を作って変えてください。',
    );
  const asked = sources ?? sourcesOf(programme.checklists);
  if (asked.length === 0) throw fieldError('sources', '手順に目録が定められていません。目録を選んでください。');
  const contents = await draftItems(context, engagementId, programme, asked);
  if (contents.length === 0)
    throw fieldError('sources', '選んだ目録に、この手順の対象に合う項目がありません。章又は目録を選び直してください。');
  const saved = await checklists.insert(context, {
    ...{ engagementId, programmeId, state: 'draft', position: 1 },
    content: {
      title: titleOf(programme),
      sources: [...asked],
      trends: programme.checklistTerms.trends.map((name) => ({ name, text: '' })),
      ...UNDECIDED,
      lineId: null,
      reason: '',
      forms: [],
    },
  });
  await items.insertAll(
    context,
    contents.map((content, at) => ({
      ...{ engagementId, checklistId: saved.id, state: 'in-scope' as const, position: at + 1 },
      content,
    })),
  );
  return { ...changedOf(saved), items: contents.length };
};

const UNDECIDED = { remark: '', proposedOn: null, agreedOn: null } as const;

function titleOf({ documents, title }: Programme): string {
  return documents.find(({ kind }) => kind === 'checklist')?.title ?? `${title}チェックリスト`;
}

export const saveChecklist: H<'saveChecklist'> = async (context, { checklistId, version, title, trends }) => {
  const checklist = await takeChecklist(context, checklistId, version);
  checkDraft(checklist);
  const names = trends.map(({ name }) => name);
  if (new Set(names).size !== names.length) throw fieldError('trends', '同じ名称の動向が二度書かれています。');
  const saved = await checklists.save(context.tx, checklist, { content: { title, trends } });
  return changedOf(saved);
};

export const proposeChecklist: H<'proposeChecklist'> = async (context, { checklistId, version, occurredOn }) => {
  const checklist = await takeChecklist(context, checklistId, version);
  checkDraft(checklist);
  const rows = await items.list(context.tx, { checklistId });
  checkProposable(rows);
  const day = await dayOfEvent(context, checklist.engagementId, occurredOn);
  const programme = await programmeOf(context, checklist.programmeId);
  const saved = await checklists.save(context.tx, checklist, {
    state: 'proposed',
    content: { proposedOn: day, remark: '' },
  });
  const { leftOut: _leftOut, changed, ...tally } = await countItems(context, saved, programme, rows);
  facts.record(context, 'checklist.drafted', {
    engagementId: saved.engagementId,
    subject: lineOf(saved),
    data: {
      type: programme.recordType,
      version: saved.position,
      ...tally,
      ...(changed === null ? {} : { changed }),
      occurredOn: day,
    },
  });
  return changedOf(saved);
};

function checkProposable(rows: readonly ItemRecord[]): void {
  const used = rows.filter(({ state }) => state === 'in-scope');
  if (used.length === 0) throw refuse('監査項目が一つもありません。項目を加えてから提案してください。');
  const bare = used.filter(({ content }) => content.basis.length === 0);
  const [first] = bare;
  if (first === undefined) return;
  const others = bare.length === 1 ? '' : `など${bare.length}件`;
  throw refuse(
    `「${first.content.title}」${others}の根拠が書かれていません。根拠とする基準の箇所を書いてから提案してください。`,
  );
}

const lineOf = ({ id, content }: ChecklistRecord): string => content.lineId ?? id;

export const agreeChecklist: H<'agreeChecklist'> = async (context, { checklistId, version, occurredOn }) => {
  const checklist = await takeChecklist(context, checklistId, version);
  checkProposed(checklist);
  const day = await dayOfEvent(context, checklist.engagementId, occurredOn);
  checkAfter(day, checklist.content.proposedOn, '提案した日');
  // The agreed version before gives way only now: until then audits go by it.
  for (const old of await versionsOf(context, checklist.programmeId))
    if (old.id !== checklist.id && old.state === 'agreed')
      await checklists.save(context.tx, old, { state: 'superseded' });
  const saved = await checklists.save(context.tx, checklist, { state: 'agreed', content: { agreedOn: day } });
  const { place, own } = await about(context, saved);
  facts.record(context, 'checklist.agreed', { ...place, data: { ...own, occurredOn: day } });
  return changedOf(saved);
};

export const returnChecklist: H<'returnChecklist'> = async (context, { checklistId, version, remark }) => {
  const checklist = await takeChecklist(context, checklistId, version);
  checkProposed(checklist);
  const rows = await items.list(context.tx, { checklistId });
  const remarks = rows.filter(({ content }) => content.remark !== '').length;
  const saved = await checklists.save(context.tx, checklist, { state: 'returned', content: { remark } });
  const { place, own } = await about(context, saved);
  facts.record(context, 'checklist.returned', { ...place, data: { ...own, remarks } });
  return changedOf(saved);
};

export const changeChecklist: H<'changeChecklist'> = async (context, { checklistId, reason }) => {
  const checklist = await takeChecklist(context, checklistId);
  if (checklist.state !== 'proposed' && checklist.state !== 'agreed')
    throw refuse('提案した、又は合意したチェックリストだけを変えられます。案は、そのまま直してください。');
  const all = await versionsOf(context, checklist.programmeId);
  if (all.some(({ state }) => state === 'draft' || state === 'returned'))
    throw refuse('このチェックリストには、既に変更の案があります。その案を開いて続けてください。');
  const newest = all.findLast(({ state }) => state === 'proposed' || state === 'agreed');
  if (newest !== undefined && newest.id !== checklist.id)
    throw refuse('この版より新しい版があります。新しい版を開いてから変えてください。');
  if (checklist.state === 'proposed') await checklists.save(context.tx, checklist, { state: 'superseded' });
  const { engagementId, programmeId, content } = checklist;
  const saved = await checklists.insert(context, {
    ...{ engagementId, programmeId, state: 'draft', position: nextPosition(all) },
    content: { ...content, ...UNDECIDED, lineId: lineOf(checklist), reason, forms: [] },
  });
  const rows = await items.list(context.tx, { checklistId });
  await items.insertAll(
    context,
    rows.map(({ state, position, content: own }) => ({
      ...{ engagementId, checklistId: saved.id, state, position },
      content: { ...own, remark: '' },
    })),
  );
  const { place, own } = await about(context, saved);
  facts.record(context, 'checklist.changed', { ...place, data: { ...own, reason } });
  return changedOf(saved);
};

export const reviseForms: H<'reviseForms'> = async (context, { checklistId, version, documents, note, occurredOn }) => {
  const checklist = await takeChecklist(context, checklistId, version);
  if (checklist.state !== 'proposed' && checklist.state !== 'agreed')
    throw refuse('様式は、提案した、又は合意した監査項目に合わせて直します。先にチェックリストを提案してください。');
  const { checklistTerms } = await programmeOf(context, checklist.programmeId);
  const unknown = documents.find((name) => !checklistTerms.forms.includes(name));
  if (unknown !== undefined)
    throw fieldError('documents', `「${unknown}」は、この手順の様式にありません。様式を選び直してください。`);
  const day = await dayOfEvent(context, checklist.engagementId, occurredOn);
  checkAfter(day, checklist.content.proposedOn, '提案した日');
  const saved = await checklists.save(context.tx, checklist, {
    content: { forms: [...checklist.content.forms, { documents: [...new Set(documents)], on: day, note }] },
  });
  const { place, own } = await about(context, saved);
  facts.record(context, 'audit-forms.revised', {
    ...place,
    data: { ...own, documents: [...new Set(documents)], occurredOn: day },
  });
  return changedOf(saved);
};

function checkProposed({ state }: ChecklistRecord): void {
  if (state === 'proposed') return;
  throw new AppError('state.refused', {
    message: 'このチェックリストは、合意を待つ状態にありません。一覧を開き直して、今の状態を確かめてください。',
  });
}

/** Where a fact about a version belongs: the first version is what the rules of the contract know as the checklist. */
async function about(context: Context, checklist: ChecklistRecord) {
  const { recordType } = await programmeOf(context, checklist.programmeId);
  return {
    place: { engagementId: checklist.engagementId, subject: lineOf(checklist) },
    own: { type: recordType, version: checklist.position },
  };
}
