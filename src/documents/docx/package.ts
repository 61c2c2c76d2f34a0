/** The parts of a Word file and how they point to each other. */
import { cleanText } from '../prepare/text.ts';
import { xmlAttribute, xmlHead } from '../prepare/xml.ts';
import type { Comment } from '../model/changes.ts';
import { type DocumentTree, linesOf } from '../model/document.ts';
import { contentTypes, coreProperties, fileRelationships, relationships } from '../parts.ts';
import type { WordFonts } from './context.ts';
import type { ListKind } from './lists.ts';
import { type WordParagraph, wordParagraph, type WordSection, wordText } from './model.ts';
import { paragraphXml } from './xml/body.ts';
import { names } from './xml/names.ts';
import { numberingPart } from './xml/numbering.ts';
import { footerId, headerId } from './xml/section.ts';
import { fontsPart, settingsPart, stylesPart } from './xml/styles.ts';
import { inTokyo, type Media, Writing } from './xml/writing.ts';

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

/** A part that the document points to. */
interface Part {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly content: string | Uint8Array;
}

export function wordParts(file: WordFile): Map<string, string | Uint8Array> {
  const { tree, fonts, sections, comments } = file;
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
    [
      '[Content_Types].xml',
      contentTypes(
        [
          ['word/document.xml', 'wordprocessingml.document.main'],
          ...own.map(({ kind, name }) => [`word/${name}`, `wordprocessingml.${kind}`] as const),
        ],
        [
          ['png', 'image/png'],
          ['svg', 'image/svg+xml'],
        ],
      ),
    ],
    ['_rels/.rels', fileRelationships('word/document.xml')],
    [
      'docProps/core.xml',
      coreProperties({
        title: tree.title,
        subject: tree.subtitle,
        author: tree.author ?? linesOf(tree.sender).at(0) ?? '',
        created: tree.created,
      }),
    ],
    ['word/document.xml', file.body],
    [
      'word/_rels/document.xml.rels',
      relationships([...own, ...pictures].map(({ id, kind, name }) => [id, kind, name])),
    ],
    ...[...own, ...pictures].map(({ name, content }): [string, string | Uint8Array] => [`word/${name}`, content]),
  ]);
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
