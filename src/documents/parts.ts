/** Parts that every office file has: how the others point to each other, what they are, who made them. */
import { officeTime } from './pack.ts';
import { createdAt } from './prepare/created.ts';
import { cleanText } from './prepare/text.ts';
import { xmlHead, xmlText } from './prepare/xml.ts';

/** The beginning of the media types of the parts. */
export const officeType = 'application/vnd.openxmlformats-officedocument';

/** The names of kinds of relationships begin so. */
export const relationKind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Which parts a part points to: an id of its own, the kind of relationship (`styles` or an address), the part. */
export const relationships = (all: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([id, kind, target]) =>
        `<Relationship Id="${id}" Type="${kind.includes(':') ? kind : `${relationKind}/${kind}`}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** The relationships of the whole file. @param main its first part */
export const fileRelationships = (main: string): string =>
  relationships([
    ['main', 'officeDocument', main],
    [
      'core',
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ],
  ]);

/** What each part is: by its ending, or by its name and the last words of its media type. */
export function contentTypes(
  parts: readonly (readonly [name: string, type: string])[],
  endings: readonly (readonly [ending: string, type: string])[] = [],
): string {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...endings,
  ];
  const overrides = [
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...parts.map(([name, type]) => [name, `${officeType}.${type}+xml`]),
  ];
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults
    .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
    .join('')}${overrides
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join('')}</Types>`;
}

/** Title, author and day of the file. */
export function coreProperties(file: {
  readonly title: string;
  readonly subject?: string | undefined;
  readonly author: string;
  readonly created: string | undefined;
}): string {
  const author = xmlText(cleanText(file.author));
  const created = officeTime(createdAt(file.created));
  return (
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(cleanText(file.title))}</dc:title>` +
    (file.subject === undefined ? '' : `<dc:subject>${xmlText(cleanText(file.subject))}</dc:subject>`) +
    `<dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${created}</dcterms:modified></cp:coreProperties>`
  );
}
