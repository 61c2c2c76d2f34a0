/** Departments to audit under rotation, times to avoid and the number of audits. */
import { addDays, type Blackout, createCalendar, type Day } from '../../../core/calendar/index.ts';
import { fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { auditContract } from '../../audit/contract.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { selfCheckContract } from '../../self-check/contract.ts';
import { planAudits as plan } from '../rules/audit-plan.ts';
import type { H } from './common.ts';

/** Longest time of the audits, in days. */
const LONGEST = 366;

export const planAudits: H<'planAudits'> = async (context, input) => {
  const { engagementId, from, to, capacity, rest, cycle, days } = input;
  if (to < from) throw fieldError('to', '監査の期間の終わりは、始めの日以後にしてください。');
  if (addDays(from, LONGEST) < to) throw fieldError('to', '監査の期間は、1年以内にしてください。');
  const engagements = context.client(engagementContract);
  const { fiscalYear } = await engagements.getEngagement({ engagementId });
  const { departments, unranked } = await context.client(selfCheckContract).getRanking({ engagementId });
  const closed = await engagements.listClosedDays({ engagementId });
  const calendar = createCalendar({ closedDays: closed.days.map(({ day }) => day) });
  const openDays: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.isOpen(day)) openDays.push(day);
  const { blackouts } = await engagements.listBlackouts({});
  const of = (departmentId: string | null): Blackout[] =>
    blackouts
      .filter((one) => one.departmentId === departmentId)
      .map((one) => ({ from: one.from, to: one.to, reason: one.reason }));
  const audited = await lastAudited(context, engagementId, fiscalYear);
  const { chosen, passed } = plan(
    departments.map(({ departmentId, departmentName, bureauId, value, rank }) => ({
      departmentId,
      departmentName,
      bureauId,
      value,
      rank,
      lastAudited: audited.get(departmentId) ?? null,
      // A bureau's times hold for its departments.
      blackouts: [...of(departmentId), ...(bureauId === null ? [] : of(bureauId))],
    })),
    { fiscalYear, capacity, rest, cycle, openDays, days, cityBlackouts: of(null) },
  );
  return {
    fiscalYear,
    openDays: openDays.length,
    chosen: [...chosen],
    passed: [...passed],
    unranked: unranked.length,
  };
};

/** The last fiscal year before this one in which each department was audited: by its audit, or by the city's selection. */
async function lastAudited(
  context: Context,
  engagementId: string,
  fiscalYear: number,
): Promise<ReadonlyMap<string, number>> {
  const last = new Map<string, number>();
  const { engagements } = await context.client(engagementContract).listEngagements({});
  for (const engagement of engagements) {
    if (engagement.id === engagementId || engagement.fiscalYear >= fiscalYear) continue;
    const { audits } = await context.client(auditContract).getProgramme({ engagementId: engagement.id });
    const { selection } = await context.client(selfCheckContract).getSelection({ engagementId: engagement.id });
    const departments = audits.length > 0 ? audits : (selection?.choices ?? []);
    for (const { departmentId } of departments)
      last.set(departmentId, Math.max(last.get(departmentId) ?? 0, engagement.fiscalYear));
  }
  return last;
}
