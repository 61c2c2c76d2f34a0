/** 支援記録簿: what was asked and answered after an audit, one row per support (10表(1)-7). */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  document,
  type DocumentTree,
  letterHead,
  note,
  paragraph,
  table,
  type WorkbookTree,
} from '../../../documents/index.ts';
import type { SupportView } from '../contract.ts';
import { SUPPORT_STATE_NAMES } from '../labels.ts';
import { dayText, type Head, orDash, particulars } from './common.ts';

export const SUPPORT_TITLE = '監査実施後の改善支援記録簿';
const HEADER = [
  '番号',
  '支援した日',
  '所属',
  '手段',
  '時間（分）',
  '尋ねられたこと',
  '答えたこと',
  '記録の提出',
] as const;

const cells = (record: SupportView): (string | number)[] => [
  record.position,
  dayText(record.occurredOn),
  record.planTitle === '' ? record.departmentName : `${record.departmentName}\n（${record.planTitle}）`,
  record.channel,
  record.minutes,
  record.asked,
  orDash(record.answered),
  record.submittedOn === null
    ? SUPPORT_STATE_NAMES.noted
    : `${dayText(record.submittedOn)}${record.late ? '（期限後）' : ''}`,
];

export function supportTree(head: Head, records: readonly SupportView[]): DocumentTree {
  const limited = records.some(({ due }) => due !== null);
  return document(particulars(head, SUPPORT_TITLE, 'landscape'), [
    letterHead(),
    paragraph(head.engagement.title, { firstLine: false }),
    paragraph(`監査の後に所属に対して行った支援は、次の${records.length}件です。`),
    table({
      columns: [
        { width: 11, align: 'center' },
        { width: 24 },
        { width: '2fr' },
        { width: 20 },
        { width: 15, align: 'right' },
        { width: '3fr' },
        { width: '3fr' },
        { width: 26 },
      ],
      header: [...HEADER],
      rows: records.map(cells),
      fontSize: 8.5,
    }),
    ...(limited
      ? [
          note(
            '記録の提出期限は、支援した日を1日目として数えています。期限の後に提出したものは、その旨を示しています。',
          ),
        ]
      : []),
  ]);
}

export function supportWorkbook({ engagement, today }: Head, records: readonly SupportView[]): WorkbookTree {
  return {
    title: SUPPORT_TITLE,
    author: engagement.contractor,
    created: today,
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    sheets: [
      {
        name: '支援記録簿',
        title: SUPPORT_TITLE,
        subtitle: [`${engagement.title}　${engagement.contractor}　${formatEra(today)}`],
        orientation: 'landscape',
        columns: [
          { title: HEADER[0], width: 6, align: 'center' },
          { title: HEADER[1], width: 14 },
          { title: HEADER[2], width: 26 },
          { title: HEADER[3], width: 12 },
          { title: HEADER[4], width: 10, align: 'right' },
          { title: HEADER[5], width: 44 },
          { title: HEADER[6], width: 44 },
          { title: HEADER[7], width: 18 },
        ],
        rows: records.map(cells),
      },
    ],
  };
}
