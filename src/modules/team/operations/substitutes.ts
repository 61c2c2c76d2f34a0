/** Who stands in for a member when the unexpected happens. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Handler } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import type { teamContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { findMember } from '../store.ts';
import { saveSubstitute } from '../store-statements.ts';
import { happenedOn, settingOf } from './common.ts';

type C = typeof teamContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const nameSubstitute: H<'nameSubstitute'> = async (context, input) => {
  const { engagementId, memberId, substituteId } = input;
  const setting = await settingOf(context, engagementId);
  if (setting.conditions?.substitutes === undefined) {
    throw new AppError('state.refused', {
      message:
        'この業務委託の仕様書は、担当者に代わる人を定めることを求めていません。担当者の登録だけを行ってください。',
    });
  }
  const day = happenedOn(context, setting, input.occurredOn);
  const member = await findMember(context.tx, engagementId, memberId);
  const substitute = await findMember(context.tx, engagementId, substituteId);
  if (member.state !== 'active') throw fieldError('memberId', '今の体制に入っている担当者を選んでください。');
  if (substitute.state !== 'active') throw fieldError('substituteId', '今の体制に入っている担当者を選んでください。');
  if (memberId === substituteId) throw fieldError('substituteId', '本人とは別の担当者を選んでください。');
  await saveSubstitute(context.tx, {
    engagement_id: engagementId,
    member_id: memberId,
    substitute_id: substituteId,
    named_on: day,
  });
  const lead = setting.conditions.lead?.role;
  facts.record(context, 'substitute.named', {
    engagementId,
    subject: memberId,
    data: {
      member: memberId,
      role: member.is_lead && lead !== undefined ? lead : (member.roles[0] ?? ''),
      substitute: substituteId,
      ...(day === context.today ? {} : { occurredOn: day }),
    },
  });
  return OK;
};
