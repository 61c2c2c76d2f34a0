/** Proposals of items for next year: computed, issued, decided, put into the draft of the form. */
import { copyInto } from '../../../core/assessment/index.ts';
import { type FormItem, questionnaireItems } from '../../../core/content-schema/index.ts';
import type { InputOf } from '../../../kernel/contract.ts';
import { AppError, type FieldProblem } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { questionnaireContract } from '../../questionnaire/contract.ts';
import type { ItemProposalView, ProposalRound } from '../contract/proposals.ts';
import { facts } from '../facts.ts';
import { areaRows, GUIDELINE, MY_NUMBER } from '../rules/areas.ts';
import { itemRows } from '../rules/distribution.ts';
import { proposeItems as propose } from '../rules/item-proposals.ts';
import { insertRound, listRounds, lockRound, type StoredRound, updateRound } from '../store/rounds.ts';
import { type H, shipped } from './common.ts';
import { doubtsOf, standingFindings } from './doubting.ts';
import { isMyNumber, type Material, materialOf } from './material.ts';
import { yearsOf } from './viewing.ts';

type Edit = InputOf<typeof questionnaireContract, 'buildDraft'>['edits'][number];

const viewOf = (round: StoredRound): ProposalRound => ({
  id: round.id,
  number: round.number,
  campaignId: round.campaignId,
  questionnaireId: round.questionnaireId,
  forFiscalYear: round.forFiscalYear,
  issuedAt: round.issuedAt.toISOString(),
  version: round.version,
  proposals: round.proposals.map((proposal) => ({ ...proposal, decision: round.decisions[proposal.id] ?? null })),
  draftId: round.draftId,
});

export const proposeItems: H<'proposeItems'> = async (context, { campaignId }) => {
  const material = await materialOf(context, campaignId);
  const rounds = await listRounds(context.tx, material.campaign.engagementId);
  return {
    campaign: material.campaign,
    questionnaireId: material.questionnaireId,
    proposals: await proposalsOf(context, material),
    rounds: rounds.filter((round) => round.campaignId === campaignId).map(viewOf),
  };
};

export async function proposalsOf(context: Context, material: Material): Promise<ItemProposalView[]> {
  const { form, sheets, criteria, campaign } = material;
  const { smallestGroup, leastAnswers } = criteria.criteria;
  const rows = itemRows(form, sheets, smallestGroup);
  const years = await yearsOf(context, material);
  const { doubts } = await doubtsOf(context, material);
  const { groups } = await context.client(questionnaireContract).listLibraryItems({});
  const myNumber = isMyNumber(material);
  const kind = myNumber ? 'my-number' : 'self-check';
  const library = groups.filter((group) => group.kind === kind).flatMap(({ items }) => items);
  const areas = areaRows(questionnaireItems(form), rows, myNumber ? MY_NUMBER : GUIDELINE, shipped().standards);
  const proposals = propose({
    form,
    rows,
    before: new Map(
      years.items.flatMap(({ id, rates }) => {
        const before = rates.at(-2) ?? null;
        return before === null ? [] : [[id, before] as const];
      }),
    ),
    contradictions: new Map(
      [...Map.groupBy(doubts, ({ item }) => item)].map(([item, own]) => [
        item,
        new Set(own.map(({ respondentId }) => respondentId)).size,
      ]),
    ),
    grounds: await groundsOf(context, campaign.engagementId),
    library,
    leastAnswers: Math.max(leastAnswers, smallestGroup),
    emptyAreas: areas
      .filter(({ items }) => items === 0)
      .map(({ id, label }) => ({
        label,
        items: groups.filter((group) => group.kind === kind && areaOfGroup(group) === id).flatMap(({ items }) => items),
      })),
  });
  return proposals.map((proposal) => ({ ...proposal, reasons: [...proposal.reasons] }));
}

/** The id of the standard's group to which a group of the library belongs: `ch3`, `c`. */
const areaOfGroup = ({ chapter, measure }: { readonly chapter: number | null; readonly measure: string | null }) =>
  chapter !== null ? `ch${chapter}` : (measure?.split('-')[0] ?? null);

/** On what the findings of the audits rest, and how many on each provision. */
async function groundsOf(context: Context, engagementId: string) {
  const findings = await standingFindings(context, engagementId);
  const grounds = findings.flatMap(({ basis }) => basis);
  return [...Map.groupBy(grounds, ({ standard, provision }) => `${standard} ${provision}`).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { standard, provision, citation } = first;
    return [{ reference: { standard, provision }, citation, findings: same.length }];
  });
}

export const issueItemProposals: H<'issueItemProposals'> = async (context, input) => {
  const { engagementId, campaignId, questionnaireId, forFiscalYear, proposals } = input;
  if (campaignId !== null) {
    const { campaign } = await materialOf(context, campaignId);
    if (campaign.engagementId !== engagementId) throw new AppError('record.missing', { internal: 'campaign' });
  }
  const questionnaires = context.client(questionnaireContract);
  const { form, state } = await questionnaires.getQuestionnaire({ questionnaireId });
  if (state !== 'published')
    throw new AppError('state.refused', { message: '設問の案は、公開した調査票に対して示してください。' });
  const known = new Map(questionnaireItems(form).map((item) => [item.id, item]));
  const library = await libraryItems(context);
  const fields = proposals.flatMap((proposal, index) => problemsOf(proposal, index, proposals, known, library));
  if (fields.length > 0) throw new AppError('input.invalid', { fields });
  const number = ((await listRounds(context.tx, engagementId))[0]?.number ?? 0) + 1;
  const round = await insertRound(context.tx, {
    id: context.newId(),
    engagementId,
    number,
    campaignId,
    questionnaireId,
    forFiscalYear,
    proposals,
    by: context.caller.accountId,
    at: context.now,
  });
  const of = (kind: ItemProposalView['kind']) => proposals.filter((one) => one.kind === kind).length;
  facts.record(context, 'check-items.proposed', {
    engagementId,
    subject: round.id,
    data: {
      additions: of('add'),
      changes: of('sharpen'),
      removals: of('drop'),
      withoutReason: proposals.filter(({ reasons }) => reasons.every((reason) => reason.trim() === '')).length,
      forFiscalYear,
      ...(campaignId === null ? {} : { analysis: campaignId }),
      questionnaire: questionnaireId,
      number,
    },
  });
  return viewOf(round);
};

async function libraryItems(context: Context): Promise<ReadonlyMap<string, FormItem>> {
  const { groups } = await context.client(questionnaireContract).listLibraryItems({});
  return new Map(groups.flatMap(({ items }) => items).map((item) => [item.id, item]));
}

function problemsOf(
  { id, kind, itemId, section }: ItemProposalView,
  index: number,
  all: readonly ItemProposalView[],
  known: ReadonlyMap<string, FormItem>,
  library: ReadonlyMap<string, FormItem>,
): FieldProblem[] {
  const at = (field: string, message: string): FieldProblem => ({ path: `proposals.${index}.${field}`, message });
  if (all.findIndex((other) => other.id === id) !== index) return [at('id', '同じ案が二度あります。')];
  if (kind !== 'add')
    return itemId !== null && known.has(itemId) ? [] : [at('itemId', 'この設問は調査票にありません。')];
  if (itemId === null) return [];
  if (known.has(itemId)) return [at('itemId', 'この設問は、既に調査票にあります。')];
  if (!library.has(itemId)) return [at('itemId', 'この設問は設問集にありません。')];
  return section === null ? [at('section', '入れる分類を選んでください。')] : [];
}

export const decideItemProposals: H<'decideItemProposals'> = async (context, { roundId, version, decisions }) => {
  const round = await lockRound(context.tx, roundId);
  if (round.version !== version) throw new AppError('record.stale', { current: viewOf(round) });
  if (round.draftId !== null)
    throw new AppError('state.refused', {
      message: 'この案は、既に調査票に入れています。続きは調査票の画面で直してください。',
    });
  const known = new Map(round.proposals.map((proposal) => [proposal.id, proposal]));
  const fields = decisions.flatMap(({ id, accepted, note, question }, index): FieldProblem[] => {
    const proposal = known.get(id);
    const at = (field: string, message: string): FieldProblem => ({ path: `decisions.${index}.${field}`, message });
    if (proposal === undefined) return [at('id', 'この案はありません。画面を開き直してください。')];
    if (!accepted) return note.trim() === '' ? [at('note', '採らない理由を入力してください。')] : [];
    if (proposal.kind === 'sharpen' && !question.endsWith('か。'))
      return [at('question', '改めた後の設問を、「か。」で終わる文で入力してください。')];
    return [];
  });
  if (fields.length > 0) throw new AppError('input.invalid', { fields });
  const decided = Object.fromEntries(
    decisions.map(({ id, accepted, note, question, meaningChanged }) => [
      id,
      { accepted, note: note.trim(), question: question === '' ? null : question, meaningChanged },
    ]),
  );
  const updated = await updateRound(context.tx, roundId, { decisions: { ...round.decisions, ...decided } });
  facts.record(context, 'check-items.decided', {
    engagementId: round.engagementId,
    subject: roundId,
    data: {
      accepted: decisions.filter(({ accepted }) => accepted).length,
      declined: decisions.filter(({ accepted }) => !accepted).length,
    },
  });
  return viewOf(updated);
};

export const applyItemProposals: H<'applyItemProposals'> = async (context, { roundId, version, title }) => {
  const round = await lockRound(context.tx, roundId);
  if (round.version !== version) throw new AppError('record.stale', { current: viewOf(round) });
  if (round.draftId !== null) throw new AppError('state.refused', { message: 'この案は、既に調査票に入れています。' });
  const open = round.proposals.filter(({ id }) => round.decisions[id] === undefined);
  if (open.length > 0)
    throw new AppError('state.refused', {
      message: `採るかどうかを決めていない案が${open.length}件あります。全ての案を決めてから、調査票に入れてください。`,
    });
  const accepted = round.proposals.filter(({ id }) => round.decisions[id]?.accepted === true);
  if (accepted.length === 0)
    throw new AppError('state.refused', {
      message: '採ることにした案がありません。調査票は、そのまま次の版を作れます。',
    });
  const questionnaires = context.client(questionnaireContract);
  const { questionnaireId, forFiscalYear } = round;
  const draft = await questionnaires.startNextEdition({ questionnaireId, fiscalYear: forFiscalYear, title });
  const { form } = await questionnaires.getQuestionnaire({ questionnaireId: draft.id });
  const library = await libraryItems(context);
  const known = new Map(questionnaireItems(form).map((item) => [item.id, item]));
  const left: { id: string; why: string }[] = [];
  const edits = accepted.flatMap(({ id, kind, itemId, section }): Edit[] => {
    const item = itemId === null ? undefined : (known.get(itemId) ?? library.get(itemId));
    if (itemId === null || item === undefined) {
      left.push({ id, why: '設問集に当たる設問がないため、調査票の画面で新しく作ってください。' });
      return [];
    }
    if (kind === 'drop') return [{ kind: 'remove-item', item: itemId }];
    if (kind === 'add') {
      const place = form.sections.find((one) => one.id === section) ?? form.sections.at(-1);
      return place === undefined ? [] : [{ kind: 'add-item', section: place.id, item: copyInto(form, item) }];
    }
    const { question, meaningChanged } = round.decisions[id] ?? { question: null, meaningChanged: true };
    return [{ kind: 'change-item', item: { ...item, question: question ?? item.question }, meaningChanged }];
  });
  if (edits.length > 0) await questionnaires.buildDraft({ questionnaireId: draft.id, version: draft.version, edits });
  const updated = await updateRound(context.tx, roundId, { draftId: draft.id });
  facts.record(context, 'check-items.adopted', {
    engagementId: round.engagementId,
    subject: roundId,
    data: { questionnaire: draft.id, items: edits.length },
  });
  return { ...viewOf(updated), left };
};
