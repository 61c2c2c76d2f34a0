/** A file with a catalogue: read in a process of its own, looked at by a person, saved as an edition. */
import {
  type CatalogueAbout,
  CatalogueError,
  controlsOf,
  NOTHING_SAID,
  type ReadCatalogue,
  type SheetMapping,
} from '../../../core/catalogue/index.ts';
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type CatalogueFile,
  type CatalogueRequest,
  readCatalogueFile as readFile,
} from '../../../importers/catalogue-file.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { ImportView } from '../contract/imports.ts';
import type { standardsContract } from '../contract.ts';
import { facts } from '../facts.ts';
import {
  insertCatalogue,
  insertEdition,
  insertImport,
  keepColumnMapping,
  saveImport,
  selectCatalogues,
  selectColumnMappings,
  selectImports,
  type StoredCatalogue,
  type StoredImport,
  takeImport,
} from '../store-catalogues.ts';
import { catalogueSources } from './catalogues.ts';

type Contract = typeof standardsContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;
type Import = StoredImport<CatalogueFile>;

export async function listImports(context: Context, { engagementId }: In<'listImports'>): Out<'listImports'> {
  await context.client(engagementContract).getEngagement({ engagementId });
  const found = (await selectImports(context.tx, engagementId)).map(typed);
  return {
    imports: found.map(({ id, fileName, importedAt, content }) => ({
      id,
      fileName,
      importedAt,
      accepted: content.read === null ? 0 : controlsOf(content.read).length,
    })),
  };
}

export async function getImport(context: Context, { engagementId, importId }: In<'getImport'>): Out<'getImport'> {
  await context.client(engagementContract).getEngagement({ engagementId });
  return viewOf(typed(await takeImport(context.tx, engagementId, importId)));
}

export async function readCatalogueFile(
  context: Context,
  { engagementId, fileId }: In<'readCatalogueFile'>,
): Out<'readCatalogueFile'> {
  await context.client(engagementContract).getEngagement({ engagementId });
  const id = context.newId();
  const { name } = await context.files.attach(fileId, `standards:import:${id}`);
  const content = await read(context, fileId, null);
  await insertImport(context.tx, {
    id,
    engagementId,
    fileId,
    fileName: name,
    state: 'read',
    content,
    importedBy: context.caller.accountId,
    importedAt: context.now.toISOString(),
    version: 1,
  });
  return { importId: id };
}

export async function mapColumns(context: Context, input: In<'mapColumns'>): Out<'mapColumns'> {
  const found = await open(context, input);
  const content = await read(context, found.fileId, input.mapping);
  if (content.kind !== 'sheets') {
    throw new AppError('state.refused', { message: 'このファイルは表計算のファイルではないため、列を選べません。' });
  }
  await saveImport(context.tx, { ...found, content });
  return { version: found.version + 1 };
}

async function read(context: Context, fileId: string, mapping: SheetMapping | null): Promise<CatalogueFile> {
  const { bytes } = await context.files.open(fileId);
  const request: CatalogueRequest = { mapping, known: await selectColumnMappings(context.tx) };
  try {
    return await readFile(bytes, request);
  } catch (error) {
    if (error instanceof CatalogueError) throw fieldError('fileId', error.message);
    throw error;
  }
}

export async function saveCatalogue(context: Context, input: In<'saveCatalogue'>): Out<'saveCatalogue'> {
  const { engagementId, code } = input;
  const found = await open(context, input);
  const { content } = found;
  if (content.read === null) {
    throw new AppError('state.refused', {
      message: (content.kind === 'sheets' ? content.fault : null) ?? '列を選び直してください。',
    });
  }
  if (input.publishedOn !== null && input.publishedOn > context.today) {
    throw fieldError('publishedOn', `${formatEra(context.today)}までの日にしてください。`);
  }
  const catalogue = await catalogueFor(context, input);
  const sources = await catalogueSources(context, engagementId);
  const editions = sources.find(({ head }) => head.code === code)?.head.editions ?? [];
  if (editions.some(({ label }) => label === input.edition)) {
    throw fieldError('edition', 'この版は既にあります。保存した版は変えられません。別の版の名前を付けてください。');
  }
  const editionId = context.newId();
  const first = editions.length === 0;
  const stored = { ...catalogue.stored, currentEdition: first ? editionId : catalogue.stored.currentEdition };
  if (catalogue.added) await insertCatalogue(context.tx, stored);
  const controls = controlsOf(content.read).length;
  await insertEdition(context.tx, {
    id: editionId,
    catalogueId: stored.id,
    position: editions.filter(({ id }) => id !== null).length + 1,
    label: input.edition,
    publishedOn: input.publishedOn,
    licence: input.licence.trim(),
    source: input.source.trim(),
    format: content.read.format,
    fileId: found.fileId,
    groups: content.read.groups,
    controls,
    importedBy: context.caller.accountId,
    importedAt: context.now.toISOString(),
  });
  if (content.kind === 'sheets' && content.headings.some((one) => one !== '')) {
    await keepColumnMapping(context.tx, content.headings, content.mapping, context.now.toISOString());
  }
  await saveImport(context.tx, { ...found, state: 'saved' });
  facts.record(context, 'catalogue.imported', {
    engagementId,
    subject: editionId,
    data: { code, edition: input.edition, format: content.read.format, controls, refused: content.read.refused.length },
  });
  return { code, editionId, current: first };
}

/** The standard that the edition belongs to. Its name and openness were settled with its first edition. */
async function catalogueFor(
  context: Context,
  input: In<'saveCatalogue'>,
): Promise<{ readonly stored: StoredCatalogue; readonly added: boolean }> {
  const known = (await selectCatalogues(context.tx)).find(({ code }) => code === input.code);
  if (known !== undefined) {
    const sources = await catalogueSources(context, input.engagementId);
    if (sources.some(({ stored }) => stored?.id === known.id)) return { stored: known, added: false };
    throw fieldError('code', 'この略号は、ほかの基準に使われています。別の略号にしてください。');
  }
  const stored = {
    id: context.newId(),
    engagementId: input.engagementId,
    code: input.code,
    name: input.name,
    issuer: input.issuer,
    public: input.public,
    currentEdition: null,
    version: 1,
  };
  return { stored, added: true };
}

export async function discardImport(context: Context, input: In<'discardImport'>): Out<'discardImport'> {
  const found = await open(context, input);
  await saveImport(context.tx, { ...found, state: 'discarded' });
  return OK;
}

async function open(
  context: Context,
  input: { readonly engagementId: string; readonly importId: string; readonly version: number },
): Promise<Import> {
  await context.client(engagementContract).getEngagement({ engagementId: input.engagementId });
  const found = typed(await takeImport(context.tx, input.engagementId, input.importId));
  if (found.state !== 'read') {
    const message =
      found.state === 'saved'
        ? 'このファイルは既に保存しました。基準の目録から開いてください。'
        : 'このファイルは既に片付けました。もう一度読み取ってください。';
    throw new AppError('state.refused', { message });
  }
  if (found.version !== input.version) throw new AppError('record.stale', { current: viewOf(found) });
  return found;
}

/** The content was written by this module from what the reader answered. */
const typed = (found: StoredImport<unknown>): Import => ({ ...found, content: found.content as CatalogueFile });

const SHOWN_TEXT = 200;

function viewOf({ id, version, fileName, state, importedAt, content }: Import): ImportView {
  const read: ReadCatalogue | null = content.read;
  const about: CatalogueAbout = read?.about ?? NOTHING_SAID;
  return {
    id,
    version,
    fileName,
    state,
    importedAt,
    format: read?.format ?? 'sheet',
    about,
    sheets:
      content.kind === 'sheets'
        ? {
            mapping: content.mapping,
            fromEarlier: content.fromEarlier,
            offered: content.sheets.map((sheet) => ({
              ...sheet,
              firstRows: [...sheet.firstRows],
              columns: sheet.columns.map((column) => ({ ...column, samples: [...column.samples] })),
            })),
          }
        : null,
    fault: content.kind === 'sheets' ? content.fault : null,
    accepted: read === null ? 0 : controlsOf(read).length,
    groups: (read?.groups ?? []).map((group) => ({
      id: group.id,
      number: group.number,
      title: group.title,
      depth: group.depth,
      controls: group.controls.map((control) => ({
        id: control.id,
        number: control.number,
        title: control.title,
        statement: control.statement.slice(0, SHOWN_TEXT),
        depth: control.depth,
      })),
    })),
    refused: [...(read?.refused ?? [])],
  };
}
