/**
 * How a specification wants its deliverables handed over: folders, media, copies, bound paper, and the papers that come
 * along. A part that the specification is silent about is absent.
 */
import { z } from 'zod';
import { clause, identifier } from './identifier.ts';
import { beginsWith } from './report.ts';

const text = z.string().min(1);
const part = z.strictObject({ clause });

export const MEDIA = ['CD-ROM', 'DVD-ROM'] as const;

/** What a copy is called (正本, 副本; plain 納品物 where the text only counts) and how many of it are handed over. */
const copies = z.array(z.strictObject({ name: text, count: z.int().positive() })).min(1);

export const DeliverySchema = z.strictObject({
  /**
   * Groups of deliverables in the order of the specification: everything owed under these clauses, and these types
   * wherever their clause stands. What no group takes is put under その他.
   */
  tasks: z
    .array(
      z.strictObject({
        id: text.max(20),
        name: text.max(60),
        clauses: z.array(clause).default([]),
        types: z.array(identifier).default([]),
      }),
    )
    .default([]),
  /** One delivery per task, each with its own note and media. */
  perTask: part.optional(),
  /** Two folders, one of PDF files and one of Office files; with `both` every deliverable stands in each. */
  folders: part.extend({ pdf: text.max(40), office: text.max(40), both: z.boolean() }).optional(),
  /** Discs: the kinds that the text names, and how many of which copy. */
  media: part.extend({ kinds: z.array(z.enum(MEDIA)).min(1), copies }).optional(),
  /** Files handed over without a disc that the text names. */
  electronic: part.extend({ copies: z.int().positive().optional() }).optional(),
  /** Everything printed and bound, with tab sheets and page numbers over the whole. */
  bound: part.extend({ copies: z.int().positive() }).optional(),
  /** A 納品書 goes with it; `form` names the municipality's own form where it wants that one. */
  note: part.extend({ form: text.optional() }).optional(),
  /** A check for viruses; the package is refused without its record. `states` is what has to be written down. */
  virusCheck: part.extend({ states: z.array(text).default([]) }).optional(),
  destination: part.extend({ department: text, address: text.optional() }).optional(),
});

export type DeliveryConditions = z.output<typeof DeliverySchema>;
export type DeliveryTask = DeliveryConditions['tasks'][number];
export type Medium = (typeof MEDIA)[number];

/** The task of a deliverable, or null where no task takes it. A task that names the type goes before one of its clause. */
export function taskOf(
  tasks: readonly DeliveryTask[],
  deliverable: { readonly type: string; readonly clause: string },
): DeliveryTask | null {
  return (
    tasks.find(({ types }) => types.includes(deliverable.type)) ??
    tasks.find(({ clauses }) => clauses.some((number) => beginsWith(deliverable.clause, number))) ??
    null
  );
}

/** What is wrong with the section, as sentences for people. */
export function deliveryProblems(
  delivery: DeliveryConditions | undefined,
  deliverables: readonly { readonly type: string }[],
  clauses: readonly string[],
): string[] {
  if (delivery === undefined) return [];
  const named = [
    delivery.perTask,
    delivery.folders,
    delivery.media,
    delivery.electronic,
    delivery.bound,
    delivery.note,
    delivery.virusCheck,
    delivery.destination,
  ].flatMap((it) => (it === undefined ? [] : [it.clause]));
  const numbers = delivery.tasks.flatMap((task) => task.clauses);
  const types = delivery.tasks.flatMap((task) => task.types);
  const ids = delivery.tasks.map((task) => task.id);
  return [
    ...named
      .filter((number) => !clauses.includes(number))
      .map((number) => `納品（delivery）が存在しない条項「${number}」を参照しています。`),
    ...numbers
      .filter((number) => !clauses.some((id) => beginsWith(id, number)))
      .map((number) => `納品（delivery）の作業区分の条項「${number}」がありません。`),
    ...types
      .filter((type) => !deliverables.some((it) => it.type === type))
      .map((type) => `納品（delivery）の作業区分が存在しない成果物「${type}」を参照しています。`),
    ...[...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map(
      (id) => `納品（delivery）の作業区分「${id}」が二つ以上あります。`,
    ),
    ...(delivery.perTask !== undefined && delivery.tasks.length === 0
      ? ['作業区分ごとの納品（perTask）には、作業区分（tasks）が必要です。']
      : []),
  ];
}
