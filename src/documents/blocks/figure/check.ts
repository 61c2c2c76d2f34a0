import { DocumentError } from '../../errors.ts';
import type { FigureBlock } from './model.ts';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The picture of a figure once its text alternative, size and data are sound. `available` is the text width in mm. */
export function checkFigure(
  block: FigureBlock,
  available: number,
): { readonly svg: string | undefined; readonly png: Uint8Array | undefined } {
  const name = block.caption === undefined ? '図' : `図「${block.caption}」`;
  const fail = (reason: string): never => {
    throw new DocumentError('figure-invalid', `${name}${reason}`);
  };
  if (block.alt.trim() === '') fail('に説明文（代替テキスト）がありません。図の内容を文章で入力してください。');
  if (!(block.width > 0 && block.height > 0)) fail('の大きさが正しくありません。');
  if (block.width > available + 0.01) fail(`の幅が用紙の幅（${Math.floor(available)}mm）を超えています。`);
  const { svg, png } = block;
  if (svg === undefined && png === undefined) fail('に画像がありません。');
  if (svg !== undefined && !/<svg[\s/>]/u.test(svg)) fail('のSVGが正しくありません。');
  if (svg !== undefined && /<!ENTITY|<script|(?:href|src)\s*=\s*["'](?!#|data:image\/)/iu.test(svg)) {
    fail('のSVGに外部の参照または実行できる内容が含まれています。');
  }
  if (png !== undefined && PNG_SIGNATURE.some((byte, index) => png[index] !== byte))
    fail('の画像がPNG形式ではありません。');
  return { svg, png };
}

/** A transparent point: what programs that cannot draw SVG show when no PNG was given. */
export const emptyPng = (): Uint8Array =>
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=', 'base64');
