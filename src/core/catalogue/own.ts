/** Catalogues in the product's own format, as they lie in `content/standards`. */
import { parseStandard } from '../content-schema/index.ts';
import { plainObject } from './plain.ts';
import type { ReadCatalogue } from './model.ts';

export function isOwn(document: unknown): boolean {
  const found = plainObject(document);
  return found !== null && 'code' in found && 'groups' in found && 'tier' in found;
}

/** @throws ContentError with every fault of the file */
export function readOwn(text: string): ReadCatalogue {
  const standard = parseStandard(text);
  return {
    format: 'own',
    about: {
      code: standard.code,
      title: standard.title,
      issuer: standard.issuer,
      edition: standard.edition.label,
      date: standard.edition.date,
      licence: '',
      source: standard.edition.source ?? '',
    },
    groups: standard.groups.map((group) => ({
      id: group.id,
      number: group.number,
      title: group.title,
      aim: group.aim,
      depth: 0,
      controls: group.controls.map((control) => ({
        id: control.id,
        number: control.number,
        title: control.title,
        statement: control.statement,
        guidance: '',
        depth: 0,
        references: control.references.map(({ standard: code, provision }) => `${code}/${provision}`),
      })),
    })),
    refused: [],
  };
}
