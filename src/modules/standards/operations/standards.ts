/** Receiving, confirming and ranking the standards of an engagement. */
import { parseStandard } from '../../../core/content-schema/index.ts';
import { readContent, listContent } from '../../../kernel/content.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { EngagementStandard, standardsContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { awaitedOf, keepsPrecedence, rankOf } from '../rules.ts';
import { insertConflict, insertStandard, saveEdition, selectConflicts, selectStandards } from '../store.ts';

type Contract = typeof standardsContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function listStandards(context: Context, input: In<'listStandards'>): Out<'listStandards'> {
  const specification = await context.client(engagementContract).getSpecification(input);
  const standards = await selectStandards(context.tx, input.engagementId);
  return {
    standards,
    awaited: awaitedOf(specification.standards, standards).map(({ code, name, issuer, public: open, tier }) => ({
      code,
      name,
      issuer,
      public: open,
      tier,
    })),
    precedence: await precedenceOf(context, input.engagementId),
    conflicts: await selectConflicts(context.tx, input.engagementId),
  };
}

export async function getCatalogue(context: Context, input: In<'getCatalogue'>): Out<'getCatalogue'> {
  await context.client(engagementContract).getEngagement({ engagementId: input.engagementId });
  if (!listContent('standards', '.yaml').includes(`${input.code}.yaml`)) throw new AppError('record.missing');
  const standard = parseStandard(readContent(`standards/${input.code}.yaml`));
  return {
    code: input.code,
    name: standard.title,
    edition: standard.edition.label,
    groups: standard.groups.map((group) => ({
      title: group.title,
      controls: group.controls.map(({ id, number, title, statement }) => ({ id, number, title, statement })),
    })),
  };
}

export async function provideStandard(context: Context, input: In<'provideStandard'>): Out<'provideStandard'> {
  const { engagementId, code, edition, level, occurredOn } = input;
  checkDay(context, occurredOn);
  const specification = await context.client(engagementContract).getSpecification({ engagementId });
  const expected = specification.standards.find((standard) => standard.code === code);
  if (expected === undefined) {
    throw fieldError('code', '仕様書にない基準です。協議で追加する基準として登録してください。');
  }
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
  checkDay(context, occurredOn);
  const specification = await context.client(engagementContract).getSpecification({ engagementId });
  if (specification.standards.some((standard) => standard.code === code)) {
    throw fieldError('code', '仕様書が定める基準です。受け渡しとして登録してください。');
  }
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
  const { engagementId, edition, occurredOn } = input;
  checkDay(context, occurredOn);
  const current = (await selectStandards(context.tx, engagementId)).find((it) => it.id === input.standardId);
  if (current === undefined) throw new AppError('record.missing', { internal: 'standard' });
  if (current.version !== input.version) throw new AppError('record.stale', { current });
  const saved = await saveEdition(context.tx, { ...current, edition, confirmedOn: occurredOn });
  if (edition !== current.edition) {
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
  const codes = input.order.flat();
  if (new Set(codes).size !== codes.length) throw fieldError('order', '同じ基準が二度現れています。');
  await context.client(engagementContract).getEngagement({ engagementId: input.engagementId });
  facts.record(context, 'standard.precedence-set', {
    engagementId: input.engagementId,
    subject: input.engagementId,
    data: { order: input.order },
  });
  return OK;
}

export async function recordConflict(context: Context, input: In<'recordConflict'>): Out<'recordConflict'> {
  const { engagementId, topic, preferred, other, note } = input;
  const order = await precedenceOf(context, engagementId);
  if (preferred === other) throw fieldError('other', '異なる二つの基準を選んでください。');
  if (!keepsPrecedence(order, preferred, other)) {
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
    data: { preferred, other, preferredTier: rankOf(order, preferred), otherTier: rankOf(order, other) },
  });
  return { conflictId };
}

/** The order that was settled last, or the specification's. */
async function precedenceOf(context: Context, engagementId: string): Promise<string[][]> {
  const settled = (await readFacts(context.tx, { engagementId, kinds: ['standard.precedence-set'] })).at(-1);
  if (settled !== undefined) return facts.kinds['standard.precedence-set'].data.parse(settled.data).order;
  return (await context.client(engagementContract).getSpecification({ engagementId })).precedence;
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
  if (added.fileId !== null) await context.files.attach(added.fileId, `standards:${added.id}`);
  await insertStandard(context.tx, engagementId, added);
  return added;
}

function checkDay(context: Context, occurredOn: string): void {
  if (occurredOn > context.today) throw fieldError('occurredOn', '今日以前の日にしてください。');
}
