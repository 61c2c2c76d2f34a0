/** What the city says reaches every member concerned through the lead. Clause 8(1)-p2. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Handler } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import type { teamContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { insertInstruction, insertReading, listInstructions as listRows, listMembers, listReadings } from '../store.ts';
import { checkSpeaksFor, happenedOn, settingOf } from './common.ts';

type C = typeof teamContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const issueInstruction: H<'issueInstruction'> = async (context, input) => {
  const { engagementId, title, body, channel } = input;
  const setting = await settingOf(context, engagementId);
  const day = happenedOn(context, setting, input.occurredOn);
  const active = (await listMembers(context.tx, engagementId)).filter((member) => member.state === 'active');
  const lead = active.find((member) => member.is_lead);
  const role = setting.conditions?.lead?.role;
  if (lead === undefined && role !== undefined) {
    throw new AppError('state.refused', {
      message: `${role}が選任されていません。業務責任者が${role}を選任してから記録してください。`,
    });
  }
  const members = [...new Set(input.members)];
  if (!members.every((wanted) => active.some((member) => member.id === wanted))) {
    throw fieldError('members', '今の体制に入っている担当者だけを選んでください。');
  }
  // Everything goes through the lead, so the lead is always among those who must read it.
  if (lead !== undefined && !members.includes(lead.id)) members.unshift(lead.id);
  const id = context.newId();
  await insertInstruction(context.tx, {
    engagement_id: engagementId,
    id,
    title,
    body,
    channel,
    issued_on: day,
    members,
  });
  facts.record(context, 'instruction.issued', {
    engagementId,
    subject: id,
    data: { members, channel, ...(day === context.today ? {} : { occurredOn: day }) },
  });
  return { id };
};

export const confirmInstruction: H<'confirmInstruction'> = async (context, input) => {
  const { engagementId, instructionId, memberId } = input;
  await settingOf(context, engagementId);
  const instruction = (await listRows(context.tx, engagementId)).find(({ id }) => id === instructionId);
  if (instruction === undefined) throw new AppError('record.missing', { internal: 'team_instruction' });
  const member = (await listMembers(context.tx, engagementId)).find((row) =>
    memberId === undefined
      ? row.state === 'active' && row.account_id === context.caller.accountId
      : row.id === memberId,
  );
  if (member === undefined || !instruction.members.includes(member.id)) {
    throw new AppError('permission.refused', { message: 'この指示の宛先に入っていないため、確認は要りません。' });
  }
  checkSpeaksFor(context, member);
  if (await insertReading(context.tx, instructionId, member.id, context.now)) {
    facts.record(context, 'instruction.read', { engagementId, subject: instructionId, data: { member: member.id } });
  }
  return OK;
};

export const listInstructions: H<'listInstructions'> = async (context, { engagementId }) => {
  await settingOf(context, engagementId);
  const rows = await listRows(context.tx, engagementId);
  const readings = await listReadings(context.tx, engagementId);
  return {
    instructions: rows.map((row) => ({
      id: row.id,
      title: row.title,
      body: row.body,
      channel: row.channel,
      issuedOn: row.issued_on,
      readings: row.members.map((memberId) => ({
        memberId,
        readAt:
          readings
            .find((reading) => reading.instruction_id === row.id && reading.member_id === memberId)
            ?.read_at.toISOString() ?? null,
      })),
    })),
  };
};
