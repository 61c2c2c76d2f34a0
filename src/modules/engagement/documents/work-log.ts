/** 作業の記録 as a workbook: the records, and days on site by month. */
import { formatEra, formatEraMonth, formatEraShort } from '../../../core/calendar/index.ts';
import { clauseLabel } from '../../../core/specification/index.ts';
import type { WorkbookTree } from '../../../documents/index.ts';
import type { EngagementProfile, WorkRecord } from '../contract.ts';
import type { WorkMonth } from '../rules/work-months.ts';

export interface WorkLogSource {
  readonly engagement: EngagementProfile;
  readonly records: readonly WorkRecord[];
  readonly months: readonly WorkMonth[];
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
}

export function workWorkbook({ engagement, records, months, names, today }: WorkLogSource): WorkbookTree {
  const subtitle = [engagement.title, `${engagement.contractor}　${formatEra(today)}現在`];
  const nameOf = (id: string): string => names.get(id) ?? '登録のない人';
  const modes = months[0]?.byMode.map(({ mode }) => mode) ?? [];
  return {
    title: '作業の記録',
    author: engagement.contractor,
    created: today,
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    sheets: [
      {
        name: '作業の記録',
        title: '作業の記録',
        subtitle,
        orientation: 'landscape',
        columns: [
          { title: '作業日', width: 12, align: 'center' },
          { title: '条項', width: 20 },
          { title: '方法', width: 14 },
          { title: '作業の内容', width: 60 },
          { title: '従事者', width: 30 },
          { title: '責任者', width: 18 },
          { title: '訂正', width: 30 },
        ],
        rows: records.map((record) => [
          formatEraShort(record.occurredOn),
          clauseLabel(record.clause),
          record.mode,
          record.content,
          record.members.map(nameOf).join('、'),
          nameOf(record.responsible),
          correctionOf(record, records),
        ]),
      },
      {
        name: '月別の集計',
        title: '月別の集計',
        subtitle,
        columns: [
          { title: '月', width: 18 },
          { title: 'オンサイトの日数', width: 18, align: 'right' },
          { title: '記録の件数', width: 14, align: 'right' },
          ...modes.map((mode) => ({ title: `${mode}の件数`, width: 18, align: 'right' as const })),
        ],
        rows: months.map(({ month, onSiteDays, records: count, byMode }) => [
          formatEraMonth(`${month}-01`),
          onSiteDays,
          count,
          ...byMode.map((one) => one.records),
        ]),
      },
    ],
  };
}

/** What a corrected record, or the record that corrects another one, says of it. */
function correctionOf({ corrects, correctedBy, reason }: WorkRecord, records: readonly WorkRecord[]): string | null {
  const old = records.find(({ id }) => id === corrects);
  const notes = [
    ...(old === undefined ? [] : [`${formatEraShort(old.occurredOn)}の記録の訂正：${reason}`]),
    ...(correctedBy === null ? [] : ['訂正前の記録（集計に含まない）']),
  ];
  return notes.length === 0 ? null : notes.join('\n');
}
