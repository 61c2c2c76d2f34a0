/** What members state about themselves: years of practice, expertise, ties to vendors. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { fieldError } from '../../../kernel/error.ts';
import type { Handler } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import type { teamContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { insertCareer, insertExpertise, saveVendorTie } from '../store-statements.ts';
import { checkSpeaksFor, happenedOn, settingOf, workingMember } from './common.ts';
import { attach } from './evidence.ts';

type C = typeof teamContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const declareCareer: H<'declareCareer'> = async (context, input) => {
  const { engagementId, memberId, field, years, asOf, evidence, fileId } = input;
  await settingOf(context, engagementId);
  await workingMember(context, engagementId, memberId);
  if (asOf > context.today)
    throw fieldError('asOf', 'まだ来ていない日の年数は登録できません。今日までの日付にしてください。');
  const id = context.newId();
  await attach(context, fileId, id);
  await insertCareer(context.tx, {
    engagement_id: engagementId,
    id,
    member_id: memberId,
    field,
    years,
    as_of: asOf,
    evidence,
    file_id: fileId,
  });
  facts.record(context, 'career.declared', {
    engagementId,
    subject: memberId,
    data: { member: memberId, field, years, asOf },
  });
  return { id };
};

export const declareExpertise: H<'declareExpertise'> = async (context, input) => {
  const { engagementId, memberId, proof, evidence, fileId } = input;
  await settingOf(context, engagementId);
  await workingMember(context, engagementId, memberId);
  const fields = [...new Set(input.fields)];
  const id = context.newId();
  await attach(context, fileId, id);
  await insertExpertise(context.tx, {
    engagement_id: engagementId,
    id,
    member_id: memberId,
    fields,
    proof,
    evidence,
    declared_on: context.today,
    file_id: fileId,
  });
  facts.record(context, 'expertise.declared', {
    engagementId,
    subject: memberId,
    data: { member: memberId, fields, evidence: proof },
  });
  return { id };
};

export const declareVendorTies: H<'declareVendorTies'> = async (context, input) => {
  const { engagementId, memberId, tied, vendors } = input;
  const setting = await settingOf(context, engagementId);
  const day = happenedOn(context, setting, input.occurredOn);
  checkSpeaksFor(context, await workingMember(context, engagementId, memberId));
  if (tied && vendors.trim() === '') {
    throw fieldError('vendors', '利害関係のある事業者の名称と、その内容を入力してください。');
  }
  await saveVendorTie(context.tx, {
    engagement_id: engagementId,
    member_id: memberId,
    tied,
    vendors,
    declared_on: day,
  });
  facts.record(context, 'independence.declared', {
    engagementId,
    subject: memberId,
    data: {
      member: memberId,
      departments: [],
      involved: tied,
      vendors: tied,
      ...(day === context.today ? {} : { occurredOn: day }),
    },
  });
  return OK;
};
