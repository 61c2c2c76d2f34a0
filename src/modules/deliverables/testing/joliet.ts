/** Reads the Joliet tree of a disc image from its bytes alone, as Windows does: by ECMA-119 and names in UCS-2. */

const SECTOR = 2048;
/** Escape sequences that say: names are UCS-2. */
const UCS2 = ['%/@', '%/C', '%/E'];

/** All files by path. @throws Error for an image without a Joliet tree or with records that lie */
export function readJoliet(image: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const view = Buffer.from(image.buffer, image.byteOffset, image.byteLength);
  for (let sector = 16; ; sector += 1) {
    const descriptor = view.subarray(sector * SECTOR, (sector + 1) * SECTOR);
    if (descriptor.toString('latin1', 1, 6) !== 'CD001' || descriptor[0] === 255) throw new Error('no Joliet tree');
    if (descriptor[0] !== 2 || !UCS2.includes(descriptor.toString('latin1', 88, 91))) continue;
    return Object.fromEntries(filesOf(view, recordAt(descriptor, 156), ''));
  }
}

interface DirectoryRecord {
  readonly start: number;
  readonly size: number;
  readonly folder: boolean;
  readonly name: string;
}

function recordAt(bytes: Buffer, at: number): DirectoryRecord {
  const start = bytes.readUInt32LE(at + 2);
  const size = bytes.readUInt32LE(at + 10);
  // Every number stands there twice, for the two kinds of machines.
  if (start !== bytes.readUInt32BE(at + 6) || size !== bytes.readUInt32BE(at + 14)) throw new Error('numbers differ');
  const name = bytes.subarray(at + 33, at + 33 + bytes.readUInt8(at + 32));
  return {
    start: start * SECTOR,
    size,
    folder: (bytes.readUInt8(at + 25) & 2) !== 0,
    name: name.length < 2 ? '' : new TextDecoder('utf-16be').decode(name).replace(/;1$/u, ''),
  };
}

function filesOf(image: Buffer, directory: DirectoryRecord, path: string): [string, Uint8Array][] {
  const listing = image.subarray(directory.start, directory.start + directory.size);
  const found: [string, Uint8Array][] = [];
  for (let at = 0; at < listing.length;) {
    const length = listing.readUInt8(at);
    if (length === 0) {
      // Records do not cross sectors: the rest of this one is empty.
      at = (Math.floor(at / SECTOR) + 1) * SECTOR;
      continue;
    }
    const record = recordAt(listing, at);
    at += length;
    // The first two are the folder itself and the one above.
    if (record.name === '') continue;
    const inner = path === '' ? record.name : `${path}/${record.name}`;
    if (record.folder) found.push(...filesOf(image, record, inner));
    else found.push([inner, image.subarray(record.start, record.start + record.size)]);
  }
  return found;
}
