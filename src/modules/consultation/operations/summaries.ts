/** Summaries of a month or a year, and the module's documents. */
import { renderFile } from '../../../documents/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import type { consultationContract, Summary } from '../contract.ts';
import { buildLog } from '../documents/log.ts';
import { summaryDocument, summaryTitle, summaryWorkbook } from '../documents/summary.ts';
import { facts } from '../facts.ts';
import { nextPeriod, periodOf } from '../rules/cap.ts';
import { daysOf, figuresOf, type SummaryPeriod, type Told } from '../rules/summary.ts';
import {
  type ConsultationRow,
  type EntryRow,
  insertSummary,
  listConsultationRows,
  listEntries,
  listSummaries,
} from '../store.ts';
import { type CapRecords, capRecords, meterView } from './cap.ts';
import { settingOf } from './setting.ts';

type C = typeof consultationContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

/** The figures of the moment. They are counts of all consultations, the same for both parties: what was asked is not told. */
export async function summarise(
  context: Context,
  engagementId: string,
  period: SummaryPeriod,
  day: string,
): Promise<Summary> {
  const { conditions, categories, profile } = await settingOf(context, engagementId);
  const rows = await listConsultationRows(context.tx, engagementId);
  const threads = Map.groupBy(
    await listEntries(
      context.tx,
      rows.map(({ id }) => id),
    ),
    (entry) => entry.consultation_id,
  );
  const figures = figuresOf(
    rows.map((row) => toldOf(row, threads.get(row.id) ?? [])),
    categories,
    period,
    day,
  );
  const cap = conditions?.cap ?? null;
  return {
    ...figures,
    themes: [...figures.themes],
    channels: [...figures.channels],
    cap: cap === null ? [] : usesOf(await capRecords(context, cap, profile), figures),
  };
}

const toldOf = (row: ConsultationRow, entries: readonly EntryRow[]): Told => ({
  category: row.category,
  urgent: row.urgent,
  questions: row.questions,
  receivedOn: row.received_on,
  answeredOn: row.answered_on,
  ended: row.state === 'answered' || row.state === 'closed',
  score: row.score,
  answers: entries
    .filter(({ kind }) => kind === 'answer')
    .map(({ channel, occurred_on: on }) => ({ channel: channel ?? '画面', on })),
  visits: entries.filter(({ kind }) => kind === 'visit').map(({ occurred_on: on }) => on),
});

/** Periods of the cap between the days, as far as the contract has begun and the present reaches. */
function usesOf(records: CapRecords, { from, to }: { readonly from: string; readonly to: string }): Summary['cap'] {
  const { per } = records.cap;
  const first = periodOf(from > records.start ? from : records.start, per);
  const last = periodOf(to < records.today ? to : records.today, per);
  const uses: Summary['cap'] = [];
  for (let at = first; at <= last; at = nextPeriod(at)) {
    const { max, carried, used, over } = meterView(records, at.startsWith('FY') ? `${at.slice(2)}-04-01` : `${at}-01`);
    uses.push({ period: at, max, carried, used, over });
  }
  return uses;
}

export const summariseConsultations: H<'summariseConsultations'> = async (context, { engagementId, period, day }) => ({
  summary: await summarise(context, engagementId, period, day),
  issued: (await listSummaries(context.tx, engagementId)).map((row) => ({
    id: row.id,
    period: row.period,
    from: row.from_day,
    to: row.to_day,
    count: row.content.total.received,
    issuedOn: row.issued_on,
  })),
});

export const issueSummary: H<'issueSummary'> = async (context, { engagementId, period, day }) => {
  const { from, to } = daysOf(period, day);
  const { profile } = await settingOf(context, engagementId);
  if (from > context.today || to < profile.contractDate) {
    throw new AppError('state.refused', {
      message: '契約の前か、まだ来ていない期間の集計は確定できません。期間を選び直してください。',
    });
  }
  const content = await summarise(context, engagementId, period, day);
  const id = context.newId();
  await insertSummary(context.tx, {
    engagement_id: engagementId,
    id,
    period,
    from_day: from,
    to_day: to,
    content,
    issued_on: context.today,
    issued_by: context.caller.accountId,
  });
  facts.record(context, 'consultation-summary.issued', {
    engagementId,
    subject: id,
    data: { period, from, to, count: content.total.received },
  });
  return { id };
};

/** An issued summary. @throws AppError `record.missing` */
export async function issuedSummary(context: Context, engagementId: string, id: string): Promise<Summary> {
  const row = (await listSummaries(context.tx, engagementId)).find((one) => one.id === id);
  if (row === undefined) throw new AppError('record.missing', { internal: 'summary' });
  return row.content;
}

export const downloadSummary: H<'downloadSummary'> = async (context, input) => {
  const { engagementId, period, day, summaryId, format } = input;
  const { profile } = await settingOf(context, engagementId);
  const summary =
    summaryId === undefined
      ? await summarise(context, engagementId, period, day)
      : await issuedSummary(context, engagementId, summaryId);
  const paper = { summary, profile, today: context.today };
  return renderFile(format === 'xlsx' ? summaryWorkbook(paper) : summaryDocument(paper), format, summaryTitle(summary));
};

export const downloadLog: H<'downloadLog'> = async (context, { engagementId, format }) =>
  renderFile(await buildLog(context, engagementId, format), format, '相談事対応資料');
