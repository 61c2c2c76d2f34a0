/** A sample form for slides: what the built-in deck says, slide by slide, with the fields in place. */
import type { FormField } from '../../core/form/index.ts';
import { deck, type DeckTree, type Slide } from '../pptx/model.ts';
import type { SampleHead } from './gallery.ts';
import { OUTLINE, partsOf, remarksOf } from './outline.ts';

const mark = (name: string): string => `{{${name}}}`;
/** More columns than these are too narrow to be read on a wall. */
const COLUMNS = 5;
const POINTS = 7;

/** A PowerPoint form of these fields, in their order. */
export function sampleDeck({ title, marking, created }: SampleHead, all: readonly FormField[]): DeckTree {
  // What gathers everything is for documents of which nothing is known by name.
  const known = all.filter(({ name, kind }) => !isWhole(name, title) && (kind === 'paragraphs' || kind === 'list'));
  const fields = known.length === 0 ? all : all.filter(({ name }) => !isWhole(name, title));
  const short = fields.filter(({ kind }) => kind === 'text' || kind === 'number' || kind === 'day');
  const names = new Set(fields.map(({ name }) => name));
  return deck(
    {
      title,
      created,
      ...(marking === null ? {} : { marking }),
    },
    [
      {
        kind: 'title',
        title: mark(OUTLINE.title),
        lines: ['{{自治体名}}　{{担当課}}', '{{日付}}', '{{受託者名}}'],
      },
      ...inSevens(short).map((some): Slide => ({
        kind: 'bullets',
        title,
        items: some.map(({ name }) => `${name}　${mark(name)}`),
      })),
      ...fields.flatMap((field) => slidesOf(field, title, names)),
    ],
  );
}

const isWhole = (name: string, title: string): boolean =>
  name === OUTLINE.list || name === OUTLINE.chapters || name === title;

function inSevens(fields: readonly FormField[]): readonly (readonly FormField[])[] {
  const count = Math.ceil(fields.length / POINTS);
  return Array.from({ length: count }, (_, index) => fields.slice(index * POINTS, (index + 1) * POINTS));
}

function slidesOf({ name, kind, fields = [] }: FormField, title: string, names: ReadonlySet<string>): Slide[] {
  if (kind === 'paragraphs') {
    const besideList = [...names].some((other) => remarksOf(other) === name);
    return besideList ? [] : [{ kind: 'bullets', title: name, items: [mark(name)] }];
  }
  if (kind !== 'list') return [];
  // Opened in the box of the title and closed in the one below: the whole slide is repeated.
  if (name === OUTLINE.chapters || name.endsWith(partsOf(''))) {
    const items = [`${mark(OUTLINE.body)}{{/${name}}}`];
    return [{ kind: 'bullets', title: `{{#${name}}}${mark(OUTLINE.heading)}`, items }];
  }
  const columns = fields.slice(0, COLUMNS);
  if (columns.length === 0) return [];
  return [
    {
      kind: 'table',
      title: name === OUTLINE.list ? title : name,
      columns: columns.map((column) => ({ title: column.name })),
      rows: [
        columns.map(
          (column, index) =>
            `${index === 0 ? `{{#${name}}}` : ''}${mark(column.name)}${index === columns.length - 1 ? `{{/${name}}}` : ''}`,
        ),
      ],
    },
  ];
}
