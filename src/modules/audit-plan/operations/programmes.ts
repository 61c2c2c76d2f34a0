/** Programmes: taken over, copied, changed, published in editions. A published edition never changes. */
import type { Context } from '../../../kernel/module.ts';
import { AppError, refuse } from '../../../kernel/error.ts';
import { engagementOf } from '../../engagement/contract.ts';
import { bundledProgramme, bundledProgrammes } from '../bundled.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { type EditionRecord, editions, type ProgrammeRecord, programmes, targets } from '../store/stores.ts';
import { checkedProgramme, sourcesFor } from './programme-sources.ts';
import { facts, type H } from './shared.ts';

export const listBundledProgrammes: H<'listBundledProgrammes'> = async (context, { engagementId }) => {
  const { specification } = await engagementOf(context, engagementId);
  const own = await programmes.list(context.tx, { engagementId });
  return {
    programmes: bundledProgrammes().map((file) => ({
      id: file.id,
      title: file.programme.title,
      kind: file.programme.kind,
      specification: file.specification,
      edition: file.edition,
      suits: file.specification === specification,
      adopted: own.find(({ content }) => content.source === file.id)?.id ?? null,
      unverified: file.programme.unverified,
    })),
  };
};

export const listProgrammes: H<'listProgrammes'> = async (context, { engagementId }) => {
  const [own, all, targeted] = [
    await programmes.list(context.tx, { engagementId }),
    await editions.list(context.tx, { engagementId }),
    await targets.list(context.tx, { engagementId }),
  ];
  return {
    programmes: own.map((record) =>
      lineOf(
        record,
        all.filter(({ programmeId }) => programmeId === record.id),
        targeted.filter(({ programmeId, state }) => programmeId === record.id && state !== 'withdrawn').length,
      ),
    ),
  };
};

export const getProgramme: H<'getProgramme'> = async (context, { programmeId, edition }) => {
  const { record, all } = await read(context, programmeId);
  const shown = shownOf(all, edition);
  const targeted = await targets.list(context.tx, { programmeId });
  return {
    ...lineOf(record, all, targeted.filter(({ state }) => state !== 'withdrawn').length),
    state: shown.state,
    shown: shown.position,
    editionVersion: shown.version,
    note: shown.content.note,
    programme: shown.content.programme,
    editions: all.map(({ position, state, content }) => ({
      edition: position,
      state,
      note: content.note,
      publishedAt: content.publishedAt,
    })),
  };
};

export const getProgrammeSources: H<'getProgrammeSources'> = async (context, { programmeId, edition }) => {
  const { record, all } = await read(context, programmeId);
  return sourcesFor(context, record.engagementId, shownOf(all, edition).content.programme.targetKinds);
};

export const adoptProgramme: H<'adoptProgramme'> = async (context, { engagementId, source }) => {
  await engagementOf(context, engagementId);
  const { programme } = bundledProgramme(source);
  const own = await programmes.list(context.tx, { engagementId });
  if (own.some(({ content }) => content.source === source && !content.retired)) {
    throw new AppError('record.duplicate', {
      message: 'この手順は既に取り入れています。別の手順として使うときは、取り入れた手順を写してください。',
    });
  }
  const record = await programmes.insert(context, {
    engagementId,
    state: 'active',
    position: nextPosition(own),
    content: { source, retired: false },
  });
  await editions.insert(context, {
    engagementId,
    programmeId: record.id,
    state: 'published',
    position: 1,
    content: { programme, note: '', publishedAt: context.now.toISOString() },
  });
  published(context, record, programme.recordType, 1);
  return changedOf(record);
};

export const copyProgramme: H<'copyProgramme'> = async (context, { programmeId, title }) => {
  const { record, all } = await read(context, programmeId);
  const from = all.find(({ state }) => state === 'published') ?? all.at(-1);
  if (from === undefined) throw new AppError('record.missing', { internal: 'edition' });
  const own = await programmes.list(context.tx, { engagementId: record.engagementId });
  const copy = await programmes.insert(context, {
    engagementId: record.engagementId,
    state: 'active',
    position: nextPosition(own),
    content: { source: null, retired: false },
  });
  await editions.insert(context, {
    engagementId: record.engagementId,
    programmeId: copy.id,
    state: 'draft',
    position: 1,
    content: { programme: { ...from.content.programme, title }, note: '', publishedAt: null },
  });
  return changedOf(copy);
};

export const editProgramme: H<'editProgramme'> = async (context, { programmeId }) => {
  const record = await programmes.take(context.tx, programmeId);
  const all = await editions.list(context.tx, { programmeId });
  if (all.some(({ state }) => state === 'draft'))
    throw refuse('この手順には、既に変更の案があります。その案を開いて続けてください。');
  const from = all.find(({ state }) => state === 'published');
  if (from === undefined) throw new AppError('record.missing', { internal: 'published edition' });
  const draft = await editions.insert(context, {
    engagementId: record.engagementId,
    programmeId,
    state: 'draft',
    position: nextPosition(all),
    content: { programme: from.content.programme, note: '', publishedAt: null },
  });
  return changedOf(draft);
};

export const saveProgramme: H<'saveProgramme'> = async (context, { programmeId, version, programme, note }) => {
  const draft = await takeDraft(context, programmeId, version);
  const checked = await checkedProgramme(context, draft.engagementId, programme, draft.content.programme);
  return changedOf(await editions.save(context.tx, draft, { content: { programme: checked, note } }));
};

export const publishProgramme: H<'publishProgramme'> = async (context, { programmeId, version }) => {
  const draft = await takeDraft(context, programmeId, version);
  if (draft.position > 1 && draft.content.note.trim() === '')
    throw refuse('何を、なぜ変えたかが書かれていません。「変更の内容と理由」を書いて保存してから公開してください。');
  const { record, all } = await read(context, programmeId);
  for (const other of all.filter(({ state }) => state === 'published'))
    await editions.save(context.tx, other, { state: 'superseded' });
  const saved = await editions.save(context.tx, draft, {
    state: 'published',
    content: { publishedAt: context.now.toISOString() },
  });
  published(context, record, saved.content.programme.recordType, saved.position);
  return changedOf(saved);
};

export const discardProgramme: H<'discardProgramme'> = async (context, { programmeId, version }) => {
  const draft = await takeDraft(context, programmeId, version);
  await editions.delete(context.tx, draft.id);
  // A copy that was never published leaves nothing behind.
  const { all } = await read(context, programmeId);
  if (all.length === 0) await programmes.delete(context.tx, programmeId);
  return { ok: true };
};

export const retireProgramme: H<'retireProgramme'> = async (context, { programmeId, version, retired }) => {
  const record = await programmes.take(context.tx, programmeId);
  checkRecordVersion(record, version);
  const open = (await targets.list(context.tx, { programmeId })).filter(
    ({ state }) => state !== 'withdrawn' && state !== 'handed-over',
  );
  if (retired && open.length > 0)
    throw refuse(
      `この手順による対象が${open.length}件残っています。取り下げるか、監査を始めてから、使わないものとしてください。`,
    );
  const all = await editions.list(context.tx, { programmeId });
  const saved = await programmes.save(context.tx, record, {
    state: retired ? 'retired' : 'active',
    content: { retired },
  });
  facts.record(context, 'audit-programme.retired', {
    engagementId: record.engagementId,
    subject: record.id,
    data: { type: all.at(-1)?.content.programme.recordType ?? '', retired },
  });
  return changedOf(saved);
};

async function read(
  context: Context,
  programmeId: string,
): Promise<{ readonly record: ProgrammeRecord; readonly all: readonly EditionRecord[] }> {
  return {
    record: await programmes.get(context.tx, programmeId),
    all: await editions.list(context.tx, { programmeId }),
  };
}

/** The edition asked for; the one in force, or the newest, where none is. */
function shownOf(all: readonly EditionRecord[], edition: number | undefined): EditionRecord {
  const shown =
    edition === undefined
      ? (all.find(({ state }) => state === 'published') ?? all.at(-1))
      : all.find(({ position }) => position === edition);
  if (shown === undefined) throw new AppError('record.missing', { internal: 'edition' });
  return shown;
}

async function takeDraft(context: Context, programmeId: string, version: number): Promise<EditionRecord> {
  await programmes.take(context.tx, programmeId);
  const draft = (await editions.list(context.tx, { programmeId })).find(({ state }) => state === 'draft');
  if (draft === undefined)
    throw refuse('変更の案がありません。公開した版は変えられないため、先に変更の案を作ってください。');
  checkRecordVersion(draft, version);
  return draft;
}

function published(context: Context, record: ProgrammeRecord, type: string, edition: number): void {
  facts.record(context, 'audit-programme.published', {
    engagementId: record.engagementId,
    subject: record.id,
    data: { type, edition, source: record.content.source },
  });
}

function lineOf(record: ProgrammeRecord, all: readonly EditionRecord[], targeted: number) {
  const current = all.find(({ state }) => state === 'published');
  const draft = all.find(({ state }) => state === 'draft');
  const { title, kind, recordType } = (current ?? draft ?? all.at(-1))?.content.programme ?? {
    title: '',
    kind: '',
    recordType: '',
  };
  return {
    id: record.id,
    engagementId: record.engagementId,
    source: record.content.source,
    title,
    kind,
    recordType,
    retired: record.content.retired,
    edition: current?.position ?? null,
    draft: draft?.position ?? null,
    targets: targeted,
    version: record.version,
  };
}
