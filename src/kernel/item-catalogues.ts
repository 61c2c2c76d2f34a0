/** The catalogues of audit items that come with the product, read once per process. */
import { type AuditCatalogue, parseAuditCatalogue } from '../core/content-schema/index.ts';
import { listContent, listContentFolders, readContent } from './content.ts';
import { AppError } from './error.ts';

const FOLDER = 'checklists';
const HEAD = 'catalogue.yaml';

const known = new Map<string, AuditCatalogue>();

/** Every catalogue, in the order in which they are shown; each is a folder of `content/checklists`. */
export function itemCatalogues(): readonly AuditCatalogue[] {
  return listContentFolders(FOLDER)
    .map(itemCatalogue)
    .sort((a, b) => a.order - b.order);
}

/** @throws ContentError when a file is broken, AppError `record.missing` when there is no such catalogue. */
export function itemCatalogue(code: string): AuditCatalogue {
  const found = known.get(code);
  if (found !== undefined) return found;
  if (!listContentFolders(FOLDER).includes(code)) {
    throw new AppError('record.missing', {
      message: '監査項目の目録が見つかりません。目録の一覧から選び直してください。',
      internal: `catalogue ${code}`,
    });
  }
  const folder = `${FOLDER}/${code}`;
  const files = listContent(folder, '.yaml')
    .filter((name) => name !== HEAD)
    .map((name) => ({ name, text: readContent(`${folder}/${name}`) }));
  const catalogue = parseAuditCatalogue(readContent(`${folder}/${HEAD}`), files);
  known.set(code, catalogue);
  return catalogue;
}
