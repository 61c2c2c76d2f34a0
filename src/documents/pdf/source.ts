import { appendixCounter } from '../blocks/appendix/model.ts';
import type { ChartPictures } from '../charts/draw.ts';
import { titlePageToTypst } from '../blocks/title-page/typst.ts';
import { linesOf } from '../model/document.ts';
import { margins, paper, textWidth } from '../model/units.ts';
import { sizes } from '../prepare/look.ts';
import type { Prepared, Section } from '../prepare/prepare.ts';
import { changesPrelude, remarksToTypst } from './changes.ts';
import { mm, type TypstContext } from './context.ts';
import { typstString } from './escape.ts';
import { writeFlow } from './flow.ts';
import { prelude } from './prelude.ts';

/** The Typst source of a document and the pictures it names. */
export interface TypstSource {
  readonly source: string;
  /** The part after the shared prelude. */
  readonly body: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Writes the Typst source of a prepared tree with its charts. @throws DocumentError */
export function typstSource(prepared: Prepared, charts: ChartPictures): TypstSource {
  const { tree } = prepared;
  const files = new Map<string, Uint8Array>();
  const addFile: TypstContext['addFile'] = (extension, data) => {
    const path = `/picture-${files.size + 1}.${extension}`;
    files.set(path, data);
    return path;
  };
  const nextAppendix = appendixCounter();
  const author = tree.author ?? linesOf(tree.sender).at(0);
  const body = [
    `#set document(title: ${typstString(tree.title)}${author === undefined ? '' : `, author: (${typstString(author)},)`})`,
    ...prepared.sections.map((section, index) => {
      const width = textWidth(section.size, section.orientation);
      const sheet = paper[section.size];
      const pageHeight = section.orientation === 'portrait' ? sheet.height : sheet.width;
      const { labels } = prepared;
      const place = { width, pageHeight, depth: 0, sticky: false } as const;
      const context: TypstContext = { tree, labels, charts, nextAppendix, addFile, ...place };
      const restart = prepared.sections[index - 1]?.cover === true ? '#counter(page).update(1)\n' : '';
      const blocks = section.cover
        ? titlePageToTypst({ kind: 'title-page' }, context)
        : writeFlow(section.blocks, context);
      return `${pageRule(section, prepared)}\n${restart}${blocks}`;
    }),
    remarksToTypst(prepared),
  ].join('\n');
  const changes = prepared.changedBy.length > 0 || prepared.comments.length > 0 ? changesPrelude : '';
  return { source: prelude + changes + body, body, files };
}

function pageRule(section: Section, { tree, changedBy }: Prepared): string {
  const { width, height } = paper[section.size];
  const [across, down] = section.orientation === 'portrait' ? [width, height] : [height, width];
  const running = section.cover ? '' : (tree.running ?? tree.title);
  const marking = section.marking === undefined ? '' : `【${section.marking}】`;
  const header = `grid(columns: (1fr, auto), ${typstString(running)}, strong(${typstString(marking)}))`;
  const footer = section.cover
    ? 'none'
    : `align(center, context text(size: ${sizes.header}pt, "- " + counter(page).display() + " -"))`;
  return [
    `#set page(`,
    `  width: ${mm(across)}, height: ${mm(down)},`,
    `  margin: (top: ${mm(margins.top)}, bottom: ${mm(margins.bottom)}, left: ${mm(margins.left)}, right: ${mm(margins.right)}),`,
    `  header: text(size: ${sizes.header}pt, ${header}),`,
    `  footer: ${footer},`,
    ...(changedBy.length > 0 ? ['  background: change-bars,'] : []),
    `)`,
  ].join('\n');
}
