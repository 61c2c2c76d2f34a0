/** The monthly summary of one side's duties, for the page and as a document. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Context } from '../../../kernel/module.ts';
import { renderFile } from '../../../documents/index.ts';
import type { engagementContract } from '../contract.ts';
import {
  MONTH_REPORT_TITLE,
  type MonthReportSource,
  monthReportTree,
  monthReportWorkbook,
} from '../documents/month-report.ts';
import { PARTY_LABELS } from '../labels.ja.ts';
import { dutiesOfMonth, judgedOn, monthsOfPeriod } from '../month-report.ts';
import { evaluated } from './evaluated.ts';
import { viewOf } from './obligations.ts';

type Contract = typeof engagementContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function getMonthReport(context: Context, input: In<'getMonthReport'>): Out<'getMonthReport'> {
  const { engagementId, month, party } = input;
  const day = judgedOn(month, context.today);
  return evaluated(context, engagementId, (evaluation, { engagement, specification }) => {
    const titles = new Map(specification.clauses.map(({ id, title }) => [id, title]));
    // A month that is over is told as it stood on its last day: what was recorded later belongs to later months.
    const duties = dutiesOfMonth(evaluation.at(day), month, party);
    return {
      today: context.today,
      judgedOn: day,
      months: monthsOfPeriod(engagement.periodFrom, engagement.periodTo),
      duties: duties.map((duty) => viewOf(duty, titles.get(duty.clause) ?? '')),
    };
  });
}

/** What the report of a month is made of. */
export async function readMonthSource(context: Context, input: In<'getMonthReport'>): Promise<MonthReportSource> {
  const { month, party, engagementId } = input;
  const { engagement } = await evaluated(context, engagementId, (_, setting) => setting);
  const { duties, judgedOn: day } = await getMonthReport(context, { engagementId, month, party });
  return { engagement, month, party, judgedOn: day, today: context.today, duties };
}

export async function downloadMonthReport(
  context: Context,
  input: In<'downloadMonthReport'>,
): Out<'downloadMonthReport'> {
  const { format, month, party } = input;
  const source = await readMonthSource(context, input);
  const tree = format === 'xlsx' ? monthReportWorkbook(source) : monthReportTree(source);
  return renderFile(tree, format, `${MONTH_REPORT_TITLE}_${month}_${PARTY_LABELS[party] ?? party}`);
}
