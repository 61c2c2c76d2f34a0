/** Sends what was written on the device: photos, records, then the judgement. What does not arrive stays on the device. */
import { newKey, RequestError, uploadFile } from '../../../../web/client.ts';
import { merge, unchanged } from '../../rules/merge.ts';
import { audit, type Check } from '../audit-client.ts';
import { messages } from '../messages-field.ja.ts';
import { type Sheet, type SheetItem, type SheetStore, sheetTextOf, type Work } from './sheet-store.ts';

export interface Sent {
  readonly sheet: Sheet;
  readonly works: ReadonlyMap<string, Work>;
  /** True when the connection was lost on the way. */
  readonly interrupted: boolean;
}

export async function sendAll(store: SheetStore, before: Sheet): Promise<Sent> {
  let sheet = before;
  let interrupted = false;
  for (const work of (await store.works()).values()) {
    if (work.conflict !== null) continue;
    const item = sheet.items.find(({ id }) => id === work.checkId);
    try {
      const after = await sendWork(store, sheet.auditId, work, item);
      if (after !== null) sheet = { ...sheet, items: sheet.items.map((one) => (one.id === after.id ? after : one)) };
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (error.status === 0 || error.status >= 500) {
        interrupted = true;
        break;
      }
      // What was already sent of this item is no longer part of it.
      const left = (await store.works()).get(work.checkId) ?? work;
      await store.saveWork({ ...left, refused: reasonOf(error) });
    }
  }
  await store.saveSheet(sheet);
  return { sheet, works: await store.works(), interrupted };
}

const reasonOf = ({ message, fields, code }: RequestError): string =>
  code === 'record.missing'
    ? messages.gone
    : [...(fields.length === 0 ? [message] : []), ...fields.map((field) => field.message)].join('');

/** The item as the server has it afterwards; null when there was only something to keep. Each step is kept before the next. */
async function sendWork(
  store: SheetStore,
  auditId: string,
  given: Work,
  item: SheetItem | undefined,
): Promise<SheetItem | null> {
  let work = given;
  const keep = async (change: Partial<Work>): Promise<void> => {
    work = { ...work, ...change };
    await store.saveWork(work);
  };
  for (const photo of given.photos) {
    const { fileId, sha256 } = await uploadFile(new File([photo.file], photo.name, { type: photo.file.type }));
    if (photo.sha256 !== '' && photo.sha256 !== sha256) {
      await keep({ refused: messages.changedFile(photo.name) });
      return null;
    }
    const { id } = await audit.addEvidence(
      {
        ...{ auditId, title: photo.title, source: messages.collected, technique: photo.technique, description: '' },
        ...{ place: photo.place, collectedAt: photo.at, from: { kind: 'upload', fileId } },
      },
      { idempotencyKey: photo.key },
    );
    await keep({
      photos: work.photos.filter(({ key }) => key !== photo.key),
      mine: { ...work.mine, evidenceIds: [...work.mine.evidenceIds, id] },
      key: newKey(),
    });
  }
  for (const { key, ...record } of given.records) {
    await audit.addFieldRecord({ auditId, checkId: given.checkId, ...record }, { idempotencyKey: key });
    await keep({ records: work.records.filter((other) => other.key !== key) });
  }
  if (item === undefined || unchanged(item.base, work.mine)) {
    await store.removeWork(work.checkId);
    return item ?? null;
  }
  return judge(store, work, item);
}

async function judge(store: SheetStore, work: Work, item: SheetItem): Promise<SheetItem | null> {
  const { mine } = work;
  try {
    const { version } = await audit.judgeCheck(
      {
        ...{ checkId: item.id, version: item.version, judgement: mine.judgement, fact: mine.fact, note: mine.note },
        ...{ techniques: [...mine.techniques], evidenceIds: [...mine.evidenceIds] },
      },
      { idempotencyKey: work.key },
    );
    await store.removeWork(item.id);
    return { ...item, version, base: mine };
  } catch (error) {
    if (!(error instanceof RequestError) || error.code !== 'record.stale') throw error;
    const current = error.current as Check;
    const theirs = sheetTextOf(current);
    const { merged, conflicts } = merge(item.base, mine, theirs);
    const known = { ...item, version: current.version, base: theirs };
    if (conflicts.length > 0) {
      await store.saveWork({ ...work, mine: merged, conflict: { theirs, version: current.version } });
      return known;
    }
    const joined = { ...work, mine: merged, key: newKey() };
    await store.saveWork(joined);
    if (unchanged(theirs, merged)) {
      await store.removeWork(item.id);
      return known;
    }
    return judge(store, joined, known);
  }
}
