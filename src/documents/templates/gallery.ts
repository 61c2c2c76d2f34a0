/** Sample forms in the look of the built-in documents, with the fields in place: a start for a form of one's own. */
import type { FormField } from '../../core/form/index.ts';
import {
  type Block,
  definitionList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  paragraph,
  table,
  type WorkbookTree,
} from '../index.ts';
import { OUTLINE, partsOf, remarksOf } from './outline.ts';

export interface SampleHead {
  readonly title: string;
  readonly marking: string | null;
  readonly created: string;
}

const mark = (name: string): string => `{{${name}}}`;
const when = (name: string, content = mark(name)): string => `{{?${name}}}${content}{{/${name}}}`;

/** Fields that the head of a paper shows. */
const IN_HEAD: readonly string[] = [
  OUTLINE.title,
  OUTLINE.subtitle,
  OUTLINE.date,
  OUTLINE.number,
  OUTLINE.addressee,
  OUTLINE.sender,
];

/** A Word form of these fields, in their order. */
export function sampleDocument({ title, marking, created }: SampleHead, fields: readonly FormField[]): DocumentTree {
  const shown = fields.filter(({ name }) => !IN_HEAD.includes(name));
  const wide = shown.some(({ kind, fields: columns }) => kind === 'list' && (columns?.length ?? 0) > 6);
  return document(
    {
      title: mark(OUTLINE.title),
      subtitle: mark(OUTLINE.subtitle),
      running: title,
      date: mark(OUTLINE.date),
      number: mark(OUTLINE.number),
      addressee: [mark(OUTLINE.addressee)],
      sender: [mark(OUTLINE.sender)],
      created,
      ...(marking === null ? {} : { marking }),
      ...(wide ? { orientation: 'landscape' as const } : {}),
    },
    [letterHead(), ...blocksOf(shown)],
  );
}

function blocksOf(fields: readonly FormField[]): Block[] {
  const blocks: Block[] = [];
  let entries: (readonly [string, string])[] = [];
  const close = (): void => {
    if (entries.length > 0) blocks.push(definitionList(entries));
    entries = [];
  };
  const names = new Set(fields.map(({ name }) => name));
  for (const field of fields) {
    if (field.kind === 'text' || field.kind === 'number' || field.kind === 'day') {
      if (field.under !== undefined) {
        close();
        blocks.push(heading(1, field.under));
      }
      entries.push([field.name, mark(field.name)]);
      continue;
    }
    close();
    blocks.push(...fieldBlocks(field, names));
  }
  close();
  return blocks;
}

function fieldBlocks(field: FormField, names: ReadonlySet<string>): Block[] {
  const { name, kind, required, fields = [] } = field;
  if (kind === 'condition') return [];
  if (name === OUTLINE.preface) return [paragraph(when(name))];
  if (name === OUTLINE.signature) return [paragraph(when(name), { align: 'right' })];
  if (name === OUTLINE.chapters) {
    return repeated(name, [heading(1, mark(OUTLINE.heading)), paragraph(when(OUTLINE.body))]);
  }
  // The text beside a list stands with the list.
  if ([...names].some((other) => remarksOf(other) === name)) return [];
  if (kind === 'paragraphs') {
    return required ? [heading(1, name), paragraph(mark(name))] : [heading(1, when(name, name)), paragraph(when(name))];
  }
  if (name.endsWith(partsOf(''))) return groupBlocks(name, fields);
  const remarks = remarksOf(name);
  const always = required || names.has(remarks);
  return [
    ...(name === OUTLINE.list ? [] : [heading(1, always ? name : when(name, name))]),
    ...(names.has(remarks) ? [paragraph(when(remarks))] : []),
    ...listBlocks(name, fields),
  ];
}

/** A table that is not there when there is nothing to list. */
const listBlocks = (name: string, columns: readonly FormField[]): Block[] => [
  control(`{{?${name}}}`),
  table({
    columns: columns.map(({ example }) => ({
      width: `${Math.min(6, Math.max(1, Math.ceil(widest(example) / 4)))}fr` as const,
    })),
    header: columns.map((column) => column.name),
    rows: [columns.map((column, index) => loopCell(name, column.name, index, columns.length))],
    fontSize: columns.length > 6 ? 8 : 9,
  }),
  control(`{{/${name}}}`),
];

const widest = (example: string): number => Math.max(...example.split('\n').map((line) => [...line].length));

function loopCell(list: string, column: string, index: number, count: number): string {
  const before = index === 0 ? `{{#${list}}}` : '';
  return `${before}${mark(column)}${index === count - 1 ? `{{/${list}}}` : ''}`;
}

/** A line of a mark alone; it vanishes when the form is filled. */
const control = (text: string): Block => paragraph(text, { firstLine: false });

const repeated = (name: string, blocks: readonly Block[]): Block[] => [
  control(`{{#${name}}}`),
  ...blocks,
  control(`{{/${name}}}`),
];

/** Parts below one heading, each with its text and its list. */
function groupBlocks(name: string, fields: readonly FormField[]): Block[] {
  const rows = fields.find((one) => one.name === OUTLINE.rows);
  return repeated(name, [
    heading(1, mark(OUTLINE.heading)),
    paragraph(when(OUTLINE.body)),
    ...(rows?.fields === undefined ? [] : listBlocks(OUTLINE.rows, rows.fields)),
  ]);
}

/** An Excel form: a sheet per list, of 一覧 alone where there is one. */
export function sampleWorkbook(
  { title, marking, created }: SampleHead,
  fields: readonly FormField[],
): WorkbookTree | null {
  const lists = fields.filter(
    ({ name, kind }) => kind === 'list' && name !== OUTLINE.chapters && !name.endsWith(partsOf('')),
  );
  const whole = lists.filter(({ name }) => name === OUTLINE.list);
  const shown = whole.length > 0 ? whole : lists;
  if (shown.length === 0) return null;
  // What the form must not lack and is no list stands above the list.
  const above = fields.filter(({ required, kind }) => required && kind !== 'list');
  return {
    title,
    created,
    ...(marking === null ? {} : { marking }),
    sheets: shown.map(({ name, fields: columns = [] }) => ({
      name: (name === OUTLINE.list ? title : name).replace(/[\\/?*[\]:]/gu, '・').slice(0, 31),
      title: name === OUTLINE.list ? mark(OUTLINE.title) : name,
      subtitle: [
        '{{自治体名}}　{{担当課}}　御中',
        '{{契約名}}　{{受託者名}}　{{日付}}',
        ...above.map((one) => `${one.name}　${mark(one.name)}`),
      ],
      orientation: columns.length > 5 ? ('landscape' as const) : ('portrait' as const),
      columns: columns.map((column) => ({
        title: column.name,
        width: Math.min(60, Math.max(8, widest(column.example) * 2 + 2)),
      })),
      rows: [columns.map((column, index) => loopCell(name, column.name, index, columns.length))],
    })),
  };
}
