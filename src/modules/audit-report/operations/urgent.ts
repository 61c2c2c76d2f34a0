/** Urgent findings: raised with the day on which they were seen, told to the city, acknowledged by it. */
import type { RecordType } from '../../../core/programme/index.ts';
import { isCity } from '../../../kernel/caller.ts';
import { fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { changedOf } from '../../../kernel/record-store.ts';
import { auditContract } from '../../audit/contract.ts';
import { engagementContract, dayOfEvent, engagementOf } from '../../engagement/contract.ts';
import type { UrgentContent } from '../contract/urgent.ts';
import { type UrgentRecord, urgents } from '../store/stores.ts';
import { facts, type H } from './common.ts';

const SOURCES: Readonly<Record<RecordType, UrgentContent['source']>> = {
  internal: 'internal-audit',
  external: 'external-audit',
  'my-number': 'my-number-audit',
  asset: 'asset-audit',
  system: 'system-audit',
  'vendor-site': 'vendor-site-audit',
};

const auditOf = (context: Context, auditId: string) => context.client(auditContract).getAudit({ auditId });

export const listUrgent: H<'listUrgent'> = async (context, { engagementId }) => {
  await engagementOf(context, engagementId);
  const all = (await urgents.list(context.tx, { engagementId })).filter((one) => seen(context, one));
  const due = await dueDays(context, engagementId, all);
  const urgent = [];
  for (const record of all) {
    const { id, auditId, position, state, version, content } = record;
    const target = (await auditOf(context, auditId)).departmentName;
    urgent.push({
      ...content,
      id,
      engagementId,
      auditId,
      target,
      number: position,
      state,
      due: due.get(id) ?? null,
      version,
    });
  }
  return { urgent };
};

/** The city sees what it was told, and what its own auditors raised. */
const seen = (context: Context, { state, content }: UrgentRecord): boolean =>
  !isCity(context.caller) || state !== 'raised' || content.source === 'internal-audit';

/** The days by which the contract wants them told, as its duties say. */
async function dueDays(
  context: Context,
  engagementId: string,
  all: readonly UrgentRecord[],
): Promise<ReadonlyMap<string, string>> {
  if (all.length === 0) return new Map();
  const { obligations } = await context.client(engagementContract).listObligations({ engagementId });
  return new Map(
    all.flatMap(({ id }) => {
      const duty = obligations.find(({ key }) => key.endsWith(`/${id}`));
      return duty === undefined || duty.due === null ? [] : [[id, duty.due] as const];
    }),
  );
}

export const raiseUrgent: H<'raiseUrgent'> = async (context, { auditId, awareOn, ...text }) => {
  const audit = await auditOf(context, auditId);
  const { engagementId } = audit;
  if (audit.state === 'closed')
    throw refuse('この監査は終わっています。見つけた事項は、相談又は会議の課題として市に伝えてください。');
  const day = await dayOfEvent(context, engagementId, awareOn, 'awareOn');
  const source = SOURCES[audit.programme.factType as RecordType];
  if (source === undefined) throw fieldError('auditId', 'この監査では、緊急の検出事項を記録できません。');
  const saved = await urgents.insert(context, {
    ...{ engagementId, auditId, state: 'raised' as const },
    content: { ...text, source, awareOn: day, reported: null, acknowledged: null },
  });
  facts.record(context, 'finding.urgent-raised', {
    engagementId,
    subject: saved.id,
    data: { source, audit: auditId, awareOn: day },
  });
  return changedOf(saved);
};

export const reportUrgent: H<'reportUrgent'> = async (context, { urgentId, version, channel, to, occurredOn }) => {
  const held = await urgents.take(context.tx, urgentId, version);
  if (held.state !== 'raised') throw refuse('この検出事項は、既に市に報告しています。');
  const day = await dayOfEvent(context, held.engagementId, occurredOn);
  if (day < held.content.awareOn) throw fieldError('occurredOn', '見つけた日より前の日付は登録できません。');
  const reported = { on: day, channel, to, by: context.caller.accountId };
  const saved = await urgents.save(context.tx, held, { state: 'reported', content: { reported } });
  facts.record(context, 'finding.urgent-reported', {
    engagementId: held.engagementId,
    subject: held.id,
    data: { source: held.content.source, audit: held.auditId, occurredOn: day },
  });
  return changedOf(saved);
};

export const acknowledgeUrgent: H<'acknowledgeUrgent'> = async (context, { urgentId, version, answer }) => {
  const held = await urgents.take(context.tx, urgentId, version);
  if (held.state !== 'reported')
    throw refuse(
      held.state === 'raised'
        ? 'この検出事項は、まだ報告されていません。監査チームが報告を記録してから、受領を記録してください。'
        : 'この検出事項の受領は、既に記録しています。',
    );
  const saved = await urgents.save(context.tx, held, {
    state: 'acknowledged',
    content: { acknowledged: { on: context.today, answer } },
  });
  facts.record(context, 'finding.urgent-acknowledged', {
    engagementId: held.engagementId,
    subject: held.id,
    data: { source: held.content.source, audit: held.auditId },
  });
  return changedOf(saved);
};
