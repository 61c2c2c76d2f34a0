/** Requirements of two standards that correspond. */
import {
  coverageOf,
  COVERAGES,
  type MappingKind,
  pairKey,
  proposeMappings as propose,
  reversed,
} from '../../../core/catalogue/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { GroupView } from '../contract/catalogues.ts';
import type { standardsContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { deleteMapping, insertMappings, saveMapping, selectMappings, type StoredMapping } from '../store-mappings.ts';
import { type CatalogueSource, catalogueSource, catalogueSources, currentEdition, groupsOf } from './catalogues.ts';

type Contract = typeof standardsContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

interface Pair {
  readonly engagementId: string;
  readonly first: string;
  readonly second: string;
}

interface Side {
  readonly source: CatalogueSource;
  readonly groups: readonly GroupView[];
}

async function sidesOf(context: Context, { engagementId, first, second }: Pair): Promise<{ one: Side; other: Side }> {
  await context.client(engagementContract).getEngagement({ engagementId });
  if (first === second) throw fieldError('second', '異なる二つの基準を選んでください。');
  const sideOf = async (code: string): Promise<Side> => {
    const source = await catalogueSource(context, engagementId, code);
    return { source, groups: await groupsOf(context, source, currentEdition(source).id) };
  };
  return { one: await sideOf(first), other: await sideOf(second) };
}

/** A correspondence as it is seen from one of its two standards. */
interface Seen {
  readonly stored: StoredMapping;
  readonly from: string;
  readonly to: string;
  readonly kind: MappingKind;
}

function seenFrom(code: string, stored: StoredMapping): Seen {
  return stored.firstCode === code
    ? { stored, from: stored.firstId, to: stored.secondId, kind: stored.kind }
    : { stored, from: stored.secondId, to: stored.firstId, kind: reversed(stored.kind) };
}

async function mappingsOf(context: Context, first: string, second: string): Promise<Seen[]> {
  const all = await selectMappings(context.tx, first);
  return all.filter((one) => one.firstCode === second || one.secondCode === second).map((one) => seenFrom(first, one));
}

export async function listMappings(context: Context, input: In<'listMappings'>): Out<'listMappings'> {
  const { one, other } = await sidesOf(context, input);
  const mappings = await mappingsOf(context, input.first, input.second);
  const names = await context.namesOf([...new Set(mappings.map(({ stored }) => stored.madeBy))]);
  return {
    first: viewOf(
      one,
      Map.groupBy(mappings, ({ from }) => from),
      false,
    ),
    second: viewOf(
      other,
      Map.groupBy(mappings, ({ to }) => to),
      true,
    ),
    mappings: mappings.map(({ stored, from, to, kind }) => ({
      ...{ id: stored.id, version: stored.version, from, to, kind },
      rationale: stored.rationale,
      madeBy: names.get(stored.madeBy) ?? '',
      madeOn: stored.madeOn,
      review: stored.review,
    })),
  };
}

function viewOf({ source, groups }: Side, byControl: ReadonlyMap<string, readonly Seen[]>, turned: boolean) {
  const controls = groups.flatMap((group) =>
    group.controls.map(({ id, number, title }) => {
      const kinds = (byControl.get(id) ?? []).map(({ kind }) => (turned ? reversed(kind) : kind));
      return { id, number, title, group: group.title, coverage: coverageOf(kinds) };
    }),
  );
  const count = (wanted: string): number => controls.filter(({ coverage }) => coverage === wanted).length;
  const [full, partial, related, none] = COVERAGES.map(count);
  return {
    code: source.head.code,
    name: source.head.name,
    edition: currentEdition(source).label,
    controls,
    counts: { full: full ?? 0, partial: partial ?? 0, related: related ?? 0, none: none ?? 0 },
  };
}

export async function countMappings(
  context: Context,
  { engagementId, code }: In<'countMappings'>,
): Out<'countMappings'> {
  await context.client(engagementContract).getEngagement({ engagementId });
  const sources = await catalogueSources(context, engagementId);
  if (!sources.some(({ head }) => head.code === code)) throw new AppError('record.missing', { internal: code });
  const all = await selectMappings(context.tx, code);
  return {
    others: sources
      .filter(({ head }) => head.code !== code)
      .map(({ head }) => {
        const own = all.filter((one) => one.firstCode === head.code || one.secondCode === head.code);
        const review = own.filter((one) => one.review).length;
        return { code: head.code, name: head.name, mappings: own.length, review };
      }),
  };
}

/** So many are looked through at a time; when they are settled, the next ones come. */
const SHOWN = 300;

export async function proposeMappings(context: Context, input: In<'proposeMappings'>): Out<'proposeMappings'> {
  const { one, other } = await sidesOf(context, input);
  const known = new Set(
    (await mappingsOf(context, input.first, input.second)).map(({ from, to }) => pairKey(from, to)),
  );
  const controls = ({ groups }: Side) => groups.flatMap((group) => group.controls);
  const proposals = propose(controls(one), controls(other), { first: input.first, second: input.second }, known);
  return { proposals: proposals.slice(0, SHOWN).map((proposal) => ({ ...proposal, shared: [...proposal.shared] })) };
}

export async function addMappings(context: Context, input: In<'addMappings'>): Out<'addMappings'> {
  const { one, other } = await sidesOf(context, input);
  const ids = ({ groups }: Side) => new Set(groups.flatMap((group) => group.controls.map(({ id }) => id)));
  const [own, others] = [ids(one), ids(other)];
  const known = new Set(
    (await mappingsOf(context, input.first, input.second)).map(({ from, to }) => pairKey(from, to)),
  );
  const turned = input.first > input.second;
  const rows = input.mappings.map(({ from, to, kind, rationale }, at): StoredMapping => {
    const missing = own.has(from) ? (others.has(to) ? null : 'to') : 'from';
    if (missing !== null) {
      throw fieldError(
        input.mappings.length === 1 ? missing : `mappings.${at}.${missing}`,
        `「${missing === 'from' ? from : to}」は、今使う版の項目にありません。一覧から選び直してください。`,
      );
    }
    if (known.has(pairKey(from, to))) {
      throw fieldError(
        input.mappings.length === 1 ? 'to' : `mappings.${at}.to`,
        `「${from}」と「${to}」の対応は既に登録されています。種類を改めるときは、登録済みの対応を直してください。`,
      );
    }
    known.add(pairKey(from, to));
    return {
      id: context.newId(),
      firstCode: turned ? input.second : input.first,
      firstId: turned ? to : from,
      secondCode: turned ? input.first : input.second,
      secondId: turned ? from : to,
      kind: turned ? reversed(kind) : kind,
      rationale: rationale.trim(),
      review: false,
      madeBy: context.caller.accountId,
      madeOn: context.today,
      version: 1,
    };
  });
  await insertMappings(context.tx, rows);
  record(context, input.engagementId, input.first, input.second, { added: rows.length });
  return { added: rows.length };
}

export async function changeMapping(context: Context, input: In<'changeMapping'>): Out<'changeMapping'> {
  await sidesOf(context, input);
  const found = (await mappingsOf(context, input.first, input.second)).find(
    ({ stored }) => stored.id === input.mappingId,
  );
  if (found === undefined) throw new AppError('record.missing', { internal: 'mapping' });
  if (found.stored.version !== input.version) {
    throw new AppError('record.stale', { current: { kind: found.kind, rationale: found.stored.rationale } });
  }
  const kind = found.stored.firstCode === input.first ? input.kind : reversed(input.kind);
  await saveMapping(context.tx, { ...found.stored, kind, rationale: input.rationale.trim(), review: false });
  record(context, input.engagementId, input.first, input.second, { changed: 1 });
  return { version: input.version + 1 };
}

export async function removeMapping(context: Context, input: In<'removeMapping'>): Out<'removeMapping'> {
  const { engagementId, mappingId, version } = input;
  const sources = await catalogueSources(context, engagementId);
  await context.client(engagementContract).getEngagement({ engagementId });
  for (const { head } of sources) {
    const found = (await selectMappings(context.tx, head.code)).find(({ id }) => id === mappingId);
    if (found === undefined) continue;
    await deleteMapping(context.tx, mappingId, version);
    record(context, engagementId, found.firstCode, found.secondCode, { removed: 1 });
    return OK;
  }
  throw new AppError('record.missing', { internal: 'mapping' });
}

function record(
  context: Context,
  engagementId: string,
  first: string,
  second: string,
  count: { readonly added?: number; readonly changed?: number; readonly removed?: number },
): void {
  facts.record(context, 'standard-mapping.changed', {
    engagementId,
    subject: engagementId,
    data: { first, second, added: 0, changed: 0, removed: 0, ...count },
  });
}
