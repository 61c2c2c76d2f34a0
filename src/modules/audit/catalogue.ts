/** The content files that the audit works with: the two checklists and the standards, read once per process. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  citationOf,
  type ContractChecklist,
  type DepartmentChecklist,
  findProvision,
  parseChecklist,
  parseStandard,
  type Standard,
} from '../../core/content-schema/index.ts';
import { AppError } from '../../kernel/error.ts';
import type { Basis } from './rules/basis.ts';

const CONTENT = new URL('../../../content/', import.meta.url);

export interface Catalogue {
  readonly department: DepartmentChecklist;
  readonly contract: ContractChecklist;
  readonly standards: readonly Standard[];
}

let loaded: Catalogue | undefined;

/** @throws ContentError when a file is broken, AppError `configuration.invalid` when one is absent. */
export function catalogue(): Catalogue {
  loaded ??= { department: departmentList(), contract: contractList(), standards: standards() };
  return loaded;
}

/** The provision as a document cites it, with its tier. An unknown one is refused: a finding cites what exists. */
export function cite(reference: { readonly standard: string; readonly provision: string }): Basis {
  const found = findProvision(catalogue().standards, reference);
  if (found === undefined) {
    throw new AppError('record.missing', {
      message: '根拠とした基準の条項が見つかりません。基準の一覧から選び直してください。',
      internal: `${reference.standard} ${reference.provision}`,
    });
  }
  return { ...reference, citation: citationOf(found), tier: found.standard.tier };
}

/** Citations for display; a provision that a city has removed from its standards since is shown by its code. */
export function citations(references: readonly { readonly standard: string; readonly provision: string }[]): string[] {
  return references.map((reference) => {
    const found = findProvision(catalogue().standards, reference);
    return found === undefined ? `${reference.standard} ${reference.provision}` : citationOf(found);
  });
}

function departmentList(): DepartmentChecklist {
  const list = parseChecklist(read('checklists/department-audit.yaml'));
  if (list.type !== 'department-audit') throw unfit('checklists/department-audit.yaml');
  return list;
}

function contractList(): ContractChecklist {
  const list = parseChecklist(read('checklists/external-service-29.yaml'));
  if (list.type !== 'contract-documents') throw unfit('checklists/external-service-29.yaml');
  return list;
}

function standards(): Standard[] {
  const folder = fileURLToPath(new URL('standards/', CONTENT));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parseStandard(read(`standards/${name}`)));
}

function read(path: string): string {
  const file = fileURLToPath(new URL(path, CONTENT));
  if (!existsSync(file)) throw unfit(path);
  return readFileSync(file, 'utf8');
}

function unfit(path: string): AppError {
  return new AppError('configuration.invalid', {
    message: `内容ファイル content/${path} がないか、種類が違います。ファイルを元に戻してから、もう一度お試しください。`,
    internal: path,
  });
}
