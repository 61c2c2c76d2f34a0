/** Weights and selection. Clauses 9(1)イ【自己点検】-p2, 9【監査対象課】-p1, -p2. */
import { AppError, type FieldProblem } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { Choice, Ranking, Selection } from '../contract/selection.ts';
import { facts } from '../facts.ts';
import { wantedCount } from '../rules/proposal.ts';
import {
  insertSelection,
  insertWeights,
  listSelections,
  lockSelection,
  markNotified,
  type StoredSelection,
} from '../store/decision-store.ts';
import { type H, newestCampaigns } from './common.ts';
import { allWeights, currentWeights, rankingOf } from './ranking-data.ts';

export const getRanking: H<'getRanking'> = (context, { engagementId }) => rankingOf(context, engagementId);

export const listWeights: H<'listWeights'> = async (context, { engagementId }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  return { versions: await allWeights(context, engagementId) };
};

export const changeWeights: H<'changeWeights'> = async (context, { engagementId, number, weights, reason }) => {
  const before = await rankingOf(context, engagementId);
  if (before.weights.number !== number) throw new AppError('record.stale', { current: before.weights });
  await insertWeights(context.tx, engagementId, {
    number: number + 1,
    weights,
    reason,
    changedBy: context.caller.accountId,
    at: context.now,
  });
  facts.record(context, 'weights.changed', {
    engagementId,
    subject: engagementId,
    data: { number: number + 1, weights },
  });
  const after = await rankingOf(context, engagementId);
  return {
    weights: await currentWeights(context, engagementId),
    effect: after.departments.map((department) => {
      const earlier = before.departments.find(({ departmentId }) => departmentId === department.departmentId);
      const { departmentId, departmentName, value, rank } = department;
      const now = { value, rank };
      return {
        departmentId,
        departmentName,
        before: earlier === undefined ? now : { value: earlier.value, rank: earlier.rank },
        after: now,
      };
    }),
  };
};

function selectionView(row: StoredSelection): Selection {
  return {
    id: row.id,
    number: row.number,
    choices: [...row.choices],
    selectedAt: row.selectedAt.toISOString(),
    notifiedAt: row.notifiedAt?.toISOString() ?? null,
  };
}

export const getSelection: H<'getSelection'> = async (context, { engagementId }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const all = await listSelections(context.tx, engagementId);
  const shown = context.caller.party === 'contractor' ? all.filter(({ notifiedAt }) => notifiedAt !== null) : all;
  const [newest, ...earlier] = shown.map(selectionView);
  return { selection: newest ?? null, earlier };
};

export const selectDepartments: H<'selectDepartments'> = async (context, { engagementId, number, choices }) => {
  const { specification } = await context.client(engagementContract).getEngagement({ engagementId });
  const [newest] = await listSelections(context.tx, engagementId);
  if ((newest?.number ?? 0) !== number)
    throw new AppError('record.stale', { current: newest === undefined ? null : selectionView(newest) });
  await checkClosed(context, engagementId);
  const ranking = await rankingOf(context, engagementId);
  const problems: FieldProblem[] = [];
  const wanted = wantedCount(specification);
  if (wanted !== null && choices.length !== wanted)
    problems.push({ path: 'choices', message: `監査対象課は${wanted}課を選んでください。` });
  const chosen = choices.flatMap((input, index): Choice[] => {
    const at = `choices.${index}`;
    if (choices.findIndex(({ departmentId }) => departmentId === input.departmentId) !== index)
      problems.push({ path: `${at}.departmentId`, message: '同じ課が二度選ばれています。' });
    const made = choiceOf(ranking, input);
    if (made === null) {
      problems.push({ path: `${at}.departmentId`, message: 'この課は自己点検の対象でないため選べません。' });
      return [];
    }
    if (made.reason === '')
      problems.push({ path: `${at}.reason`, message: '案にない課を選ぶときは、その理由を入力してください。' });
    return [made];
  });
  if (problems.length > 0) throw new AppError('input.invalid', { fields: problems });
  const id = context.newId();
  await insertSelection(context.tx, {
    id,
    engagementId,
    number: number + 1,
    choices: chosen,
    selectedBy: context.caller.accountId,
    at: context.now,
  });
  facts.record(context, 'departments.selected', {
    engagementId,
    subject: id,
    data: {
      departments: chosen.map(({ departmentId }) => departmentId),
      bureaus: bureausOf(chosen).length,
      reasons: chosen.map(({ reason }) => reason),
      basis: [...new Set(chosen.flatMap(({ basis }) => basis))],
      number: number + 1,
    },
  });
  return { id, number: number + 1, choices: chosen, selectedAt: context.now.toISOString(), notifiedAt: null };
};

/** The decision rests on the results, so nothing may come in any more. */
async function checkClosed(context: Context, engagementId: string): Promise<void> {
  const { check, survey } = await newestCampaigns(context.tx, engagementId);
  if (check?.state !== 'closed' || survey?.state === 'open')
    throw new AppError('state.refused', {
      message: '監査対象課は、自己点検と予備調査の受付を情報セキュリティ担当課が締め切った後に選んでください。',
    });
}

interface ChoiceInput {
  readonly departmentId: string;
  readonly basis: Choice['basis'];
  readonly reason: string;
}

/** The decision with the standing of the day; the product's own reason for what it proposed and nobody reworded. */
function choiceOf(ranking: Ranking, input: ChoiceInput): Choice | null {
  const ranked = ranking.departments.find(({ departmentId }) => departmentId === input.departmentId);
  const known = ranked ?? ranking.unranked.find(({ departmentId }) => departmentId === input.departmentId);
  if (known === undefined) return null;
  const proposed = ranking.proposal.find(({ departmentId }) => departmentId === input.departmentId);
  const typed = input.reason.trim();
  return {
    departmentId: input.departmentId,
    departmentName: known.departmentName,
    bureauId: ranked?.bureauId ?? null,
    bureauName: known.bureauName,
    basis: input.basis,
    reason: typed === '' ? (proposed?.reason ?? '') : typed,
    value: ranked?.value ?? null,
    rank: ranked?.rank ?? null,
    proposed: proposed !== undefined,
  };
}

const bureausOf = (choices: readonly Choice[]): string[] => [
  ...new Set(choices.flatMap(({ bureauId }) => bureauId ?? [])),
];

export const notifyContractor: H<'notifyContractor'> = async (context, { selectionId }) => {
  const { engagementId } = await lockSelection(context.tx, selectionId);
  const [newest] = await listSelections(context.tx, engagementId);
  if (newest?.id !== selectionId)
    throw new AppError('state.refused', { message: '新しい決定があります。一番新しい決定を通知してください。' });
  if (newest.notifiedAt !== null)
    throw new AppError('state.refused', { message: 'この決定は、既に受託者に通知しています。' });
  await markNotified(context.tx, selectionId, context.now);
  facts.record(context, 'departments.notified', {
    engagementId,
    subject: selectionId,
    data: {
      departments: newest.choices.map(({ departmentId }) => departmentId),
      bureaus: bureausOf(newest.choices),
    },
  });
  return { ...selectionView(newest), notifiedAt: context.now.toISOString() };
};
