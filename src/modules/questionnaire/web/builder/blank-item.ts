/** New items as the builder starts them. Pure but for the id that is handed in. */
import type { FormItem, Option, TableColumn } from '../../../../core/content-schema/index.ts';

export const ITEM_TYPES = [
  'yes-no-na',
  'single',
  'multiple',
  'scale',
  'matrix',
  'number',
  'text',
  'date',
  'file',
  'table',
] as const satisfies readonly FormItem['type'][];

const TWO: readonly Option[] = [
  { value: 'c1', label: '' },
  { value: 'c2', label: '' },
];

/** An item of a type with nothing said yet; texts that are needed are empty. */
export function blankItem(type: FormItem['type'], id: string): FormItem {
  const base = {
    id,
    number: 1,
    revision: 1,
    question: '',
    required: true,
    references: [],
    weight: 1,
    segments: ['all'],
    severity: 1 as const,
  };
  switch (type) {
    case 'yes-no-na':
      return {
        ...base,
        type,
        severity: 2,
        scores: { yes: 1, no: 0, noWithAlternative: 0.5, notApplicable: null },
        allowNotApplicable: true,
        explanation: { no: 'reason-or-alternative', notApplicable: 'reason' },
      };
    case 'single':
    case 'multiple':
      return { ...base, type, options: [...TWO] };
    case 'scale':
      return { ...base, type, from: 1, to: 5, fromLabel: '', toLabel: '' };
    case 'matrix':
      return { ...base, type, rows: [{ id: 'r1', label: '' }], options: [...TWO] };
    case 'number':
      return { ...base, type, integer: true, min: 0, max: 10_000, unit: '' };
    case 'text':
      return { ...base, type, maxLength: 200, multiline: false };
    case 'date':
      return { ...base, type };
    case 'file':
      return { ...base, type, maxFiles: 5 };
    case 'table':
      return {
        ...base,
        type,
        rowLabel: '',
        minRows: 0,
        maxRows: 100,
        columns: [blankColumn('text', 'c1')],
        examples: [],
      };
  }
}

export const COLUMN_TYPES = [
  'text',
  'number',
  'date',
  'yes-no',
  'single',
  'multiple',
] as const satisfies readonly TableColumn['type'][];

export function blankColumn(type: TableColumn['type'], id: string, label = ''): TableColumn {
  const base = { id, label, required: true };
  switch (type) {
    case 'text':
      return { ...base, type, maxLength: 200, multiline: false };
    case 'number':
      return { ...base, type, integer: true, min: 0, max: 10_000, unit: '' };
    case 'date':
    case 'yes-no':
      return { ...base, type };
    case 'single':
    case 'multiple':
      return { ...base, type, options: [...TWO] };
  }
}

/** The first of `c1`, `c2`, … that is not taken. */
export function freeId(prefix: string, taken: readonly string[]): string {
  let count = 1;
  while (taken.includes(`${prefix}${count}`)) count += 1;
  return `${prefix}${count}`;
}
