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
}

export function namedTargets({ targets }: Material): NamedTargets {
  const order = new Map(targets.map(({ id }, index) => [id, index + 1]));
  const named = new Map(targets.map((target) => [target.id, target]));
  const nameOf = (id: string): string => named.get(id)?.name ?? '';
  const marksOf = (id: string): Marks => sensitive('監査の対象の名称', `対象${order.get(id) ?? ''}`);
  return {
    nameOf,
    textOf: (id) => [hidden(nameOf(id), marksOf(id))],
    cellOf: (id) => cell([hidden(nameOf(id), marksOf(id))]),
  };
}

export const departmentsText = ({ departments }: Pick<ReportedTarget, 'departments'>): string => departments.join('、');
