/** The columns of the WBS as a spreadsheet: how each is written, and how it is read when somebody has edited it. */
import { type Day, toDayNumber } from '../../../core/calendar/index.ts';
import { type CellContent, readCell, readTick } from '../../../core/exchange/index.ts';
import type { CellValue, SheetColumn } from '../../../documents/index.ts';
import { cleanText } from '../../../documents/prepare/text.ts';
import type { Task } from '../contract.ts';
import { EXCLUSIONS, OWNERS } from '../documents/plan-words.ts';
import {
  departmentsText,
  itemsOf,
  parseDepartments,
  parsePredecessors,
  predecessorsText,
  type WbsNames,
} from '../rules/wbs-names.ts';

export type Reading = { readonly patch: Partial<Task> } | { readonly refused: string };

export interface WbsColumn extends SheetColumn {
  readonly key: string;
  /** What the cell says, in one form whatever the person typed: for comparing and for the preview. */
  show(task: Task, names: WbsNames): string;
  /** What is written; the shown text when absent. */
  write?(task: Task, names: WbsNames): CellValue;
  /** The meaning of an edited cell; null empties it. A sentence where the column may not be edited. */
  readonly read: ((cell: CellContent | null, names: WbsNames) => Reading) | string;
}

/** Excel counts days from the end of 1899. */
const SERIAL_OF_1970 = 25_569;
const serialOf = (day: Day): number => toDayNumber(day) + SERIAL_OF_1970;

const text = (cell: CellContent | null): string => {
  if (cell === null) return '';
  return cleanText(typeof cell === 'object' ? cell.day : String(cell)).trim();
};
/** Full-width digits and signs as half-width ones. */
const plain = (cell: CellContent | null): string => text(cell).normalize('NFKC').trim();
const dateColumn = (key: string, title: string, field: 'plannedStart' | 'plannedEnd'): WbsColumn => ({
  key,
  title,
  width: 12,
  align: 'center',
  format: 'yyyy/m/d',
  show: (task) => task[field],
  write: (task) => serialOf(task[field]),
  read: (cell) => {
    if (cell === null) return { refused: '予定日が空です。日付を入れてください。' };
    const reading = readCell({ key, title, kind: 'day', width: 12 }, cell);
    if ('refused' in reading) return reading;
    return typeof reading.value === 'string'
      ? { patch: { [field]: reading.value } }
      : { refused: '予定日が空です。日付を入れてください。' };
  },
});

const actualColumn = (key: string, title: string, field: 'actualStart' | 'actualEnd'): WbsColumn => ({
  key,
  title,
  width: 12,
  align: 'center',
  format: 'yyyy/m/d',
  show: (task) => task[field] ?? '',
  write: ({ [field]: day }) => (day === null ? null : serialOf(day)),
  read: '実績と進捗は、WBSの画面の「進捗を報告」から記録してください。',
});

const labelled = <K extends string>(labels: Readonly<Record<K, string>>, label: string): K | undefined =>
  (Object.keys(labels) as K[]).find((key) => labels[key] === label);

const readPredecessors = (cell: CellContent | null, names: WbsNames): Reading => {
  const read = parsePredecessors(text(cell), names);
  return 'refused' in read ? read : { patch: { predecessors: read.found } };
};

export const WBS_COLUMNS: readonly WbsColumn[] = [
  { key: 'id', title: '識別子', width: 10, hidden: true, show: ({ id }) => id, read: '識別子は変えられません。' },
  {
    key: 'version',
    title: '保存の回数',
    width: 8,
    hidden: true,
    show: ({ version }) => String(version),
    write: ({ version }) => version,
    read: 'この欄は変えられません。',
  },
  {
    key: 'number',
    title: '番号',
    width: 6,
    align: 'right',
    show: ({ position }) => String(position),
    write: ({ position }) => position,
    // Numbers name tasks inside the file; the order of the rows is the order of the WBS.
    read: () => ({ patch: {} }),
  },
  {
    key: 'parent',
    title: '上位の番号',
    width: 8,
    align: 'right',
    show: ({ parentId }, names) => (parentId === null ? '' : String(names.numberOf(parentId) ?? '')),
    write: ({ parentId }, names) => (parentId === null ? null : (names.numberOf(parentId) ?? null)),
    read: (cell, names) => {
      const typed = plain(cell);
      if (typed === '') return { patch: { parentId: null } };
      const id = names.idOf(Number(typed));
      return id === undefined
        ? { refused: `番号${typed}の作業がファイルにありません。番号を確かめてください。` }
        : { patch: { parentId: id } };
    },
  },
  {
    key: 'name',
    title: '作業',
    width: 36,
    show: ({ name }) => name,
    read: (cell) => {
      const name = text(cell).replaceAll(/\s+/g, ' ');
      if (name === '') return { refused: '作業の名称が空です。名称を入れてください。' };
      return name.length > 200 ? { refused: '作業の名称は200字までにしてください。' } : { patch: { name } };
    },
  },
  {
    key: 'content',
    title: '作業内容',
    width: 50,
    show: ({ content }) => content,
    read: (cell) => {
      const content = text(cell);
      return content.length > 2000 ? { refused: '作業内容は2,000字までにしてください。' } : { patch: { content } };
    },
  },
  {
    key: 'clause',
    title: '条項',
    width: 16,
    show: ({ clause }) => clause,
    read: '条項は変えられません。仕様書から導いたものです。',
  },
  {
    key: 'owner',
    title: '担当',
    width: 9,
    align: 'center',
    choices: Object.values(OWNERS),
    show: ({ owner }) => OWNERS[owner],
    read: (cell) => {
      const owner = labelled(OWNERS, plain(cell));
      return owner === undefined
        ? { refused: `担当は、${Object.values(OWNERS).join('、')}のどれかにしてください。` }
        : { patch: { owner } };
    },
  },
  {
    key: 'members',
    title: '担当者',
    width: 24,
    show: ({ members }) => members.join('、'),
    read: (cell) => {
      const members = itemsOf(text(cell));
      if (members.length > 20) return { refused: '担当者は20人までにしてください。' };
      return members.some((name) => name.length > 200)
        ? { refused: '担当者の氏名は200字までにしてください。' }
        : { patch: { members } };
    },
  },
  {
    key: 'predecessors',
    title: '先行作業',
    width: 14,
    show: ({ predecessors }, names) => predecessorsText(predecessors, names),
    read: readPredecessors,
  },
  dateColumn('start', '開始予定', 'plannedStart'),
  dateColumn('end', '終了予定', 'plannedEnd'),
  {
    key: 'milestone',
    title: '期日固定',
    width: 8,
    align: 'center',
    choices: ['○'],
    show: ({ milestone }) => (milestone ? '○' : ''),
    read: (cell) => {
      const milestone = readTick(text(cell));
      return milestone === undefined
        ? { refused: '期日が決まっているときは「○」を、そうでないときは空にしてください。' }
        : { patch: { milestone } };
    },
  },
  {
    key: 'effort',
    title: '人日',
    width: 8,
    align: 'right',
    format: '0.0',
    show: ({ effort }) => (effort === null ? '' : String(effort)),
    write: ({ effort }) => effort,
    read: (cell) => {
      const typed = plain(cell).replaceAll(',', '');
      if (typed === '') return { patch: { effort: null } };
      const effort = Math.round(Number(typed) * 10) / 10;
      return effort > 0 && effort < 100_000
        ? { patch: { effort } }
        : { refused: '人日は、0より大きい数を0.1の単位で入れてください。' };
    },
  },
  {
    key: 'departments',
    title: '関係する所属',
    width: 24,
    show: ({ departmentIds }, names) => departmentsText(departmentIds, names),
    read: (cell, names) => {
      const read = parseDepartments(text(cell), names);
      return 'refused' in read ? read : { patch: { departmentIds: read.found } };
    },
  },
  {
    key: 'excluded',
    title: '対象外の理由',
    width: 18,
    choices: Object.values(EXCLUSIONS),
    show: ({ excluded }) => (excluded === null ? '' : EXCLUSIONS[excluded]),
    read: (cell) => {
      const typed = text(cell);
      if (typed === '') return { patch: { excluded: null, excludedNote: '' } };
      const excluded = labelled(EXCLUSIONS, typed);
      return excluded === undefined
        ? { refused: `対象外の理由は、${Object.values(EXCLUSIONS).join('、')}のどれかにしてください。` }
        : { patch: { excluded } };
    },
  },
  {
    key: 'percent',
    title: '進捗',
    width: 7,
    align: 'right',
    format: '0"%"',
    show: ({ percent }) => String(percent),
    write: ({ percent }) => percent,
    read: '実績と進捗は、WBSの画面の「進捗を報告」から記録してください。',
  },
  actualColumn('actual-start', '開始実績', 'actualStart'),
  actualColumn('actual-end', '終了実績', 'actualEnd'),
];

/** The text of a cell as it is compared with what the product would write. */
export const shownText = text;
