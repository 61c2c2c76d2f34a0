import { fold, isSentence, type SourcePart } from './line.ts';
import { isContents, standsAlone } from './list.ts';
import { titleOf } from './outline.ts';
import { childrenOf, isPlace, type Paragraph, type Place } from './place.ts';
import { sentencesOf, titleFrom, type Unit } from './sentence.ts';
import { tableUnits } from './table.ts';
import type { Passage } from './passage.ts';

type Visit = { place: Place; id: string; under: readonly string[]; inBox: boolean };

/** Every passage that states something of its own, in the order of the text, each with its id. */
export function passagesOf(root: Place): Passage[] {
  const passages = childrenOf(root).flatMap((place) =>
    visit({ place, id: place.marker?.label ?? '', under: [], inBox: false }),
  );
  if (passages.length > 0) return unique(passages);
  // Nothing is numbered: every paragraph is a clause, so that nothing is lost.
  const paragraphs = root.flow.filter((one) => !isPlace(one)) as Paragraph[];
  return paragraphs.map((one, at) => ({
    id: String(at + 1),
    title: titleFrom(one.text),
    text: one.text,
    parts: one.parts,
    under: [],
  }));
}

function visit(visited: Visit): Passage[] {
  const { place, id, under } = visited;
  const inBox = visited.inBox || place.marker?.style === 'box';
  const heading = headingOf(place);
  const units: Unit[] = [];
  const later: { at: number; passages: (prefix: string) => Passage[]; style: string | null }[] = [];
  const path = heading === null ? under : [...under, heading.text];
  if (heading !== null) units.push(...quantityInHeading(heading, place));
  for (const group of groupsOf(place, heading)) {
    if (group.kind === 'text')
      for (const unit of sentencesOf(group.paragraphs, path, place.marker?.style === 'box')) addUnit(units, unit);
    else if (group.kind === 'rows') {
      const rows = tableUnits(group.paragraphs, { id, under: path, inBox });
      if (rows === null) addToLast(units, group.paragraphs);
      else later.push({ at: units.length, passages: () => rows, style: null });
    } else {
      const style = group.places[0]?.marker?.style ?? null;
      const stem = stemOf(units, heading);
      const context = { stem, under: path, inBox };
      const contents = isContents(group.places, context);
      const children = contents ? group.places.filter((one) => standsAlone(one, context)) : group.places;
      if (contents)
        addItems(
          units,
          group.places.filter((one) => !children.includes(one)),
        );
      if (children.length > 0) {
        later.push({
          at: units.length,
          style,
          passages: (prefix) =>
            children.flatMap((child) => visit({ place: child, id: idUnder(prefix, child, place), under: path, inBox })),
        });
      }
    }
  }
  if (later.length > 0 && units.length === 1 && onlyAnnounces(units[0])) units.pop();
  if (units.length === 0 && later.length === 0 && heading !== null) units.push(heading);
  return assemble(visited, heading, units, later);
}

/** The sentence that the list belongs to: the last one that points ahead, otherwise the last one. */
function stemOf(units: readonly Unit[], heading: Unit | null): string {
  const ahead = units.findLast((unit) => /(?:次|以下|下記)(?:の|に|を|、)/.test(unit.text));
  return (ahead ?? units.at(-1) ?? heading)?.text ?? '';
}

/** 「留意事項は、以下のとおりとする。」 says nothing beyond what follows. */
function onlyAnnounces(unit: Unit | undefined): boolean {
  const last = unit?.text.split('\n').at(-1) ?? '';
  return /^[^、。]{0,30}(?:は|について|については)?、?(?:以下|次|下記|下表)(?:の|に示す|に定める)(?:表の)?(?:とおり|通り)(?:とする|である|です)?。$/.test(
    last,
  );
}

type Later = { at: number; passages: (prefix: string) => Passage[]; style: string | null };

/** Own duties first, each with its number where there are several; then what stands under them. */
function assemble(visited: Visit, heading: Unit | null, units: readonly Unit[], later: readonly Later[]): Passage[] {
  const { place, id, under } = visited;
  if (place.marker?.style === 'angle') {
    return [
      ...units.map((unit) => ({ id, title: titleFrom(unit.text), text: unit.text, parts: unit.parts, under })),
      ...later.flatMap((group) => group.passages(id)),
    ];
  }
  const name = place.marker?.name;
  const headline = heading?.text ?? name ?? null;
  const own = units.map((unit, at) => ({
    id: units.length > 1 ? `${id}-p${at + 1}` : id,
    title: at === 0 && headline !== null ? headline : titleFrom(unit.text),
    text: heading !== null && at === 0 && unit.text !== heading.text ? `${heading.text}\n${unit.text}` : unit.text,
    parts: heading !== null && at === 0 && unit.text !== heading.text ? joinParts(heading, unit) : unit.parts,
    under,
  }));
  const styles = later.map((group) => group.style).filter((style) => style !== null);
  const repeats = (style: string | null): boolean => style !== null && styles.filter((one) => one === style).length > 1;
  const below = later.map((group) => ({
    at: group.at,
    passages: group.passages(repeats(group.style) && units.length > 1 ? `${id}-p${Math.max(1, group.at)}` : id),
  }));
  return [...own, ...below.flatMap((group) => group.passages)];
}

function joinParts(heading: Unit, unit: Unit): SourcePart[] {
  const shift = heading.text.length + 1;
  return [...heading.parts, ...unit.parts.map((part) => ({ ...part, start: part.start + shift }))];
}

/** The heading of a place: its first paragraph, when it is no sentence and something follows or it stands alone. */
function headingOf(place: Place): Unit | null {
  const first = place.flow[0];
  if (first === undefined || isPlace(first) || first.cells !== undefined) return null;
  const text = first.text.trim();
  if (
    text === '' ||
    (isSentence(text) && text.length > 12 && !text.slice(0, 30).endsWith('こと')) ||
    text.includes('。')
  )
    return null;
  return { text, parts: first.parts };
}

/** A number in the heading, such as 「（2部）」, is a duty of its own beside the text. */
function quantityInHeading(heading: Unit, place: Place): Unit[] {
  const bracket = /\(([^()]*\d[^()]*)\)\s*$/.exec(fold(heading.text));
  if (bracket === null || place.flow.length < 2) return [];
  if (!/\d+ ?(?:部|件|回|人|名|システム|拠点|所属|課|箇所|か所|日|時間|項目|式)/.test(bracket[1] ?? '')) return [];
  return [{ text: heading.text, parts: heading.parts, closed: true }];
}

type Group =
  | { kind: 'text'; paragraphs: Paragraph[] }
  | { kind: 'rows'; paragraphs: Paragraph[] }
  | { kind: 'places'; places: Place[] };

/** The flow without its heading, neighbours of one kind together. */
function groupsOf(place: Place, heading: Unit | null): Group[] {
  const groups: Group[] = [];
  const flow = (heading === null ? place.flow : place.flow.slice(1)).flatMap(withoutAngle);
  for (const one of flow) {
    const last = groups.at(-1);
    if (isPlace(one)) {
      const previous = last?.kind === 'places' ? last.places.at(-1) : undefined;
      if (last?.kind === 'places' && previous?.marker?.style === one.marker?.style) last.places.push(one);
      else groups.push({ kind: 'places', places: [one] });
    } else if (one.text.trim() !== '' || one.cells !== undefined) {
      const kind = one.cells === undefined ? 'text' : 'rows';
      if (last !== undefined && last.kind === kind) last.paragraphs.push(one);
      else groups.push({ kind, paragraphs: [one] });
    }
  }
  return groups;
}

/** A heading between angle brackets has no number: what stands under it belongs to the place around it. */
function withoutAngle(one: Paragraph | Place): (Paragraph | Place)[] {
  const open = isPlace(one) && one.marker?.style === 'angle' && !/例/.test(one.marker.name ?? '');
  return open ? one.flow.filter((inner) => isPlace(inner) || inner.text !== '') : [one];
}

function addUnit(units: Unit[], unit: Unit): void {
  const last = units.at(-1);
  if (unit.joins === true && last !== undefined && last.closed !== true) extend(last, unit.text, unit.parts, '\n');
  else units.push(unit);
}

function extend(unit: Unit, text: string, parts: readonly SourcePart[], glue: string): void {
  const shift = unit.text.length + glue.length;
  unit.text += glue + text;
  unit.parts = [...unit.parts, ...parts.map((part) => ({ ...part, start: part.start + shift }))];
}

/** What only fills in the sentence before it: the members of a list, the rows of a table. */
function addItems(units: Unit[], places: readonly Place[]): void {
  const last = units.at(-1);
  const texts = places.flatMap((place) => paragraphsDeep(place));
  const [first, ...rest] = texts;
  if (first === undefined) return;
  let unit = last;
  if (unit === undefined || unit.closed === true) {
    unit = { text: first.text, parts: first.parts };
    units.push(unit);
  } else extend(unit, first.text, first.parts, '\n');
  for (const one of rest) extend(unit, one.text, one.parts, '\n');
}

function addToLast(units: Unit[], rows: readonly Paragraph[]): void {
  const last = units.at(-1);
  const [first, ...rest] = rows;
  if (first === undefined) return;
  let unit = last;
  if (unit === undefined) {
    unit = { text: first.text, parts: first.parts };
    units.push(unit);
  } else extend(unit, first.text, first.parts, '\n');
  for (const one of rest) extend(unit, one.text, one.parts, '\n');
}

function paragraphsDeep(place: Place): Paragraph[] {
  return place.flow.flatMap((one, at) => {
    if (isPlace(one)) return paragraphsDeep(one);
    const label = at === 0 && place.marker !== null && place.marker.style !== 'bullet' ? place.marker.label : '';
    const prefix = at === 0 ? (place.marker?.style === 'bullet' ? '・' : label === '' ? '' : `${label} `) : '';
    if (one.text === '' && prefix === '') return [];
    return [
      {
        text: prefix + one.text,
        parts: one.parts.map((part) => ({ ...part, start: part.start === 0 ? 0 : part.start + prefix.length })),
      },
    ];
  });
}

/** 第2 and 1 make 第2-1, not 第21; 2.1 says all by itself. */
function idUnder(prefix: string, child: Place, parent: Place): string {
  const label = labelOf(child, parent);
  if (child.marker?.style === 'decimal' && /^(?:第?\d+[条章項編]?|[\d.]+)$/.test(prefix)) return label;
  return /\d$/.test(prefix) && /^\d/.test(label) ? `${prefix}-${label}` : prefix + label;
}

/** How a place is called inside its parent. */
function labelOf(child: Place, parent: Place): string {
  const marker = child.marker;
  if (marker === null) return '';
  if (marker.style === 'note') {
    const notes = childrenOf(parent).filter((one) => one.marker?.style === 'note');
    if (notes.length === 1 && marker.ordinal === 0) return '※';
    return `※${marker.ordinal > 0 ? marker.ordinal : notes.indexOf(child) + 1}`;
  }
  if (marker.style === 'bullet') {
    const example = parent.marker?.style === 'angle' && /例/.test(parent.marker.name ?? '');
    return example ? `例${marker.ordinal}` : marker.label;
  }
  if (marker.style === 'angle') return '';
  if (child.embedded && parent.marker?.style !== 'box') return `・${marker.ordinal}`;
  return marker.label;
}

/** An id twice (a numbering slip of the source) gets a further number, so that each clause has its own. */
function unique(passages: readonly Passage[]): Passage[] {
  const seen = new Map<string, number>();
  return passages.map((passage) => {
    const times = (seen.get(passage.id) ?? 0) + 1;
    seen.set(passage.id, times);
    return times === 1 ? passage : { ...passage, id: `${passage.id}（${times}）` };
  });
}

export { titleOf };
