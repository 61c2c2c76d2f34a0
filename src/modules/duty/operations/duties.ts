/** Everything at once, and the files of the records. */
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { teamContract } from '../../team/contract.ts';
import type { Registers } from '../contract.ts';
import { KINDS } from '../records.ts';
import { overview } from '../overview.ts';
import type { Records } from '../rules.ts';
import { listEverything } from '../store.ts';
import { type H, settingOf } from './common.ts';

/** What the caller may see: the city does not see what the contractor has not yet reported. */
export async function visibleRecords(context: Context, engagementId: string): Promise<Records> {
  const records = await listEverything(context.tx, engagementId);
  if (context.caller.party === 'contractor') return records;
  return {
    ...records,
    incident: records.incident.filter(({ state }) => state !== 'noticed'),
    training: records.training.filter(({ state }) => state !== 'planned'),
  };
}

export const getDuties: H<'getDuties'> = async (context, { engagementId }) => {
  const { profile, conditions } = await settingOf(context, engagementId);
  const records = await visibleRecords(context, engagementId);
  const { members } = await context.client(teamContract).getTeam({ engagementId });
  const lines = overview(records, conditions, {
    today: context.today,
    periodTo: profile.periodTo,
    members: members.filter(({ state }) => state === 'active').map(({ id }) => id),
  });
  const registers = Object.fromEntries(KINDS.map((kind) => [kind, [...records[kind]]]));
  return {
    today: context.today,
    lines: [...lines],
    conditions,
    registers: registers as unknown as Registers,
    members: members.map(({ id, name, state, accountId, roles }) => ({
      id,
      name,
      active: state === 'active',
      accountId,
      roles,
    })),
  };
};

export const downloadFile: H<'downloadFile'> = async (context, { engagementId, recordId, fileId }) => {
  const records = await visibleRecords(context, engagementId);
  const record = KINDS.flatMap((kind) => [...records[kind]]).find(({ id }) => id === recordId);
  const files = record !== undefined && 'files' in record ? record.files : [];
  if (!files.includes(fileId)) throw new AppError('record.missing', { internal: 'file of duty record' });
  const { name, mediaType, bytes } = await context.files.open(fileId);
  return { name, mediaType, bytes };
};
