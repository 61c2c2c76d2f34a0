/** The parts of a Word file and how they point to each other. */
import { cleanText } from '../prepare/text.ts';
import { xmlHead, xmlText } from '../prepare/xml.ts';
import type { Comment } from '../model/changes.ts';
import type { DocumentTree } from '../model/document.ts';
import { linesOf } from '../model/document.ts';
import { createdAt } from '../prepare/created.ts';
import { officeTime } from '../pack.ts';
import type { WordFonts } from './context.ts';
import type { ListKind } from './lists.ts';
import { type WordParagraph, wordParagraph, type WordSection, wordText } from './model.ts';
import { paragraphXml } from './xml/body.ts';
import { names } from './xml/names.ts';
import { numberingPart } from './xml/numbering.ts';
import { footerId, headerId } from './xml/section.ts';
import { fontsPart, settingsPart, stylesPart } from './xml/styles.ts';
import { inTokyo, type Media, Writing } from './xml/writing.ts';
import { xmlAttribute } from '../prepare/xml.ts';

export interface WordFile {
  readonly tree: DocumentTree;
  readonly fonts: WordFonts;
  readonly sections: readonly WordSection[];
  /** Kinds of the lists by their numbers. */
  readonly lists: readonly ListKind[];
  readonly comments: readonly Comment[];
  /** The part with the text. */
  readonly body: string;
  readonly media: readonly Media[];
}

const office = 'application/vnd.openxmlformats-officedocument';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A part that the document points to. */
interface Part {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly content: string | Uint8Array;
}

export function wordParts(file: WordFile): Map<string, string | Uint8Array> {
  const { fonts, sections, comments } = file;
  const part = (kind: string, content: string): Part => ({ id: kind, kind, name: `${kind}.xml`, content });
  const own: Part[] = [
    part('styles', stylesPart(fonts)),
    part('numbering', numberingPart(file.lists)),
    part('settings', settingsPart),
    part('fontTable', fontsPart(fonts)),
    ...(comments.length === 0 ? [] : [part('comments', commentsPart(comments))]),
    ...sections.flatMap(({ header, footer }, index): Part[] => [
      { id: headerId(index), kind: 'header', name: `header${index + 1}.xml`, content: edgePart('hdr', header) },
      { id: footerId(index), kind: 'footer', name: `footer${index + 1}.xml`, content: edgePart('ftr', footer) },
    ]),
  ];
  const pictures = file.media.map(({ id, name, data }): Part => ({ id, kind: 'image', name, content: data }));
  return new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', contentTypes(own)],
    ['_rels/.rels', packageRelations],
    [
      'docProps/app.xml',
      `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`,
    ],
    ['docProps/core.xml', corePart(file.tree)],
    ['word/document.xml', file.body],
    [
      'word/_rels/document.xml.rels',
      relationships([...own, ...pictures].map(({ id, kind, name }) => [id, `${relations}/${kind}`, name])),
    ],
    ...[...own, ...pictures].map(({ name, content }): [string, string | Uint8Array] => [`word/${name}`, content]),
  ]);
}

const relationships = (all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const packageRelations = relationships([
  ['document', `${relations}/officeDocument`, 'word/document.xml'],
  [
    'core',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  ],
  ['app', `${relations}/extended-properties`, 'docProps/app.xml'],
]);

function contentTypes(own: readonly Part[]): string {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
    ['svg', 'image/svg+xml'],
  ];
  const overrides = [
    ['word/document.xml', `${office}.wordprocessingml.document.main+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['docProps/app.xml', `${office}.extended-properties+xml`],
    ...own.map(({ kind, name }) => [`word/${name}`, `${office}.wordprocessingml.${kind}+xml`]),
  ];
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults
    .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
    .join('')}${overrides
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join('')}</Types>`;
}

function corePart(tree: DocumentTree): string {
  const author = xmlText(cleanText(tree.author ?? linesOf(tree.sender).at(0) ?? ''));
  const created = officeTime(createdAt(tree.created));
  return (
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(cleanText(tree.title))}</dc:title>` +
    (tree.subtitle === undefined ? '' : `<dc:subject>${xmlText(cleanText(tree.subtitle))}</dc:subject>`) +
    `<dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${created}</dcterms:modified></cp:coreProperties>`
  );
}

/** A header or footer. */
const edgePart = (element: 'hdr' | 'ftr', paragraph: WordParagraph): string =>
  `${xmlHead}<w:${element} ${names}>${paragraphXml(paragraph, new Writing())}</w:${element}>`;

function commentsPart(comments: readonly Comment[]): string {
  const one = (comment: Comment): string =>
    `<w:comment w:id="${comment.number ?? 0}" w:author="${xmlAttribute(cleanText(comment.author))}" w:date="${inTokyo(comment)}">${cleanText(
      comment.text,
    )
      .split('\n')
      .map((text) => paragraphXml(wordParagraph('', [wordText(text)]), new Writing()))
      .join('')}</w:comment>`;
  return `${xmlHead}<w:comments ${names}>${comments.map(one).join('')}</w:comments>`;
}
