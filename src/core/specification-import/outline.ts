import { wrapWidth } from './furniture.ts';
import { isFloating, liftFlatTables } from './flat-table.ts';
import { fold, isSentence, widthOf, type SourceLine } from './line.ts';
import { readMarker, type Marker } from './marker.ts';
import { continues, isIrohaStart, numberPath } from './series.ts';
import { childrenOf, isPlace, paragraphsOf, type Paragraph, type Place } from './place.ts';

/** The tree of places. What fits no numbering stays text of the place where it stands. */
export function outlineOf(lines: readonly SourceLine[]): Place {
  return new Outline(lines).build();
}

class Outline {
  readonly #lines: readonly SourceLine[];
  readonly #markers: readonly (Marker | null)[];
  readonly #full: number;
  readonly #root: Place = { marker: null, parent: null, flow: [], embedded: false, iroha: false };
  #stack: Place[] = [this.#root];
  #lastWidth = 0;

  constructor(lines: readonly SourceLine[]) {
    const wrap = wrapWidth(lines);
    this.#full = wrap === null ? 40 : Math.min(wrap * 0.7, 40);
    this.#lines = liftFlatTables(lines, wrap ?? 40);
    this.#markers = this.#lines.map((line) => (line.cells === undefined ? readMarker(line.text) : null));
  }

  build(): Place {
    for (const [position, line] of this.#lines.entries()) {
      const marker = this.#markers[position] ?? null;
      if (line.cells !== undefined) this.#row(line);
      else if (marker === null || !this.#enter(marker, line)) this.#text(line, position);
      if (!isFloating(line)) this.#lastWidth = widthOf(line.text.trim());
    }
    return this.#root;
  }

  get #current(): Place {
    return this.#stack.at(-1) ?? this.#root;
  }

  #row(line: SourceLine): void {
    if (isFloating(line)) {
      const title = line.floats === 'deliverables' ? /成果物|納品物|納入物|成果品|提出/ : /スケジュール|日程|工程|予定/;
      const home = allPlaces(this.#root).findLast(
        (place) => title.test(titleOf(place)) && place.marker?.style !== 'note',
      );
      const last = home?.parent === this.#root || home === undefined ? home : home;
      (last ?? this.#current).flow.push({ ...paragraph(line, 0), cells: line.cells });
      return;
    }
    this.#current.flow.push({ ...paragraph(line, 0), cells: line.cells ?? [] });
  }

  /** Opens the place that the sign begins. False when the sign belongs to the running sentence. */
  #enter(marker: Marker, line: SourceLine): boolean {
    if (marker.style === 'note') return this.#note(marker, line);
    if (marker.style === 'box' || marker.style === 'angle') return this.#box(marker, line);
    if (marker.style === 'bullet') return this.#bullet(marker, line);
    const sibling = this.#siblingLevel(marker);
    if (sibling !== null) {
      const series = childrenOf(this.#stack[sibling - 1] ?? this.#root);
      const before = series.findLast((child) => child.marker?.style === marker.style);
      this.#open(marker, line, sibling, { embedded: before?.embedded ?? false, iroha: before?.iroha ?? false });
      return true;
    }
    if (marker.style === 'decimal') return this.#decimal(marker, line);
    if (marker.ordinal !== 1 && !isIrohaStart(marker)) return false;
    if (this.#isRunning() && /[、，]$/.test(this.#tail())) return false;
    const iroha = isIrohaStart(marker);
    const same = this.#stack.findLastIndex((place) => place.marker?.style === marker.style && !place.embedded);
    if (same > 0 && same === this.#numberedDepth()) {
      // The series begins anew: under the text that followed it, or inside the last item.
      if (this.#hasTextAfterChildren(same - 1)) this.#open(marker, line, same, { embedded: false, iroha });
      else this.#open(marker, line, this.#stack.length, { embedded: true, iroha });
      return true;
    }
    this.#closeBox();
    const outer = this.#stack.some((place) => place.marker?.style === marker.style);
    const inBox = this.#stack.some((place) => place.marker?.style === 'box' || place.embedded);
    this.#closeBullets();
    const restart = this.#restartUnderParent(marker);
    if (restart !== null) this.#open(marker, line, restart, { embedded: false, iroha });
    else this.#open(marker, line, this.#stack.length, { embedded: outer || inBox, iroha });
    return true;
  }

  /** 2.1 and 2.1.1 name the place they stand under; the first of a series is accepted there and nowhere else. */
  #decimal(marker: Marker, line: SourceLine): boolean {
    if (marker.rest.at(-1) !== 1) return false;
    const above = [marker.ordinal, ...marker.rest.slice(0, -1)].join('.');
    const level = this.#stack.findLastIndex((place) => place.marker !== null && numberPath(place.marker) === above);
    if (level < 0) return false;
    this.#open(marker, line, level + 1);
    return true;
  }

  /** Level of the open series that the sign continues, the innermost first. */
  #siblingLevel(marker: Marker): number | null {
    for (let level = this.#stack.length - 1; level >= 0; level -= 1) {
      const place = this.#stack[level];
      if (place === undefined) continue;
      const last = childrenOf(place).findLast((child) => continues(child, marker));
      if (last !== undefined && last === childrenOf(place).findLast((child) => child.marker?.style === marker.style)) {
        return level + 1;
      }
    }
    return null;
  }

  #numberedDepth(): number {
    return this.#stack.findLastIndex(
      (place) => place.marker !== null && !['note', 'bullet', 'box', 'angle'].includes(place.marker.style),
    );
  }

  #hasTextAfterChildren(level: number): boolean {
    const last = this.#stack[level]?.flow.at(-1);
    return last !== undefined && !isPlace(last);
  }

  /** A finished series of the same style under the present place: (ア)…(ウ), text, (ア)… */
  #restartUnderParent(marker: Marker): number | null {
    const current = this.#current;
    const had = childrenOf(current).some((child) => child.marker?.style === marker.style);
    return had && this.#hasTextAfterChildren(this.#stack.length - 1) ? this.#stack.length : null;
  }

  #closeBox(): void {
    const current = this.#current;
    const style = current.marker?.style;
    const body = paragraphsOf(current);
    const closed = style === 'box' && body.some((one) => isSentence(one.text)) && !current.embedded;
    if (style === 'note' || closed) this.#stack.pop();
  }

  #closeBullets(): void {
    while (this.#current.marker?.style === 'bullet') this.#stack.pop();
  }

  #bullet(marker: Marker, line: SourceLine): boolean {
    if (this.#isRunning() && /[、，（(]$/.test(this.#tail())) return false;
    const level = this.#stack.findLastIndex((place) => place.marker?.style === 'bullet');
    const series = level > 0 && level === this.#stack.length - 1;
    const at = series ? level : this.#stack.length;
    const parent = this.#stack[at - 1] ?? this.#root;
    const ordinal = childrenOf(parent).filter((child) => child.marker?.style === 'bullet').length + 1;
    this.#open({ ...marker, ordinal, label: `・${ordinal}` }, line, at);
    return true;
  }

  /** A note belongs to the place that points to it, otherwise to what the list before it stands under. */
  #note(marker: Marker, line: SourceLine): boolean {
    const numbered = marker.ordinal > 0 ? new RegExp(`※ ?${marker.ordinal}(?!\\d)`) : /[（(]※[)）]/;
    this.#closeBullets();
    if (this.#current.marker?.style === 'note' || this.#current.marker?.style === 'angle') this.#stack.pop();
    // A box that says all in its own line is over.
    if (this.#current.marker?.style === 'box' && titleOf(this.#current) !== '') this.#stack.pop();
    const level = this.#stack.findLastIndex((place) =>
      paragraphsOf(place).some((one) => numbered.test(fold(one.text))),
    );
    if (level >= 0) {
      this.#stack.length = level + 1;
      // 「（※）」 is explained by the note that follows: both are one text.
      if (marker.ordinal === 0) {
        this.#current.flow.push(paragraph(line, 0));
        return true;
      }
    } else {
      while (this.#stack.length > 2 && isListItem(this.#current)) this.#stack.pop();
    }
    this.#open(marker, line, this.#stack.length);
    return true;
  }

  /** A box belongs to the innermost heading that shares a word with its name. */
  #box(marker: Marker, line: SourceLine): boolean {
    const name = marker.name ?? '';
    this.#closeBullets();
    const inner = this.#stack.findLastIndex((place) => place.marker?.style === 'box');
    const limit = inner > 0 && marker.style === 'box' ? inner - 1 : this.#stack.length - 1;
    let level = marker.style === 'angle' ? limit : -1;
    for (let at = limit; at > 0 && level < 0; at -= 1) if (sharesWord(titleOf(this.#stack[at]), name)) level = at;
    if (level < 0) level = this.#nearestHeading(limit);
    this.#stack.length = level + 1;
    this.#open(marker, line, this.#stack.length);
    return true;
  }

  #nearestHeading(limit: number): number {
    for (let at = limit; at > 0; at -= 1) {
      const place = this.#stack[at];
      if (place !== undefined && place.marker?.style !== 'note' && !isSentence(titleOf(place))) return at;
    }
    return Math.min(limit, 1);
  }

  #text(line: SourceLine, position: number): void {
    if (this.#continuesSentence(line)) {
      append(this.#lastParagraph(), line);
      return;
    }
    if (!isFirstParagraph(this.#current)) {
      this.#current.flow.push(paragraph(line, 0));
      return;
    }
    while (this.#stack.length > 2 && this.#leaves(position)) {
      this.#stack.pop();
      if (paragraphsOf(this.#current).length > 1 || announcesMore(textOf(this.#current))) break;
    }
    this.#current.flow.push(paragraph(line, 0));
  }

  /** Whether an unmarked paragraph after an item belongs to what the list stands under. */
  #leaves(position: number): boolean {
    const item = this.#current;
    const style = item.marker?.style;
    if (style === undefined || style === 'box') return false;
    if (style === 'angle' || style === 'note') return !/^[・]/.test(titleOf(item)) && style === 'note';
    if (this.#hasNextSibling(item, position)) return false;
    if (announcesMore(this.#tail())) return false;
    const siblings = item.parent === null ? [] : childrenOf(item.parent).filter((one) => one.marker?.style === style);
    const older = siblings.filter((one) => one !== item);
    if (older.some((one) => one.flow.length > 1)) return false;
    if (style === 'bullet') return true;
    return older.length > 0 || isSentence(titleOf(item));
  }

  #hasNextSibling(item: Place, position: number): boolean {
    const level = this.#stack.indexOf(item);
    // Far enough for an item of several pages; a text of thousands of lines stays quick.
    for (let at = position + 1; at < Math.min(this.#markers.length, position + 600); at += 1) {
      const marker = this.#markers[at];
      if (marker === undefined || marker === null) continue;
      if (item.marker?.style === 'bullet') return marker.style === 'bullet' && at - position < 6;
      if (continues(item, marker)) return true;
      const outer = this.#stack.slice(1, level).some((place) => place.marker !== null && continues(place, marker));
      if (outer) return false;
    }
    return false;
  }

  #continuesSentence(line: SourceLine): boolean {
    const last = this.#lastParagraph();
    if (last === null || last.cells !== undefined) return false;
    const tail = this.#tail();
    if (/[。．:：]$/.test(tail) || line.heading === true || /\d ?[回人名件部円]$/.test(tail)) return false;
    if (this.#lastWidth >= this.#full && widthOf(tail) >= 1) return true;
    if (/(?:[、，（(「『]|[をはがにのとで]|及び|又は|並びに)$/.test(tail) && this.#lastWidth >= 8) return true;
    if (/[、，]/.test(tail) && this.#lastWidth >= 24 && !isSentence(tail)) return true;
    return openBrackets(tail) > 0 && this.#lastWidth >= 12;
  }

  #isRunning(): boolean {
    return this.#lastParagraph() !== null && !/[。．]$/.test(this.#tail());
  }

  #lastParagraph(): Paragraph | null {
    const last = this.#current.flow.at(-1);
    return last === undefined || isPlace(last) ? null : last;
  }

  #tail(): string {
    return fold(this.#lastParagraph()?.text ?? '').trimEnd();
  }

  #open(marker: Marker, line: SourceLine, level: number, how: { embedded?: boolean; iroha?: boolean } = {}): void {
    this.#stack.length = Math.max(1, level);
    const parent = this.#current;
    const place: Place = {
      marker,
      parent,
      flow: [],
      embedded: how.embedded ?? false,
      iroha: how.iroha ?? false,
    };
    place.flow.push(paragraph(line, marker.end));
    parent.flow.push(place);
    this.#stack.push(place);
  }
}

/** 「次のとおり」「以下の要件を満たすこと。」: what follows without a sign belongs to it. */
export function announcesMore(text: string): boolean {
  return /(?:次|以下|下記|下表|右|左)(?:の|に)[^。]{0,40}(?:。|:)?$/.test(text.trim());
}

const textOf = (place: Place): string => paragraphsOf(place).at(-1)?.text ?? '';

function allPlaces(place: Place): Place[] {
  return childrenOf(place).flatMap((child) => [child, ...allPlaces(child)]);
}

/** The first words of a place: its heading, or the beginning of its text. */
export function titleOf(place: Place | undefined): string {
  const first = place?.flow[0];
  return first === undefined || isPlace(first) ? '' : first.text.trim();
}

const isFirstParagraph = (place: Place): boolean => place.flow.length <= 1 || isPlace(place.flow.at(-1) ?? place);

/** An item that is a text of its own rather than a heading over a text. */
function isListItem(place: Place): boolean {
  const style = place.marker?.style;
  if (style === 'bullet') return true;
  if (style === 'box' || style === 'angle' || place.flow.length > 1) return false;
  return place.parent !== null && childrenOf(place.parent).length > 1;
}

function sharesWord(title: string, name: string): boolean {
  if (isSentence(title)) return false;
  return fold(name)
    .split(/[、。・\sのとはにをが（）()]+/)
    .some((word) => word.length >= 2 && fold(title).includes(word));
}

function openBrackets(text: string): number {
  let open = 0;
  for (const character of text) {
    if ('(（「『'.includes(character)) open += 1;
    else if (')）」』'.includes(character)) open = Math.max(0, open - 1);
  }
  return open;
}

function paragraph(line: SourceLine, from: number): Paragraph {
  return {
    text: line.text.slice(from).trim(),
    parts: [{ start: 0, line: line.line, ...(line.page === undefined ? {} : { page: line.page }) }],
  };
}

function append(to: Paragraph | null, line: SourceLine): void {
  if (to === null) return;
  const added = line.text.trim();
  const glue = /[A-Za-z0-9]$/.test(to.text) && /^[A-Za-z0-9]/.test(added) ? ' ' : '';
  to.parts.push({
    start: to.text.length + glue.length,
    line: line.line,
    ...(line.page === undefined ? {} : { page: line.page }),
  });
  to.text += glue + added;
}
