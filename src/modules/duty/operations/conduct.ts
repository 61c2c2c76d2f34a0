/** Annexes, declarations of compliance, proposals. */
import { fieldError } from '../../../kernel/error.ts';
import { OK } from '../../../kernel/schema.ts';
import { facts } from '../facts.ts';
import { saveRecord } from '../store.ts';
import { asked, create, type H, happenedOn, inHand, onDay, refused, settingOf } from './common.ts';

export const registerAnnex: H<'registerAnnex'> = async (context, { engagementId, occurredOn, ...input }) => {
  const setting = await settingOf(context, engagementId);
  const known = asked(setting.conditions.annexes, '別紙').find(({ annex }) => annex === input.annex);
  if (known === undefined) throw fieldError('annex', '仕様書の別紙を、一覧から選んでください。');
  const on = happenedOn(context, setting, occurredOn);
  const items = [...new Set(input.items)];
  const { annex, title } = known;
  const id = await create(context, 'annex', engagementId, { annex, title, items, on, files: input.files }, input.files);
  facts.record(context, 'annex.registered', {
    engagementId,
    subject: id,
    data: { annex, items: items.length, ...onDay(context, on) },
  });
  return { id };
};

export const declareCompliance: H<'declareCompliance'> = async (context, input) => {
  const { engagementId, clause, others, occurredOn } = input;
  const setting = await settingOf(context, engagementId);
  const known = asked(setting.conditions.compliance, '法令の遵守').find((one) => one.clause === clause);
  if (known === undefined) throw fieldError('clause', '法令の遵守を定める条項を、一覧から選んでください。');
  const on = happenedOn(context, setting, occurredOn);
  const laws = [...new Set([...known.laws, ...others])];
  const id = await create(context, 'compliance', engagementId, { clause, laws, on });
  facts.record(context, 'compliance.declared', { engagementId, subject: id, data: { laws, ...onDay(context, on) } });
  return { id };
};

export const makeProposal: H<'makeProposal'> = async (context, { engagementId, ...input }) => {
  const { objectives } = asked((await settingOf(context, engagementId)).conditions.proposals, '提案');
  if (!objectives.some(({ clause }) => clause === input.objective)) {
    throw fieldError('objective', '提案が役立つ目的を、一覧から選んでください。');
  }
  const body = { ...input, madeOn: context.today, state: 'made', comment: '', decidedOn: null } as const;
  const id = await create(context, 'proposal', engagementId, body, input.files);
  facts.record(context, 'proposal.made', { engagementId, subject: id, data: { objective: input.objective } });
  return { id };
};

export const decideProposal: H<'decideProposal'> = async (context, input) => {
  const { engagementId, approved, comment } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'proposal', input);
  if (entry.state !== 'made') throw refused('この提案は、既に判断されています。');
  if (!approved && comment.trim() === '') throw fieldError('comment', '採用しない理由を入力してください。');
  const state = approved ? 'accepted' : 'declined';
  await saveRecord(context.tx, 'proposal', { ...entry, state, comment, decidedOn: context.today });
  facts.record(context, 'proposal.decided', { engagementId, subject: entry.id, data: { accepted: approved } });
  return OK;
};
