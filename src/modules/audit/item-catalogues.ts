/** The catalogues of audit items that come with the product, read once per process. */
import { type AuditCatalogue, parseAuditCatalogue } from '../../core/content-schema/index.ts';
import { listContent, listContentFolders, readContent } from '../../kernel/content.ts';
import { AppError } from '../../kernel/error.ts';

const FOLDER = 'checklists';
const HEAD = 'catalogue.yaml';

const known = new Map<string, AuditCatalogue>();

/** Codes of the catalogues: the folders of `content/checklists`. */
export function itemCatalogueCodes(): readonly string[] {
  return listContentFolders(FOLDER);
}

/** @throws ContentError when a file is broken, AppError `record.missing` when there is no such catalogue. */
export function itemCatalogue(code: string): AuditCatalogue {
  const found = known.get(code);
  if (found !== undefined) return found;
  if (!itemCatalogueCodes().includes(code)) {
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
