import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { drawCharts } from '../charts/draw.ts';
import { DocumentError } from '../errors.ts';
import { fontFolder } from '../fonts.ts';
import type { DocumentTree } from '../model/document.ts';
import { createdAt } from '../prepare/created.ts';
import { prepare } from '../prepare/prepare.ts';
import { checkSize } from '../prepare/size.ts';
import { explain } from './explain.ts';
import { typstSource } from './source.ts';

// Sources are confined to this folder; pictures are laid over it in memory for one compilation.
const workspace = import.meta.dirname;

let compiler: NodeCompiler | undefined;

/** Scanning the fonts takes a moment, so one compiler serves the whole process. */
function sharedCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace,
    fontArgs: [
      {
        fontPaths: (['biz-udmincho', 'biz-udgothic', 'noto-serif-jp'] as const).flatMap((name) => [
          fontFolder(name, '400Regular'),
          fontFolder(name, '700Bold'),
        ]),
      },
    ],
  });
  return compiler;
}

/** The tree as PDF. Compilation is synchronous, so two documents never share pictures. */
export async function writePdf(tree: DocumentTree): Promise<Uint8Array> {
  const prepared = prepare(tree);
  checkSize(prepared, 'PDF');
  const charts = await drawCharts(
    prepared.sections.flatMap((section) => section.blocks),
    'svg',
  );
  const { source, files } = typstSource(prepared, charts);
  return compileTypst(source, { files, standard: tree.pdfStandard ?? 'ua-1', createdAt: createdAt(tree.created) });
}

/** Typst source as PDF. @throws DocumentError, also when a character is in none of the fonts */
export function compileTypst(
  source: string,
  options: {
    readonly files?: ReadonlyMap<string, Uint8Array>;
    readonly standard: 'ua-1' | 'a-2a' | '1.7';
    readonly createdAt: Date;
  },
): Uint8Array {
  const typst = sharedCompiler();
  try {
    for (const [path, data] of options.files ?? []) typst.mapShadow(join(workspace, path), Buffer.from(data));
    const pdf = typst.pdf(
      { mainFileContent: source },
      { pdfStandard: options.standard, creationTimestamp: options.createdAt.getTime() / 1000 },
    );
    return new Uint8Array(pdf);
  } catch (error) {
    throw error instanceof DocumentError ? error : explain(error, source);
  } finally {
    typst.resetShadow();
    // A long report leaves a hundred megabytes behind; making the set-up anew takes the next document a millisecond.
    typst.evictCache(0);
  }
}
