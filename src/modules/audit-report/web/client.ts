/** The operations of the module and small helpers that several of its pages use. */
import { formatEraShort } from '../../../core/calendar/index.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { BadgeTone } from '../../../web/ui/index.ts';
import type { auditContract } from '../../audit/contract.ts';
import type { meetingsContract } from '../../meetings/contract.ts';
import type { auditReportContract } from '../contract.ts';

export const report = clientFor<typeof auditReportContract>('audit-report');
const audit = clientFor<typeof auditContract>('audit');
const meetings = clientFor<typeof meetingsContract>('meetings');

type Out<K extends keyof (typeof auditReportContract)['operations']> = OutputOf<typeof auditReportContract, K>;
export type ReportLine = Out<'listReports'>['reports'][number];
export type WantedReport = Out<'listReports'>['wanted'][number];
export type ReportView = Out<'getReport'>;
export type ListedProgramme = Out<'listFindingsLists'>['programmes'][number];
export type ListedDebriefing = Out<'listDebriefings'>['debriefings'][number];
export type Debriefing = Out<'getDebriefing'>;
export type Urgent = Out<'listUrgent'>['urgent'][number];

export const reportHref = (engagementId: string, page = ''): string =>
  `/engagements/${engagementId}/audit-report${page === '' ? '' : `/${page}`}`;

const DONE: readonly string[] = ['settled', 'prepared', 'acknowledged'];
const OPEN: readonly string[] = ['finished', 'reported'];

/** The tone of a state badge; the words carry the meaning. */
export function toneOf(state: string): BadgeTone {
  if (DONE.includes(state)) return 'success';
  if (OPEN.includes(state)) return 'info';
  return state === 'returned' || state === 'raised' ? 'warning' : 'neutral';
}

/** Audits under way, as choices; those of the focus theme are called by their department. */
export async function auditOptions(engagementId: string) {
  const { audits } = await audit.getProgramme({ engagementId });
  return audits
    .filter(({ state }) => state !== 'closed')
    .map(({ id, departmentName, programme }) => ({ value: id, label: `${programme.title}　${departmentName}` }));
}

export async function meetingOptions(engagementId: string) {
  const { meetings: all } = await meetings.listMeetings({ engagementId });
  return all.map(({ id, title, date }) => ({
    value: id,
    label: date === null ? title : `${formatEraShort(date)}　${title}`,
  }));
}

export function choicesOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
