import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { WordFonts } from './context.ts';
import { offGridStyles } from './styles.ts';

/** Re-packs a Word file: fixed order, fixed times, and the few settings that the library does not write. */
export function repackDocx(bytes: Uint8Array, created: Date, fonts: WordFonts): Uint8Array {
  return repack(bytes, (name, xml) => {
    switch (name) {
      case 'word/document.xml':
        return countFromOne(xml);
      case 'word/numbering.xml':
        return tieHeadings(xml);
      case 'word/styles.xml':
        return japaneseStyles(xml);
      case 'word/settings.xml':
        return japaneseSettings(xml);
      case 'docProps/core.xml':
        return fixedTimes(xml, created);
      case 'word/fontTable.xml':
        return fontTable(xml, fonts);
      default:
        return xml;
    }
  });
}

/** Re-packs an OOXML file with entries sorted by name (content types first) and dated 1980. */
export function repack(
  bytes: Uint8Array,
  edit: (name: string, xml: string) => string,
  more: {
    readonly editData?: (name: string, data: Uint8Array) => Uint8Array;
    readonly rename?: (name: string) => string;
  } = {},
): Uint8Array {
  const { editData = (_name, data) => data, rename = (name) => name } = more;
  const entries = Object.fromEntries(
    Object.entries(unzipSync(bytes)).flatMap(([name, data]) => (name.endsWith('/') ? [] : [[rename(name), data]])),
  );
  const names = Object.keys(entries).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const packed: Zippable = {};
  for (const name of names) {
    const data = entries[name] ?? new Uint8Array();
    const isXml = name.endsWith('.xml') || name.endsWith('.rels');
    // DOS time has no zone: local midnight in every zone is the same bytes.
    packed[name] = [
      isXml ? strToU8(edit(name, strFromU8(data))) : editData(name, data),
      { mtime: new Date(1980, 0, 1), level: 6 },
    ];
  }
  return zipSync(packed);
}

const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);

/** Both dates of the core properties become the given one. */
export const fixedTimes = (xml: string, created: Date): string =>
  xml.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu,
    (_all, before: string) => `${before}${created.toISOString().slice(0, 19)}Z`,
  );

/** Names BIZ UD, which Windows also brings, for computers without the MS fonts, and says that the fonts are Japanese. */
function fontTable(xml: string, fonts: WordFonts): string {
  const entry = (name: string | undefined, other: string, family: string): string =>
    `<w:font w:name="${name ?? ''}"><w:altName w:val="${other}"/><w:charset w:val="80"/><w:family w:val="${family}"/><w:pitch w:val="fixed"/></w:font>`;
  const entries =
    entry(fonts.mincho.eastAsia, 'BIZ UDMincho', 'roman') + entry(fonts.gothic.eastAsia, 'BIZ UDGothic', 'modern');
  return xml.includes('</w:fonts>')
    ? xml.replace('</w:fonts>', `${entries}</w:fonts>`)
    : xml.replace(/<w:fonts([^>]*)\/>/u, (_all, attributes: string) => `<w:fonts${attributes}>${entries}</w:fonts>`);
}

/**
 * The library numbers bookmarks and pictures through the life of the process; here they count from 1 in each document, as
 * tracked changes do, which share their numbers with bookmarks.
 */
function countFromOne(xml: string): string {
  const names = new Map<string, number>();
  const ids = new Map<string, number>();
  const count = (seen: Map<string, number>, key: string): number => {
    const number = seen.get(key) ?? seen.size + 1;
    seen.set(key, number);
    return number;
  };
  let pictures = 0;
  return xml
    .replace(/(<wp:docPr id=")\d+/gu, (_all, before: string) => `${before}${(pictures += 1)}`)
    .replace(
      /(w:anchor="|w:name="|<w:instrText[^>]*>\s*PAGEREF )_Toc(\d+)/gu,
      (_all, before: string, old: string) => `${before}_Toc${count(names, old)}`,
    )
    .replace(
      /(<w:(bookmark(?:Start|End)|ins|del) [^>]*?w:id=")([^"]+)/gu,
      (_all, before: string, element: string, old: string) =>
        `${before}${count(ids, element.startsWith('bookmark') ? old : `change ${ids.size}`)}`,
    );
}

/** Ties each level of the heading list to its style, so that choosing a heading style in Word numbers it. */
function tieHeadings(xml: string): string {
  return xml.replace(/<w:abstractNum .*?<\/w:abstractNum>/gsu, (list) =>
    list.includes('w:val="第%1"')
      ? list
          .replace('"hybridMultilevel"', '"multilevel"')
          .replace(
            /(<w:lvl w:ilvl="([0-5])"[^>]*>.*?<w:numFmt [^>]*\/>)/gsu,
            (_all, head: string, level: string) => `${head}<w:pStyle w:val="Heading${Number(level) + 1}"/>`,
          )
      : list,
  );
}

/** Kinsoku is on by default in Word; punctuation is squeezed as Japanese offices expect. */
function japaneseSettings(xml: string): string {
  if (xml.includes('w:characterSpacingControl')) return xml;
  return xml.replace('<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>');
}

const offGrid = new RegExp(`<w:style [^>]*w:styleId="(?:${offGridStyles.join('|')})".*?</w:style>`, 'gsu');

/**
 * No extra space between kana and digits (令和8年, not 令和 8 年), and no grid where it would stretch the lines. Both stand
 * before the spacing, as the schema orders them.
 */
function japaneseStyles(xml: string): string {
  const noAutoSpace = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';
  return xml
    .replace('<w:name w:val="Normal"/><w:qFormat/>', `$&<w:pPr>${noAutoSpace}</w:pPr>`)
    .replace(offGrid, (style) => style.replace('<w:spacing ', '<w:snapToGrid w:val="0"/>$&'));
}
