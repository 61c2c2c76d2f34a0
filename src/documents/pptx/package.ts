/** What the writer of decks leaves to be mended: two errors of the schema, marks and inks of its charts, and its clock. */
import { unzipSync } from 'fflate';
import { paintOf } from '../charts/palette.ts';
import { fixedTimes, repack } from '../pack.ts';
import { inkPlaceholder } from './charts.ts';

/** Re-packs a deck: fixed order, fixed times, in the workbooks behind its charts too. */
export function repackPptx(bytes: Uint8Array, created: Date): Promise<Uint8Array> {
  const renumber = chartNumbers(bytes);
  return repack(
    bytes,
    (name, xml) => {
      if (name === 'docProps/core.xml') return fixedTimes(xml, created);
      if (name === 'ppt/presentation.xml') return mastersInOrder(xml);
      if (name.endsWith('.rels') || name === '[Content_Types].xml') return renumber(xml);
      return name.startsWith('ppt/charts/') ? chartXml(xml) : xml;
    },
    {
      rename: renumber,
      editData: (name, data) =>
        name.endsWith('.xlsx')
          ? repack(data, (inner, xml) =>
              inner === 'docProps/core.xml' ? fixedTimes(xml, created) : withoutNothing(xml),
            )
          : data,
    },
  );
}

/** The writer numbers charts through the life of the process; here they count from 1 in each deck. */
function chartNumbers(bytes: Uint8Array): (text: string) => string {
  const numbers: number[] = [];
  // Only the names are wanted: nothing is unpacked.
  unzipSync(bytes, {
    filter({ name }) {
      const found = /^ppt\/charts\/chart(\d+)\.xml$/u.exec(name)?.[1];
      if (found !== undefined) numbers.push(Number(found));
      return false;
    },
  });
  numbers.sort((a, b) => a - b);
  const of = new Map(numbers.map((number, index) => [String(number), index + 1]));
  return (text) =>
    text.replace(
      /((?:charts\/|_rels\/)chart|Microsoft_Excel_Worksheet)(\d+)(\.x)/gu,
      (_all, before: string, number: string, after: string) => `${before}${of.get(number) ?? number}${after}`,
    );
}

/** A cell without a figure has no value; the writer gives it one that is no number. */
const withoutNothing = (xml: string): string => xml.replace(/<c [^>]*><v>(?:NaN)?<\/v><\/c>/gu, '');

/** The list of note masters comes before the list of slides. */
function mastersInOrder(xml: string): string {
  const notes = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/su.exec(xml)?.[0];
  return notes === undefined ? xml : xml.replace(notes, '').replace('<p:sldIdLst>', `${notes}<p:sldIdLst>`);
}

const dashes = ['solid', 'dash', 'sysDot', 'lgDashDot', 'sysDash', 'lgDash'] as const;
const symbols = ['circle', 'square', 'triangle', 'diamond', 'x', 'star'] as const;

/** The writer names the font of a chart for Latin letters only; Japanese would fall to the program's own choice. */
const eastAsian = (xml: string): string =>
  xml.replace(/<a:latin typeface="([^"]*)"\/>(?!<a:ea)/gu, '<a:latin typeface="$1"/><a:ea typeface="$1"/>');

function chartXml(xml: string): string {
  let series = -1;
  return eastAsian(straightened(xml)).replace(/<c:ser>.*?<\/c:ser>/gsu, (one) => {
    series += 1;
    const paint = paintOf(series);
    const own = one
      .replaceAll(`val="${inkPlaceholder}"`, `val="${paint.ink.slice(1).toUpperCase()}"`)
      .replace(/<c:pt idx="\d+"><c:v>(?:NaN)?<\/c:v><\/c:pt>/gu, '');
    const marker = /<c:marker>.*?<\/c:marker>/su.exec(own)?.[0];
    if (marker === undefined) return own;
    const index = series % symbols.length;
    const symbol = marker.replace(/<c:symbol val="[^"]*"\/>/u, `<c:symbol val="${symbols[index] ?? 'circle'}"/>`);
    return own
      .replace(marker, '')
      .replace(/\s*<c:invertIfNegative [^>]*\/>/u, symbol)
      .replace(/<a:prstDash val="[^"]*"\/>/u, `<a:prstDash val="${dashes[index] ?? 'solid'}"/>`);
  });
}

/** Two axes, where the writer names a third that does not exist; square corners; what a line chart must say. */
const straightened = (xml: string): string =>
  xml
    .replace(/((?:<c:axId val="\d+"\/>\s*){2})(?:<c:axId val="\d+"\/>\s*)+(<\/c:(?:bar|line|radar)Chart>)/gu, '$1$2')
    .replace('<c:roundedCorners val="1"/>', '<c:roundedCorners val="0"/>')
    .replace(/<c:lineChart>(?!\s*<c:grouping)/u, '<c:lineChart><c:grouping val="standard"/>');
