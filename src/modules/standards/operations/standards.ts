/** Receiving, confirming and ranking the standards of an engagement. */
import { formatEra } from '../../../core/calendar/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { EngagementStandard, standardsContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { keepsPrecedence, levelProblem, nameOf, rankOf, reversedPair } from '../rules/precedence.ts';
import { insertConflict, insertStandard, saveEdition, selectStandards } from '../store.ts';
import { listStandards } from './reading.ts';

type Contract = typeof standardsContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function provideStandard(context: Context, input: In<'provideStandard'>): Out<'provideStandard'> {
  const { engagementId, code, edition, level, occurredOn } = input;
  await checkDay(context, engagementId, occurredOn);
  const specification = await context.client(engagementContract).getSpecification({ engagementId });
  const expected = specification.standards.find((standard) => standard.code === code);
  if (expected === undefined) {
    throw fieldError('code', '仕様書にない基準です。協議で追加する基準として登録してください。');
  }
  checkLevel(expected.public, level);
  const standard = await add(context, engagementId, {
    code,
    name: expected.name,
    issuer: expected.issuer,
    edition,
    public: expected.public,
    level,
    tier: expected.tier,
    scope: '業務全体',
    fileId: input.fileId,
    receivedOn: occurredOn,
  });
  facts.record(context, 'standard.received', {
    engagementId,
    subject: standard.id,
    data: { code, name: expected.name, edition, public: expected.public, level, tier: expected.tier, occurredOn },
  });
  return standard;
}

export async function adoptStandard(context: Context, input: In<'adoptStandard'>): Out<'adoptStandard'> {
  const { engagementId, code, name, issuer, edition, level, scope, occurredOn } = input;
  await checkDay(context, engagementId, occurredOn);
  const specification = await context.client(engagementContract).getSpecification({ engagementId });
  if (specification.standards.some((standard) => standard.code === code)) {
    throw fieldError('code', '仕様書が定める基準です。受け渡しとして登録してください。');
  }
  checkLevel(input.public, level);
  const standard = await add(context, engagementId, {
    code,
    name,
    issuer,
    edition,
    public: input.public,
    level,
    tier: Math.max(...specification.standards.map((it) => it.tier), 0) + 1,
    scope,
    fileId: null,
    receivedOn: occurredOn,
  });
  facts.record(context, 'standard.adopted', {
    engagementId,
    subject: standard.id,
    data: { code, edition, scope, occurredOn },
  });
  return standard;
}

export async function confirmEdition(context: Context, input: In<'confirmEdition'>): Out<'confirmEdition'> {
  const { engagementId, edition, occurredOn, fileId = null } = input;
  const current = (await selectStandards(context.tx, engagementId)).find((it) => it.id === input.standardId);
  if (current === undefined) throw new AppError('record.missing', { internal: 'standard' });
  if (current.version !== input.version) throw new AppError('record.stale', { current });
  await checkDay(context, engagementId, occurredOn);
  const since = current.confirmedOn ?? current.receivedOn;
  if (occurredOn < since) {
    throw fieldError(
      'occurredOn',
      `前回の受領又は確認（${formatEra(since)}）より前の日です。その日以後の日にしてください。`,
    );
  }
  const revised = edition !== current.edition;
  if (fileId !== null) await context.files.attach(fileId, recordOf(current.id));
  const saved = await saveEdition(context.tx, {
    ...current,
    edition,
    confirmedOn: occurredOn,
    fileId: fileId ?? (revised ? null : current.fileId),
  });
  if (revised) {
    facts.record(context, 'standard.revised', {
      engagementId,
      subject: current.id,
      data: { code: current.code, edition },
    });
  }
  facts.record(context, 'edition.confirmed', {
    engagementId,
    subject: current.id,
    data: { code: current.code, edition, occurredOn },
  });
  return saved;
}

export async function setPrecedence(context: Context, input: In<'setPrecedence'>): Out<'setPrecedence'> {
  const { engagementId, order } = input;
  const codes = order.flat();
  if (new Set(codes).size !== codes.length) throw fieldError('order', '同じ基準が二度現れています。');
  const list = await listStandards(context, { engagementId });
  const known = new Set([...list.standards, ...list.awaited].map((standard) => standard.code));
  const unknown = codes.find((code) => !known.has(code));
  if (unknown !== undefined) throw fieldError('order', `「${unknown}」は、この業務の基準にありません。`);
  const { precedence } = await context.client(engagementContract).getSpecification({ engagementId });
  const missing = precedence.flat().find((code) => !codes.includes(code));
  if (missing !== undefined) throw fieldError('order', `「${nameOf(list, missing)}」の順位を定めてください。`);
  const reversed = reversedPair(precedence, order);
  if (reversed !== null) {
    const [stronger, weaker] = [nameOf(list, reversed.stronger), nameOf(list, reversed.weaker)];
    throw fieldError('order', `仕様書では「${stronger}」が「${weaker}」に優先します。この順序は入れ替えられません。`);
  }
  facts.record(context, 'standard.precedence-set', { engagementId, subject: engagementId, data: { order } });
  return OK;
}

export async function recordConflict(context: Context, input: In<'recordConflict'>): Out<'recordConflict'> {
  const { engagementId, topic, preferred, other, note } = input;
  const { standards, precedence } = await listStandards(context, { engagementId });
  for (const [path, code] of [
    ['preferred', preferred],
    ['other', other],
  ] as const) {
    if (!standards.some((standard) => standard.code === code)) {
      throw fieldError(path, '受領していない基準です。受領した基準から選んでください。');
    }
  }
  if (preferred === other) throw fieldError('other', '異なる二つの基準を選んでください。');
  if (!keepsPrecedence(precedence, preferred, other)) {
    throw fieldError('preferred', '定めた優先順位では、もう一方の基準が優先します。');
  }
  const conflictId = context.newId();
  await insertConflict(context.tx, engagementId, {
    id: conflictId,
    topic,
    preferred,
    other,
    note,
    recordedOn: context.today,
  });
  facts.record(context, 'conflict.recorded', {
    engagementId,
    subject: conflictId,
    data: {
      preferred,
      other,
      preferredTier: rankOf(precedence, preferred),
      otherTier: rankOf(precedence, other),
    },
  });
  return { conflictId };
}

async function add(
  context: Context,
  engagementId: string,
  standard: Omit<EngagementStandard, 'id' | 'confirmedOn' | 'version'>,
): Promise<EngagementStandard> {
  const known = await selectStandards(context.tx, engagementId);
  if (known.some((candidate) => candidate.code === standard.code)) {
    throw new AppError('record.duplicate', {
      message: 'この基準は登録済みです。新しい版は、版の確認から登録してください。',
    });
  }
  const added = { ...standard, id: context.newId(), confirmedOn: null, version: 1 };
  if (added.fileId !== null) await context.files.attach(added.fileId, recordOf(added.id));
  await insertStandard(context.tx, engagementId, added);
  return added;
}

/** The city hands its rules over after the contract (6※1), and nobody records what has not happened yet. */
async function checkDay(context: Context, engagementId: string, occurredOn: string): Promise<void> {
  const { contractDate } = await context.client(engagementContract).getEngagement({ engagementId });
  if (occurredOn > context.today) throw fieldError('occurredOn', '今日以前の日にしてください。');
  if (occurredOn < contractDate) {
    throw fieldError(
      'occurredOn',
      `契約締結日（${formatEra(contractDate)}）より前の日です。契約締結日以後の日にしてください。`,
    );
  }
}

function checkLevel(open: boolean, level: string | null): void {
  const problem = levelProblem(open, level);
  if (problem !== null) throw fieldError('level', problem);
}

function recordOf(standardId: string): string {
  return `standards:${standardId}`;
}
