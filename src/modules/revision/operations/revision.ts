/** One step over standards, audits and forms. */
import { questionnaireItems } from '../../../core/content-schema/index.ts';
import { mayUse } from '../../../kernel/caller.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Context } from '../../../kernel/module.ts';
import { auditContract } from '../../audit/contract.ts';
import { questionnaireContract } from '../../questionnaire/contract.ts';
import { selfCheckContract } from '../../self-check/contract.ts';
import { standardsContract } from '../../standards/contract.ts';
import type { revisionContract } from '../contract.ts';

type Contract = typeof revisionContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function previewRevision(context: Context, input: In<'previewRevision'>): Out<'previewRevision'> {
  const { engagementId } = input;
  const { code, moves, state } = await context.client(standardsContract).getRevision(input);
  const changed = new Set(moves.filter((move) => move.changed).map(({ from }) => from));
  // Once it is applied, the checks cite the new edition already: what was done is told instead.
  const provisions = state === 'applied' ? [] : moves.map(({ from }) => from);
  const { checks } = await context.client(auditContract).listChecksCiting({ engagementId, standard: code, provisions });
  return {
    checks: checks.map(({ open, ...check }) => ({
      ...check,
      effect: open ? (check.provisions.some((one) => changed.has(one)) ? 'reopened' : 'carried') : 'stays',
    })),
    forms: await formsCiting(context, engagementId, code, changed),
  };
}

type Form = OutputOf<Contract, 'previewRevision'>['forms'][number];

/** Forms with items that cite a provision that changed. They and their answers stay; the next edition is to be reworded. */
async function formsCiting(
  context: Context,
  engagementId: string,
  code: string,
  changed: ReadonlySet<string>,
): Promise<Form[]> {
  if (changed.size === 0) return [];
  const questionnaires = context.client(questionnaireContract);
  const campaigns = mayUse(selfCheckContract, 'campaign.read', context.caller)
    ? (await context.client(selfCheckContract).listCampaigns({ engagementId })).campaigns
    : [];
  const forms: Form[] = [];
  for (const { id, title, edition, state } of (await questionnaires.listQuestionnaires({})).questionnaires) {
    const { form } = await questionnaires.getQuestionnaire({ questionnaireId: id });
    const items = questionnaireItems(form).flatMap((item) => {
      const provisions = item.references
        .filter(({ standard, provision }) => standard === code && changed.has(provision))
        .map(({ provision }) => provision);
      return provisions.length === 0 ? [] : [{ number: item.number, question: item.question, provisions }];
    });
    if (items.length === 0) continue;
    const asked = campaigns.filter(({ questionnaireId }) => questionnaireId === id);
    const answered = asked.reduce((sum, campaign) => sum + campaign.answered, 0);
    forms.push({ questionnaireId: id, title, edition, state, items, campaigns: asked.length, answered });
  }
  return forms;
}

export async function applyRevision(context: Context, input: In<'applyRevision'>): Out<'applyRevision'> {
  const { engagementId, revisionId } = input;
  const { code, edition, moves } = await context.client(standardsContract).switchEdition(input);
  return context.client(auditContract).carryChecks({ engagementId, standard: code, revisionId, edition, moves });
}

export async function undoRevision(context: Context, input: In<'undoRevision'>): Out<'undoRevision'> {
  const { engagementId, revisionId } = input;
  await context.client(standardsContract).switchBack(input);
  return context.client(auditContract).restoreChecks({ engagementId, revisionId });
}
