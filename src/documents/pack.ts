/** Office files as archives: the same parts give the same bytes. */
import { once } from 'node:events';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import yazl from 'yazl';

/** DOS time has no zone: local midnight in every zone is the same bytes. */
const mtime = new Date(1980, 0, 1);

/** Already packed inside: packing once more takes time and saves nothing. */
const packed = /\.(?:png|jpe?g|xlsx)$/u;

/** An archive of parts, sorted by name with the content types first. */
export async function pack(parts: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  const names = [...parts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  for (const name of names) {
    const part = parts.get(name) ?? '';
    const data = typeof part === 'string' ? Buffer.from(part) : Buffer.from(part.buffer, part.byteOffset, part.length);
    zip.addBuffer(data, name, { mtime, forceDosTimestamp: true, compress: !packed.test(name) });
  }
  const chunks: Buffer[] = [];
  zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = once(zip.outputStream, 'end');
  zip.end();
  await done;
  return Buffer.concat(chunks);
}

const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);

/** An archive of somebody's making packed anew, with some of its parts changed. */
export async function repack(
  bytes: Uint8Array,
  edit: (name: string, xml: string) => string,
  more: {
    readonly editData?: (name: string, data: Uint8Array) => Uint8Array | Promise<Uint8Array>;
    readonly rename?: (name: string) => string;
  } = {},
): Promise<Uint8Array> {
  const { editData = (_name, data) => data, rename = (name) => name } = more;
  const parts = new Map<string, string | Uint8Array>();
  for (const [old, data] of Object.entries(unzipSync(bytes))) {
    if (old.endsWith('/')) continue;
    const name = rename(old);
    const isXml = name.endsWith('.xml') || name.endsWith('.rels');
    parts.set(name, isXml ? strToU8(edit(name, strFromU8(data))) : await editData(name, data));
  }
  return pack(parts);
}

/** Both dates of the core properties become the given one. */
export const fixedTimes = (xml: string, created: Date): string =>
  xml.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu,
    (_all, before: string) => `${before}${officeTime(created)}`,
  );

/** An instant as the core properties write it. */
export const officeTime = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`;
