/** From one edition of a standard to the next: what became of each provision, and what that does here. */
import {
  type Carried,
  carryOver,
  correctionFault,
  type EditionMatch,
  MATCH_KINDS,
  matchEditions,
  movesOf,
  type Provision,
  regroup,
} from '../../../core/catalogue/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { GroupView } from '../contract/catalogues.ts';
import type { standardsContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { saveCurrentEdition } from '../store-catalogues.ts';
import {
  replaceItems,
  replaceMappings,
  selectItems,
  selectMappings,
  type StoredItem,
  type StoredMapping,
} from '../store-mappings.ts';
import {
  insertRevision,
  saveRevision,
  selectRevision,
  selectRevisions,
  type StoredRevision,
} from '../store-revisions.ts';
import { type CatalogueSource, catalogueSource, catalogueSources, currentEdition, groupsOf } from './catalogues.ts';

type Contract = typeof standardsContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function listRevisions(
  context: Context,
  { engagementId, code }: In<'listRevisions'>,
): Out<'listRevisions'> {
  await context.client(engagementContract).getEngagement({ engagementId });
  const sources = await catalogueSources(context, engagementId);
  const revisions = await selectRevisions(context.tx);
  return {
    revisions: revisions.flatMap((revision) => {
      const source = sources.find(({ stored }) => stored?.id === revision.catalogueId);
      if (source === undefined || (code !== undefined && source.head.code !== code)) return [];
      return [headOf(revision, source)];
    }),
  };
}

function headOf(revision: StoredRevision, { head }: CatalogueSource) {
  const { id, version, state, createdOn, appliedOn, fromEdition, toEdition, matches } = revision;
  const label = (edition: string | null): string => head.editions.find((one) => one.id === edition)?.label ?? '';
  const count = (kind: string): number => matches.filter((match) => match.kind === kind).length;
  const counts = Object.fromEntries(MATCH_KINDS.map((kind) => [kind, count(kind)]));
  return {
    ...{ id, version, state, createdOn, appliedOn, code: head.code, name: head.name },
    from: label(fromEdition),
    to: label(toEdition),
    counts: counts as Record<(typeof MATCH_KINDS)[number], number>,
  };
}

const provisionsOf = (groups: readonly GroupView[]): Provision[] =>
  groups.flatMap((group) => [
    { id: group.id, kind: 'group' as const, number: group.number, title: group.title, text: group.aim },
    ...group.controls.map((control) => ({
      ...{ id: control.id, kind: 'control' as const, number: control.number, title: control.title },
      text: [control.statement, control.guidance].filter(Boolean).join('\n'),
    })),
  ]);

export async function startRevision(context: Context, input: In<'startRevision'>): Out<'startRevision'> {
  const { engagementId, code, edition } = input;
  await context.client(engagementContract).getEngagement({ engagementId });
  const source = await catalogueSource(context, engagementId, code);
  const from = currentEdition(source);
  if (source.stored === null || from.id === edition) {
    throw fieldError('edition', 'この版は、今使う版です。新しく取り込んだ版を選んでください。');
  }
  const after = provisionsOf(await groupsOf(context, source, edition));
  const open = (await selectRevisions(context.tx)).find(
    ({ catalogueId, state }) => catalogueId === source.stored?.id && state === 'proposed',
  );
  if (open !== undefined) {
    throw new AppError('state.refused', {
      message: 'この基準には、確認中の改定があります。適用するか取り下げてから、次の改定を始めてください。',
    });
  }
  const before = provisionsOf(await groupsOf(context, source, from.id));
  const id = context.newId();
  await insertRevision(context.tx, {
    id,
    engagementId,
    catalogueId: source.stored.id,
    fromEdition: from.id,
    toEdition: edition,
    state: 'proposed',
    matches: matchEditions(before, after).map(plain),
    kept: null,
    createdOn: context.today,
    appliedOn: null,
    version: 1,
  });
  return { revisionId: id };
}

const plain = ({ kind, from, to, score, ground }: EditionMatch): StoredRevision['matches'][number] => ({
  ...{ kind, score, ground },
  from: [...from],
  to: [...to],
});

async function open(
  context: Context,
  { engagementId, revisionId }: { readonly engagementId: string; readonly revisionId: string },
  version: number | null,
): Promise<{ readonly revision: StoredRevision; readonly source: CatalogueSource }> {
  await context.client(engagementContract).getEngagement({ engagementId });
  const revision = await selectRevision(context.tx, revisionId, version !== null);
  const sources = await catalogueSources(context, engagementId);
  const source = sources.find(({ stored }) => stored?.id === revision.catalogueId);
  if (source === undefined) throw new AppError('record.missing', { internal: 'catalogue of revision' });
  if (version !== null && revision.version !== version) {
    throw new AppError('record.stale', { current: headOf(revision, source) });
  }
  return { revision, source };
}

export async function getRevision(context: Context, input: In<'getRevision'>): Out<'getRevision'> {
  const { revision, source } = await open(context, input, null);
  const before = byId(provisionsOf(await groupsOf(context, source, revision.fromEdition)));
  const after = byId(provisionsOf(await groupsOf(context, source, revision.toEdition)));
  const found = (known: ReadonlyMap<string, Provision>, ids: readonly string[]): Provision[] =>
    ids.flatMap((id) => known.get(id) ?? []);
  const hanging = revision.kept ?? {
    mappings: await selectMappings(context.tx, source.head.code),
    items: await selectItems(context.tx, source.head.code),
  };
  const { mappings, items } = carried(context, source.head.code, hanging, revision.matches);
  return {
    ...headOf(revision, source),
    matches: revision.matches.map((match) => ({
      ...match,
      from: found(before, match.from),
      to: found(after, match.to),
    })),
    moves: movesOf(revision.matches).map((move) => ({ ...move, to: [...move.to] })),
    mappings: effectOf(mappings),
    items: effectOf(items),
  };
}

const byId = (provisions: readonly Provision[]) => new Map(provisions.map((one) => [one.id, one]));

const effectOf = ({ rows, review, ended }: Carried<object>) => ({
  kept: rows.filter((row) => !('state' in row && row.state === 'retired')).length - review,
  review,
  ended,
});

/** What becomes of correspondences and audit items. */
function carried(
  context: Pick<Context, 'newId'>,
  code: string,
  { mappings, items }: { readonly mappings: readonly StoredMapping[]; readonly items: readonly StoredItem[] },
  matches: readonly EditionMatch[],
) {
  const keys = new Set(items.map(({ key }) => key));
  const freeKey = (wanted: string): string => {
    let key = wanted;
    for (let serial = 2; keys.has(key); serial += 1) key = `${wanted}-${serial}`;
    keys.add(key);
    return key;
  };
  const known = items.filter(({ state }) => state !== 'retired');
  const carriedItems = carryOver(known, matches, {
    idOf: ({ controlId }) => controlId,
    moved: (item, controlId, review, copy) => ({
      ...item,
      id: copy ? context.newId() : item.id,
      key: copy ? freeKey(`${code}.${controlId}`) : item.key,
      controlId,
      review: item.review || review,
      version: copy ? 1 : item.version + 1,
    }),
    ended: (item) => ({ ...item, state: 'retired' as const, version: item.version + 1 }),
    clash: null,
  });
  return {
    mappings: carryOver(mappings, matches, {
      idOf: (one) => (one.firstCode === code ? one.firstId : one.secondId),
      moved: (one, provision, review, copy) => ({
        ...one,
        id: copy ? context.newId() : one.id,
        ...(one.firstCode === code ? { firstId: provision } : { secondId: provision }),
        review: one.review || review,
        version: copy ? 1 : one.version + 1,
      }),
      ended: () => null,
      clash: (one) => [one.firstCode, one.firstId, one.secondCode, one.secondId].join('\n'),
    }),
    items: { ...carriedItems, rows: [...carriedItems.rows, ...items.filter(({ state }) => state === 'retired')] },
  };
}

const SETTLED = {
  applied: 'この改定は適用済みです。',
  undone: 'この改定は元に戻しました。もう一度行うときは、新しく始めてください。',
  discarded: 'この改定の案は取り下げました。もう一度行うときは、新しく始めてください。',
} as const;

function checkProposed({ state }: StoredRevision): void {
  if (state !== 'proposed') throw new AppError('state.refused', { message: SETTLED[state] });
}

export async function correctMatch(context: Context, input: In<'correctMatch'>): Out<'correctMatch'> {
  const { revision } = await open(context, input, input.version);
  checkProposed(revision);
  const correction = { from: [...new Set(input.from)], to: [...new Set(input.to)], unchanged: input.unchanged };
  const fault = correctionFault(correction);
  if (fault !== null) throw fieldError('to', fault);
  for (const side of ['from', 'to'] as const) {
    const known = new Set(revision.matches.flatMap((match) => match[side]));
    const unknown = correction[side].find((id) => !known.has(id));
    if (unknown !== undefined) throw fieldError(side, `「${unknown}」は、この版の項目にありません。`);
  }
  await saveRevision(context.tx, { ...revision, matches: regroup(revision.matches, correction).map(plain) });
  return { version: revision.version + 1 };
}

export async function discardRevision(context: Context, input: In<'discardRevision'>): Out<'discardRevision'> {
  const { revision } = await open(context, input, input.version);
  checkProposed(revision);
  await saveRevision(context.tx, { ...revision, state: 'discarded' });
  return OK;
}

/** What hangs on it in audits belongs to one engagement: there it is applied and taken back. */
function checkPlace({ engagementId }: StoredRevision, here: string): void {
  if (engagementId !== here) {
    throw new AppError('state.refused', {
      message: 'この改定は、別の業務委託で始めたものです。始めた業務委託の画面で行ってください。',
    });
  }
}

export async function switchEdition(context: Context, input: In<'switchEdition'>): Out<'switchEdition'> {
  const { revision, source } = await open(context, input, input.version);
  checkPlace(revision, input.engagementId);
  checkProposed(revision);
  if (source.stored === null || currentEdition(source).id !== revision.fromEdition) {
    throw new AppError('state.refused', {
      message: '案を作った後に、今使う版が変わりました。この案を取り下げて、改定を始め直してください。',
    });
  }
  const { code } = source.head;
  const before = {
    mappings: await selectMappings(context.tx, code),
    items: await selectItems(context.tx, code),
  };
  const { mappings, items } = carried(context, code, before, revision.matches);
  const after = { mappings: [...mappings.rows], items: [...items.rows] };
  await replaceMappings(context.tx, code, after.mappings);
  await replaceItems(context.tx, code, after.items);
  await saveCurrentEdition(context.tx, source.stored, revision.toEdition);
  await saveRevision(context.tx, {
    ...revision,
    state: 'applied',
    appliedOn: context.today,
    kept: { ...before, after },
  });
  const head = headOf(revision, source);
  facts.record(context, 'standard-revision.applied', {
    engagementId: input.engagementId,
    subject: revision.id,
    data: { code, from: head.from, to: head.to, ...head.counts },
  });
  const moves = movesOf(revision.matches).map((move) => ({ ...move, to: [...move.to] }));
  return { code, edition: head.to, moves };
}

export async function switchBack(context: Context, input: In<'switchBack'>): Out<'switchBack'> {
  const { revision, source } = await open(context, input, input.version);
  checkPlace(revision, input.engagementId);
  if (revision.state !== 'applied' || revision.kept === null) {
    throw new AppError('state.refused', { message: '適用していない改定は、元に戻せません。' });
  }
  if (source.stored === null || currentEdition(source).id !== revision.toEdition) {
    throw new AppError('state.refused', {
      message: 'この後に別の改定が適用されています。先に、後の改定を元に戻してください。',
    });
  }
  const { code } = source.head;
  const { after, mappings, items } = revision.kept;
  const now = { mappings: await selectMappings(context.tx, code), items: await selectItems(context.tx, code) };
  if (versionsOf(now.mappings) !== versionsOf(after.mappings) || versionsOf(now.items) !== versionsOf(after.items)) {
    throw new AppError('state.refused', {
      message:
        '改定を適用した後に、項目の対応又は監査項目が加えられたか、直されています。その作業が失われるため、元に戻せません。',
    });
  }
  // Somebody may still have the page of the newer edition open: every version moves on.
  const later = <R extends { readonly id: string; readonly version: number }>(
    rows: readonly R[],
    seen: readonly R[],
  ): R[] =>
    rows.map((row) => ({
      ...row,
      version: Math.max(row.version, seen.find(({ id }) => id === row.id)?.version ?? 0) + 1,
    }));
  await replaceMappings(context.tx, code, later(mappings, after.mappings));
  await replaceItems(context.tx, code, later(items, after.items));
  await saveCurrentEdition(context.tx, source.stored, revision.fromEdition);
  await saveRevision(context.tx, { ...revision, state: 'undone' });
  facts.record(context, 'standard-revision.undone', {
    engagementId: input.engagementId,
    subject: revision.id,
    data: { code },
  });
  return OK;
}

const versionsOf = (rows: readonly { readonly id: string; readonly version: number }[]): string =>
  rows
    .map(({ id, version }) => `${id} ${version}`)
    .toSorted()
    .join('\n');
