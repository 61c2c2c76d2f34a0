/** A self-check of the year: items proposed, form published, answered, analysed, and what is proposed for the next year. */
import type { Step } from '../../../src/cli/year/year.ts';
import { analysisContract } from '../../../src/modules/analysis/contract.ts';
import { questionnaireContract } from '../../../src/modules/questionnaire/contract.ts';
import { selfCheckContract } from '../../../src/modules/self-check/contract.ts';
import { sectionsOf } from './cast.ts';
import type { ProposedItem, SelfCheckData } from './data.ts';
import { type Play, step } from './play.ts';

export function selfCheck(play: Play): Step[] {
  const { world, data, keep, get, engagement } = play;
  const plan = data.selfCheck;
  if (plan === undefined) return [];
  const office = () => world.as('office', selfCheckContract);
  return [
    step(plan.proposed, '点検項目の追加・見直しを提案する', () =>
      propose(play, plan.before, { campaign: null, year: plan.fiscalYear, round: 'before' }),
    ),
    step(plan.decided, '点検項目を決め、調査票を公開する', () => decide(play, plan)),
    step(plan.opened, '自己点検を各課に配る', async () => {
      const { id } = await office().openCampaign({
        ...engagement(),
        questionnaireId: get('self-check:form'),
        departments: sectionsOf(data).map(({ key }) => get(`department:${key}`)),
        opens: plan.opened.slice(0, 10),
        due: plan.due,
        message: '課で行っている対策の状況を、事実のとおりに答えてください。',
      });
      keep('self-check:campaign', id);
    }),
    step(plan.answered, '各課が自己点検に答える', () => answer(play, plan)),
    step(plan.closed, '自己点検を締め切り、結果を引き渡す', async () => {
      const campaignId = get('self-check:campaign');
      const { campaign } = await office().getProgress({ campaignId });
      const { version } = await office().closeCampaign({ campaignId, version: campaign.version });
      await office().deliverResults({ campaignId, version });
    }),
    step(plan.analysed, '点検の結果を分析する', async () => {
      const campaignId = get('self-check:campaign');
      await world.as('lead', analysisContract).recordAnalysis({ campaignId, number: 0, summary: plan.summary });
    }),
    step(plan.nextYear, '翌年度の点検項目の見直し案を示す', () =>
      propose(play, plan.after, {
        campaign: get('self-check:campaign'),
        year: plan.fiscalYear + 1,
        round: 'after',
      }),
    ),
  ];
}

/** The form that ships with the product, as the city's form of the year before: what proposals are made about. */
async function baseForm({ world, keep, get }: Play, plan: SelfCheckData): Promise<string> {
  try {
    return get('self-check:form');
  } catch {
    const office = world.as('office', questionnaireContract);
    const draft = await office.importFromContent({ content: 'self-check-2026' });
    await office.publish({ questionnaireId: draft.id, version: draft.version });
    const edition = await office.startNextEdition({
      questionnaireId: draft.id,
      fiscalYear: plan.fiscalYear - 1,
      title: '前年度の自己点検',
    });
    await office.publish({ questionnaireId: edition.id, version: edition.version });
    keep('self-check:form', edition.id);
    return edition.id;
  }
}

async function propose(
  play: Play,
  items: readonly ProposedItem[],
  { campaign, year, round }: { readonly campaign: string | null; readonly year: number; readonly round: string },
): Promise<void> {
  const { world, data, keep, engagement } = play;
  if (data.selfCheck === undefined) return;
  const questionnaireId = await baseForm(play, data.selfCheck);
  const { form } = await world.as('office', questionnaireContract).getQuestionnaire({ questionnaireId });
  const { groups } = await world.as('lead', questionnaireContract).listLibraryItems({});
  const known = [...form.sections.flatMap((section) => section.items), ...groups.flatMap((group) => group.items)];
  const issued = await world.as('lead', analysisContract).issueItemProposals({
    ...engagement(),
    campaignId: campaign,
    questionnaireId,
    forFiscalYear: year,
    proposals: items.map(({ kind, item, reason, suggestion = null, section = null }) => ({
      id: `${kind}:${item}`,
      kind,
      itemId: item,
      question: known.find(({ id }) => id === item)?.question ?? item,
      reasons: [reason],
      suggestion,
      section,
    })),
  });
  keep(`self-check:${round}`, issued.id);
}

async function decide({ world, keep, get }: Play, plan: SelfCheckData): Promise<void> {
  const office = world.as('office', analysisContract);
  const roundId = get('self-check:before');
  const { version } = await office.decideItemProposals({
    roundId,
    version: 1,
    decisions: plan.before.map(({ kind, item, suggestion = '' }) => ({
      id: `${kind}:${item}`,
      accepted: true,
      question: suggestion,
    })),
  });
  const { draftId } = await office.applyItemProposals({ roundId, version, title: plan.title });
  const forms = world.as('office', questionnaireContract);
  const draft = await forms.getQuestionnaire({ questionnaireId: draftId ?? '' });
  await forms.publish({ questionnaireId: draft.id, version: draft.version });
  keep('self-check:form', draft.id);
}

async function answer({ world, data, get }: Play, plan: SelfCheckData): Promise<void> {
  const campaignId = get('self-check:campaign');
  for (const [index, { key }] of sectionsOf(data).entries()) {
    const staff = world.as(`${key}-staff`, selfCheckContract);
    const departmentId = get(`department:${key}`);
    const { form } = await staff.getSheet({ campaignId, departmentId });
    const open = plan.notDone[index] ?? [];
    await staff.submitResponse({
      campaignId,
      departmentId,
      expectedRevision: 0,
      answers: Object.fromEntries(
        form.sections
          .flatMap(({ items }) => items)
          .map(({ id }) => [id, open.includes(id) ? { value: 'no', reason: plan.why } : { value: 'yes' }]),
      ),
    });
  }
}
