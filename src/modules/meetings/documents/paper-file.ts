/** A prepared paper as a file, for a meeting or for the day. */
import { type Day, formatEra, formatEraShort } from '../../../core/calendar/index.ts';
import {
  document,
  type DocumentFile,
  type DocumentFormat,
  type DocumentTree,
  letterHead,
  renderFile,
  type Sheet,
  type WorkbookTree,
} from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { EngagementProfile } from '../../engagement/contract.ts';
import type { PaperContent } from '../contract.ts';
import { INFORMATION_KINDS, PAPER_TITLES } from '../meeting-types.ts';
import { barIn, monthsOf } from '../rules/months.ts';
import { OWNERS, paperBlocks, stateOfIssue } from './paper-blocks.ts';

export interface PaperFrame {
  readonly profile: EngagementProfile;
  /** The meeting that it is for; null for the state of the day. */
  readonly occasion: { readonly title: string; readonly date: Day } | null;
}

const dayOfContent = (content: PaperContent): Day => ('asOf' in content ? content.asOf : content.until);

export function paperFile(content: PaperContent, format: DocumentFormat, frame: PaperFrame): Promise<DocumentFile> {
  const day = frame.occasion?.date ?? dayOfContent(content);
  return renderFile(paperTree(content, format, frame), format, `${PAPER_TITLES[content.kind]}_${day}`);
}

/** @throws AppError `state.refused` for a workbook of the report, which is no list. */
export function paperTree(
  content: PaperContent,
  format: DocumentFormat,
  frame: PaperFrame,
): DocumentTree | WorkbookTree {
  return format === 'xlsx' ? workbook(content, frame) : paper(content, frame);
}

function paper(content: PaperContent, { profile, occasion }: PaperFrame): DocumentTree {
  const wide = content.kind === 'issues' || content.kind === 'schedule';
  // The schedule is read on one page: many months or many items need a larger one.
  const large =
    content.kind === 'schedule' && (monthsOf(content.from, content.to).length > 13 || content.rows.length > 14);
  const day = dayOfContent(content);
  return document(
    {
      title: PAPER_TITLES[content.kind],
      subtitle: profile.title,
      date: occasion === null ? `${formatEra(day)}現在` : `${occasion.title}（${formatEra(occasion.date)}）資料`,
      created: day,
      author: profile.contractor,
      ...(wide
        ? { orientation: 'landscape' as const }
        : { addressee: [profile.municipality, `${profile.client.department}　御中`] }),
      sender: profile.contractor,
      ...(large ? { size: 'A3' as const } : {}),
      ...(profile.marking === null ? {} : { marking: profile.marking }),
    },
    [letterHead(), ...paperBlocks(content)],
  );
}

function workbook(content: PaperContent, { profile, occasion }: PaperFrame): WorkbookTree {
  const day = dayOfContent(content);
  const title = PAPER_TITLES[content.kind];
  const about = occasion === null ? `${formatEra(day)}現在` : `${occasion.title}（${formatEra(occasion.date)}）`;
  const sheet = { name: title, title, subtitle: [profile.title, about], orientation: 'landscape' as const };
  return {
    title,
    author: profile.contractor,
    created: day,
    ...(profile.marking === null ? {} : { marking: profile.marking }),
    sheets: [{ ...sheet, ...listOf(content) }],
  };
}

function listOf(content: PaperContent): Pick<Sheet, 'columns' | 'rows'> {
  switch (content.kind) {
    case 'progress':
      throw new AppError('state.refused', {
        message: '進捗状況報告書は表ではないため、Excelでは作れません。Word又はPDFを選んでください。',
      });
    case 'issues':
      return {
        columns: [
          { title: 'No.', width: 6, align: 'right' },
          { title: '発生日', width: 11, align: 'center' },
          { title: '課題の内容', width: 50 },
          { title: '担当', width: 10, align: 'center', choices: ['発注者', '受注者'] },
          { title: '期限', width: 11, align: 'center' },
          { title: '対応の状況', width: 50 },
          { title: '状態', width: 10, align: 'center' },
          { title: '完了日', width: 11, align: 'center' },
        ],
        rows: content.rows.map((row) => [
          row.number,
          formatEraShort(row.raisedOn),
          row.content,
          OWNERS[row.owner],
          row.due === null
            ? null
            : row.closedOn === null && row.due < content.asOf
              ? { value: formatEraShort(row.due), shade: 'warning' as const, align: 'center' as const }
              : formatEraShort(row.due),
          row.response,
          stateOfIssue(row),
          row.closedOn === null ? null : formatEraShort(row.closedOn),
        ]),
      };
    case 'schedule': {
      const months = monthsOf(content.from, content.to);
      return {
        columns: [
          { title: '業務項目', width: 40 },
          { title: '開始の予定', width: 11, align: 'center' },
          { title: '終了の予定', width: 11, align: 'center' },
          { title: '進捗', width: 7, align: 'right', format: '0%' },
          ...months.map(({ label }) => ({ title: label, width: 7, align: 'center' as const })),
          { title: '備考', width: 30 },
        ],
        rows: content.rows.map((row) => [
          row.name,
          formatEraShort(row.start),
          formatEraShort(row.end),
          row.percent / 100,
          ...months.map((month) => {
            const bar = barIn(month, row.start, row.end);
            return bar === null ? null : { value: bar, shade: 'good' as const, align: 'center' as const };
          }),
          row.remark,
        ]),
      };
    }
    case 'information':
      return {
        columns: [
          { title: '種類', width: 20 },
          { title: '件名', width: 40 },
          { title: '概要', width: 70 },
          { title: '出典', width: 30 },
          { title: '公表日', width: 11, align: 'center' },
        ],
        rows: content.rows.map((row) => [
          INFORMATION_KINDS[row.informationKind],
          row.title,
          row.summary,
          row.source,
          formatEraShort(row.publishedOn),
        ]),
      };
  }
}
