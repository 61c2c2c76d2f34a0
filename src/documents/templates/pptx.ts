/** A PowerPoint form filled. A repetition that is opened in one box and closed in another repeats the whole slide. */
import { type FormData, type Mark, marksOf, type MarkedText, opens, type Scope } from '../../core/form/index.ts';
import type { Parts } from './archive.ts';
import { countedTurns } from './budget.ts';
import { TemplateError } from './errors.ts';
import { DRAWING, fillFlow, joinMarks, wordsOf } from './flow.ts';
import { type FlowPart, markedTexts } from './flow-parts.ts';
import { relationshipsName, relationshipsOf } from './relationships.ts';
import { growingTables, writePages } from './slide-tables.ts';
import {
  around,
  type Document,
  type Element,
  elementsOf,
  parseXml,
  remove,
  setText,
  sibling,
  writeXml,
} from './xml.ts';

const PRESENTATION = 'ppt/presentation.xml';
const TYPES = '[Content_Types].xml';
const SLIDE_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml';

/** Slides in their order, then their notes, masters and layouts. */
function presentationParts(parts: Parts): readonly FlowPart[] {
  const slides = slidesOf(parts).map(({ name }, index) => ({ name, label: `スライド${index + 1}`, words: DRAWING }));
  const others = [...parts.keys()].flatMap((name): FlowPart[] => {
    const kind = /^ppt\/(notesSlides|slideMasters|slideLayouts)\/[^/]+\.xml$/u.exec(name)?.[1];
    if (kind === undefined) return [];
    const label = kind === 'notesSlides' ? 'ノート' : 'スライドの書式';
    return [{ name, label, words: DRAWING }];
  });
  return [...slides, ...others];
}

interface Slide {
  readonly relationship: string;
  readonly name: string;
}

function slidesOf(parts: Parts): readonly Slide[] {
  const bytes = parts.get(PRESENTATION);
  if (bytes === undefined) throw new TemplateError('broken', PRESENTATION, 'スライドの一覧がありません。');
  const relationships = relationshipsOf(parts, PRESENTATION);
  return elementsOf(parseXml(bytes, PRESENTATION), 'p:sldId').flatMap((element) => {
    const relationship = element.getAttribute('r:id') ?? '';
    const found = relationships.find(({ id }) => id === relationship);
    return found === undefined ? [] : [{ relationship, name: found.target }];
  });
}

export function textsOfPptx(parts: Parts): readonly MarkedText[] {
  return presentationParts(parts).flatMap((part) => {
    const bytes = parts.get(part.name);
    return bytes === undefined ? [] : markedTexts(parseXml(bytes, part.name), part);
  });
}

export function fillPptx(parts: Parts, data: FormData): Parts {
  const filled = new Map(parts);
  const order = slidesOf(parts);
  const height = slideHeight(parts);
  for (const part of presentationParts(parts)) {
    const bytes = parts.get(part.name);
    if (bytes === undefined) continue;
    const document = parseXml(bytes, part.name);
    if (markedTexts(document, part).length === 0) continue;
    const slide = order.find(({ name }) => name === part.name);
    const mark = slide === undefined ? null : takeSlideMark(document);
    if (slide === undefined) {
      fillOne(document, [data]);
      filled.set(part.name, writeXml(document));
    } else if (mark === null) repeatSlide(filled, slide, fillSlide(document, [data], height));
    else {
      const turns = countedTurns(mark, [data]);
      const each = turns.map((scope) => fillSlide(parseXml(writeXml(document), part.name), scope, height));
      repeatSlide(filled, slide, each.flat());
    }
  }
  return filled;
}

/** The slide, and those on which its tables go on. */
function fillSlide(document: Document, scope: Scope, height: number): readonly Uint8Array[] {
  const tables = growingTables(document, height);
  fillOne(document, scope);
  return writePages(document, tables, writeXml);
}

/** Scopes of a slide are laid over one another: the innermost wins. */
function fillOne({ documentElement }: Document, scope: Scope): void {
  if (documentElement !== null) fillFlow(documentElement, Object.assign({}, ...scope) as FormData, DRAWING);
}

/** In English metric units. */
function slideHeight(parts: Parts): number {
  const [size] = elementsOf(parseXml(parts.get(PRESENTATION) ?? new Uint8Array(), PRESENTATION), 'p:sldSz');
  return Number(size?.getAttribute('cy') ?? 6_858_000);
}

/** Takes the two marks of a repetition of the whole slide off it; null when there is none. */
function takeSlideMark(document: Document): Mark | null {
  const { documentElement } = document;
  if (documentElement === null) return null;
  for (const paragraph of elementsOf(documentElement, 'a:p')) joinMarks(paragraph, DRAWING);
  const open: { readonly text: Element; readonly mark: Mark }[] = [];
  for (const text of elementsOf(documentElement, 'a:t')) {
    for (const mark of marksOf(text.textContent ?? '')) {
      if (opens(mark)) open.push({ text, mark });
      if (mark.kind !== 'end') continue;
      const start = open.pop();
      if (start === undefined || shapeOf(start.text) === shapeOf(text)) continue;
      for (const [at, one] of [
        [text, mark],
        [start.text, start.mark],
      ] as const) {
        setText(at, (at.textContent ?? '').replace(one.source, ''));
        dropEmptyShape(at);
      }
      return start.mark;
    }
  }
  return null;
}

const shapeOf = (text: Element): Element | null => around(text, 'p:sp') ?? around(text, 'p:graphicFrame');

/** A box that held nothing but the mark goes, so that no empty frame is left. */
function dropEmptyShape(text: Element): void {
  const shape = around(text, 'p:sp');
  if (shape === null || elementsOf(shape, 'p:ph').length > 0) return;
  const words = elementsOf(shape, 'a:p').map((paragraph) => wordsOf(paragraph, DRAWING));
  if (words.join('').trim() === '') remove(shape);
}

function repeatSlide(parts: Map<string, Uint8Array>, slide: Slide, copies: readonly Uint8Array[]): void {
  const [first, ...more] = copies;
  if (first === undefined) dropSlide(parts, slide);
  else parts.set(slide.name, first);
  let after = slide.relationship;
  for (const copy of more) after = addSlide(parts, slide, after, copy);
}

function edit(parts: Map<string, Uint8Array>, name: string, change: (document: Document) => void): void {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new TemplateError('broken', name, '部品がありません。');
  const document = parseXml(bytes, name);
  change(document);
  parts.set(name, writeXml(document));
}

/** @returns the relationship of the new slide */
function addSlide(parts: Map<string, Uint8Array>, slide: Slide, after: string, copy: Uint8Array): string {
  let number = 1;
  while (parts.has(`ppt/slides/slide${number}.xml`)) number += 1;
  const name = `ppt/slides/slide${number}.xml`;
  const relationship = `rIdForm${number}`;
  parts.set(name, copy);
  const relationships = parts.get(relationshipsName(slide.name));
  if (relationships !== undefined) {
    parts.set(relationshipsName(name), relationships);
    // Notes belong to one slide; only the first copy keeps them.
    edit(parts, relationshipsName(name), (document) => {
      for (const one of elementsOf(document, 'Relationship')) {
        if ((one.getAttribute('Type') ?? '').endsWith('/notesSlide')) remove(one);
      }
    });
  }
  edit(parts, TYPES, (document) => {
    const override = sibling(rootOf(document), 'Override');
    override.setAttribute('PartName', `/${name}`);
    override.setAttribute('ContentType', SLIDE_TYPE);
    rootOf(document).appendChild(override);
  });
  edit(parts, relationshipsName(PRESENTATION), (document) => {
    const one = sibling(rootOf(document), 'Relationship');
    one.setAttribute('Id', relationship);
    one.setAttribute('Type', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide');
    one.setAttribute('Target', `slides/slide${number}.xml`);
    rootOf(document).appendChild(one);
  });
  edit(parts, PRESENTATION, (document) => listSlide(document, after, relationship));
  return relationship;
}

function listSlide(document: Document, after: string, relationship: string): void {
  const ids = elementsOf(document, 'p:sldId');
  const before = ids.find((one) => one.getAttribute('r:id') === after);
  if (before === undefined) return;
  const id = String(Math.max(255, ...ids.map((one) => Number(one.getAttribute('id')))) + 1);
  const added = sibling(before, 'p:sldId');
  added.setAttribute('id', id);
  added.setAttributeNS('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r:id', relationship);
  before.parentNode?.insertBefore(added, before.nextSibling);
  const section = elementsOf(document, 'p14:sldId').find((one) => one.getAttribute('id') === before.getAttribute('id'));
  if (section === undefined) return;
  const listed = sibling(section, 'p14:sldId');
  listed.setAttribute('id', id);
  section.parentNode?.insertBefore(listed, section.nextSibling);
}

function dropSlide(parts: Map<string, Uint8Array>, slide: Slide): void {
  parts.delete(slide.name);
  parts.delete(relationshipsName(slide.name));
  edit(parts, TYPES, (document) => {
    for (const one of elementsOf(document, 'Override')) {
      if (one.getAttribute('PartName') === `/${slide.name}`) remove(one);
    }
  });
  edit(parts, relationshipsName(PRESENTATION), (document) => {
    for (const one of elementsOf(document, 'Relationship')) {
      if (one.getAttribute('Id') === slide.relationship) remove(one);
    }
  });
  edit(parts, PRESENTATION, (document) => {
    const gone = elementsOf(document, 'p:sldId').find((one) => one.getAttribute('r:id') === slide.relationship);
    if (gone === undefined) return;
    const id = gone.getAttribute('id');
    for (const one of elementsOf(document, 'p14:sldId')) if (one.getAttribute('id') === id) remove(one);
    remove(gone);
  });
}

function rootOf(document: Document): Element {
  const { documentElement } = document;
  if (documentElement === null) throw new TemplateError('broken', TYPES, '中身がありません。');
  return documentElement;
}
