/** Records of interviews, observations and re-performances, and samples with what their examination showed. */
import { dayOf } from '../../../core/calendar/day.ts';
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { SampleView } from '../contract/field-work.ts';
import { draw, PROCEDURE } from '../rules/sampling.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import {
  type AuditRecord,
  checks,
  type FieldRecordRecord,
  fieldRecords,
  type SampleRecord,
  samples,
} from '../store/stores.ts';
import { papersVisible } from './checks.ts';
import type { H } from './handler.ts';
import { checkFieldwork, checkFieldworker, facts, readAudit } from './shared.ts';

export function recordViewOf(record: FieldRecordRecord) {
  const { id, version, position, createdAt, auditId, parentId, state, content } = record;
  return { ...content, id, version, position, createdAt, auditId, checkId: parentId, state };
}

export const listFieldRecords: H<'listFieldRecords'> = async (context, { auditId, checkId }) => {
  const audit = await readAudit(context, auditId);
  if (!papersVisible(context, audit)) return { records: [] };
  const of = { auditId, ...(checkId === undefined ? {} : { parentId: checkId }) };
  const records = (await fieldRecords.list(context.tx, of)).map(recordViewOf);
  return { records: records.toSorted((a, b) => a.at.localeCompare(b.at)) };
};

export const addFieldRecord: H<'addFieldRecord'> = async (context, input) => {
  const audit = await readAudit(context, input.auditId);
  checkFieldworker(context, audit);
  checkFieldwork(audit);
  if (input.checkId !== null) await checkOf(context, audit, input.checkId);
  if (input.kind === 're-performance' && (input.steps ?? '').trim() === '')
    throw fieldError('steps', '再実施では、何をどの手順でもう一度行ったかを書いてください。');
  const now = context.now.toISOString();
  const at = input.at ?? now;
  // A tablet's clock may run some minutes ahead; a record of tomorrow is an error all the same.
  if (dayOf(at) > context.today)
    throw fieldError('at', '記録の日時がこれから先になっています。端末の時計を確かめてください。');
  const record = await fieldRecords.insert(context, {
    engagementId: audit.engagementId,
    auditId: audit.id,
    parentId: input.checkId,
    state: 'kept',
    position: 1,
    content: {
      kind: input.kind,
      at,
      place: input.place ?? '',
      counterpart: input.counterpart ?? '',
      text: input.text,
      steps: input.steps ?? '',
      result: input.result ?? null,
      by: context.caller.accountId,
      withdrawal: null,
    },
  });
  facts.record(context, 'field-record.added', {
    engagementId: audit.engagementId,
    subject: record.id,
    data: { department: audit.departmentId, audit: audit.id, kind: input.kind },
  });
  return changedOf(record);
};

async function checkOf(context: Context, audit: AuditRecord, checkId: string) {
  const check = await checks.get(context.tx, checkId);
  if (check.auditId !== audit.id) throw new AppError('record.missing', { internal: 'check of another audit' });
  return check;
}

export const withdrawFieldRecord: H<'withdrawFieldRecord'> = async (context, { recordId, version, reason }) => {
  const record = await fieldRecords.take(context.tx, recordId);
  const audit = await readAudit(context, record.auditId);
  checkFieldworker(context, audit);
  checkFieldwork(audit);
  checkRecordVersion(record, version, recordViewOf(record));
  if (record.state === 'withdrawn') throw refuse('この記録は既に取り消しています。');
  const withdrawal = { reason, by: context.caller.accountId, at: context.now.toISOString() };
  const saved = await fieldRecords.save(context.tx, record, { state: 'withdrawn', content: { withdrawal } });
  facts.record(context, 'field-record.withdrawn', {
    engagementId: audit.engagementId,
    subject: record.id,
    data: { department: audit.departmentId, audit: audit.id, kind: record.content.kind },
  });
  return changedOf(saved);
};

export function sampleViewOf(sample: SampleRecord): SampleView {
  const { id, version, position, createdAt, auditId, parentId, state, content } = sample;
  return { ...content, id, version, position, createdAt, auditId, checkId: parentId, state };
}

export const listSamples: H<'listSamples'> = async (context, { auditId, checkId }) => {
  const audit = await readAudit(context, auditId);
  if (!papersVisible(context, audit)) return { samples: [] };
  const of = { auditId, ...(checkId === undefined ? {} : { parentId: checkId }) };
  return { samples: (await samples.list(context.tx, of)).map(sampleViewOf) };
};

type Wanted = Parameters<H<'drawSample'>>[1];

export const drawSample: H<'drawSample'> = async (context, input) => {
  const check = await checks.get(context.tx, input.checkId);
  const audit = await readAudit(context, check.auditId);
  checkFieldworker(context, audit);
  checkFieldwork(audit);
  const seed = input.method === 'judgemental' ? '' : (input.seed ?? context.newId());
  const numbers = numbersOf(input, seed);
  const sample = await samples.insert(context, {
    engagementId: audit.engagementId,
    auditId: audit.id,
    parentId: check.id,
    state: 'drawn',
    position: nextPosition(await samples.list(context.tx, { parentId: check.id })),
    content: {
      population: input.population,
      size: input.size,
      method: input.method,
      seed,
      procedure: input.method === 'judgemental' ? '' : PROCEDURE,
      reason: input.reason ?? '',
      items: numbers.map((number) => ({ number, outcome: null, note: '' })),
      by: context.caller.accountId,
      at: context.now.toISOString(),
    },
  });
  facts.record(context, 'sample.drawn', {
    engagementId: audit.engagementId,
    subject: sample.id,
    data: {
      ...{ department: audit.departmentId, audit: audit.id, item: check.content.key },
      ...{ method: input.method, size: input.size, count: numbers.length, seed },
    },
  });
  return { ...changedOf(sample), numbers, seed };
};

function numbersOf({ method, size, count, numbers, reason }: Wanted, seed: string): number[] {
  if (method !== 'judgemental') {
    if (count === undefined) throw fieldError('count', '抽出する件数を書いてください。');
    if (count > size) throw fieldError('count', `母集団は${size}件です。抽出する件数は、それ以下にしてください。`);
    return draw({ method, size, count, seed });
  }
  if ((reason ?? '').trim() === '') throw fieldError('reason', '判断による抽出では、選んだ理由を書いてください。');
  const chosen = [...new Set(numbers ?? [])].sort((a, b) => a - b);
  if (chosen.length === 0) throw fieldError('numbers', '選んだ標本の番号を一つ以上書いてください。');
  if (chosen.some((number) => number > size))
    throw fieldError('numbers', `番号は1から${size}までの間で書いてください。`);
  return chosen;
}

export const recordSampleResults: H<'recordSampleResults'> = async (context, { sampleId, version, results }) => {
  const sample = await samples.take(context.tx, sampleId);
  const audit = await readAudit(context, sample.auditId);
  checkFieldworker(context, audit);
  checkFieldwork(audit);
  checkRecordVersion(sample, version, sampleViewOf(sample));
  const told = new Map(results.map((result) => [result.number, result]));
  const drawn = new Set(sample.content.items.map(({ number }) => number));
  const stranger = results.find(({ number }) => !drawn.has(number));
  if (stranger !== undefined)
    throw fieldError(
      'results',
      `${stranger.number}番は、この標本に含まれていません。抽出した番号の結果を書いてください。`,
    );
  const items = sample.content.items.map((item) => told.get(item.number) ?? item);
  const state = items.every(({ outcome }) => outcome !== null) ? 'examined' : 'drawn';
  const saved = await samples.save(context.tx, sample, { state, content: { items } });
  const check = await checks.get(context.tx, sample.parentId);
  const withOutcome = (wanted: string) => items.filter(({ outcome }) => outcome === wanted).length;
  facts.record(context, 'sample.examined', {
    engagementId: audit.engagementId,
    subject: sample.id,
    data: {
      ...{ department: audit.departmentId, audit: audit.id, item: check.content.key, count: items.length },
      examined: items.filter(({ outcome }) => outcome !== null).length,
      ...{ deviations: withOutcome('deviates'), unavailable: withOutcome('unavailable') },
    },
  });
  return changedOf(saved);
};
