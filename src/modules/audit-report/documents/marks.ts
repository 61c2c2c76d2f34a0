/** What the public must not read of an audit, and by which words it is hidden. */
import { cell, type Inline, hidden, type Marks, sensitive, type TableCell } from '../../../documents/index.ts';
import type { Material, ReportedTarget } from '../contract/material.ts';

export const HIDDEN = {
  detail: sensitive('対策の弱点が分かる記載'),
  departments: sensitive('監査を受けた所属の名称'),
  people: sensitive('監査を受けた所属の人と場所が分かる記載'),
  day: sensitive('監査を受けた所属の予定が分かる記載'),
  terms: sensitive('公表しない記載だけに現れる用語'),
} as const;

/** A target by its name, and by its number where the public reads. */
export interface NamedTargets {
  readonly nameOf: (targetId: string) => string;
  readonly textOf: (targetId: string) => Inline;
  readonly cellOf: (targetId: string) => TableCell;
  /** A text in which the targets are named: their names are hidden as everywhere else. */
  readonly inText: (text: string) => Inline;
}

/** @param before how many targets stand before these in the same volume */
export function namedTargets({ targets }: Material, before = 0): NamedTargets {
  const order = new Map(targets.map(({ id }, index) => [id, before + index + 1]));
  const named = new Map(targets.map((target) => [target.id, target]));
  const nameOf = (id: string): string => named.get(id)?.name ?? '';
  const marksOf = (id: string): Marks => sensitive('監査の対象の名称', `対象${order.get(id) ?? ''}`);
  return {
    nameOf,
    textOf: (id) => [hidden(nameOf(id), marksOf(id))],
    cellOf: (id) => cell([hidden(nameOf(id), marksOf(id))]),
    inText: (text) =>
      targets
        .filter(({ name }) => name !== '')
        .reduce<Piece[]>((pieces, { id, name }) => pieces.flatMap((piece) => parted(piece, name, marksOf(id))), [text]),
  };
}

type Piece = string | ReturnType<typeof hidden>;

const parted = (piece: Piece, name: string, marks: Marks): Piece[] =>
  typeof piece === 'string'
    ? piece.split(name).flatMap((part, index): Piece[] => (index === 0 ? [part] : [hidden(name, marks), part]))
    : [piece];

export const departmentsText = ({ departments }: Pick<ReportedTarget, 'departments'>): string => departments.join('、');
