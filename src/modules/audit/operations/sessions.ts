/** Sessions at the target: the audit that was held, and the attendance at an audit by the city's own auditors. */
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import { teamContract } from '../../team/contract.ts';
import type { SessionView } from '../contract/field-work.ts';
import { missingPoints, sessionWarnings } from '../rules/session-rules.ts';
import { countUntouchedChecks } from '../store/check-tally.ts';
import { type AuditRecord, type SessionRecord, sessions } from '../store/stores.ts';
import { papersVisible } from './checks.ts';
import type { H } from './handler.ts';
import { checkFieldworker, checkOpen, facts, readAudit, takeAudit, targetOf } from './shared.ts';
import { checkTargetAlive } from './target-alive.ts';

function viewOf(session: SessionRecord): SessionView {
  const { id, version, position, createdAt, auditId, state, content } = session;
  return { ...content, id, version, position, createdAt, auditId, state };
}

export const listSessions: H<'listSessions'> = async (context, { auditId }) => {
  const audit = await readAudit(context, auditId);
  if (!papersVisible(context, audit)) return { sessions: [] };
  return { sessions: (await sessions.list(context.tx, { auditId })).map(viewOf) };
};

export const recordSession: H<'recordSession'> = async (context, input) => {
  const audit = await takeAudit(context, input.auditId);
  checkFieldworker(context, audit);
  checkOpen(audit);
  await checkTargetAlive(context, audit);
  const { programme } = audit.content;
  if (programme.kind !== 'focus-theme' && audit.state === 'preparing')
    throw refuse('この監査はまだ始めていません。先に「監査を始める」を選んでください。');
  const on = await dayOfEvent(context, audit.engagementId, input.occurredOn);
  const departmentId = input.departmentId ?? null;
  if (departmentId !== null && !audit.content.target.departmentIds.includes(departmentId))
    throw fieldError('departmentId', 'この監査の対象ではない所属です。対象の所属から選び直してください。');
  if (programme.conductedBy === 'contractor' && input.participants.length === 0)
    throw fieldError('participants', '監査の従事者を一人以上選んでください。');
  if (programme.conductedBy === 'city-auditors' && (input.cityAuditors ?? '').trim() === '')
    throw fieldError('cityAuditors', '監査を行った市の監査人を書いてください。');
  const team = await auditorsOf(context, audit, input.participants, on);
  const unjudged = await countUntouchedChecks(context.tx, audit.id);
  const warnings = sessionWarnings({
    auditors: input.participants.length,
    qualified: team.qualified,
    auditorsAtLeast: programme.conductedBy === 'contractor' ? programme.auditorsAtLeast : 0,
    qualifiedAtLeast: programme.conductedBy === 'contractor' ? programme.qualifiedAtLeast : 0,
    minutes: input.minutes,
    plannedMinutes: programme.minutes,
    unjudged,
  });
  const session = await insert(context, audit, {
    ...BLANK,
    kind: 'held',
    occurredOn: on,
    departmentId,
    vendorSite: input.vendorSite ?? false,
    minutes: input.minutes,
    onSite: input.onSite,
    place: input.place,
    participants: input.participants,
    cityAuditors: input.cityAuditors ?? '',
    interviewees: input.interviewees ?? [],
    intervieweesMissing: input.intervieweesMissing ?? '',
    interviewTopics: input.interviewTopics ?? [],
    methods: input.methods,
    checks: input.checks ?? [],
    viewpoints: input.viewpoints ?? [],
    documentsSeen: input.documentsSeen ?? 0,
    placesSeen: input.placesSeen ?? 0,
    additionalDocuments: input.additionalDocuments ?? 0,
    vendorPeople: input.vendorPeople ?? 0,
    vendorApproved: input.vendorApproved ?? null,
    warnings,
    note: input.note ?? '',
    by: context.caller.accountId,
  });
  recordHeld(context, audit, session, unjudged);
  return { ...changedOf(session), warnings };
};

const BLANK = {
  departmentId: null,
  vendorSite: false,
  minutes: null,
  onSite: true,
  place: '',
  participants: [],
  cityAuditors: '',
  interviewees: [],
  intervieweesMissing: '',
  interviewTopics: [],
  methods: [],
  checks: [],
  viewpoints: [],
  documentsSeen: 0,
  placesSeen: 0,
  additionalDocuments: 0,
  vendorPeople: 0,
  vendorApproved: null,
  points: [],
  warnings: [],
  note: '',
};

async function insert(context: Context, audit: AuditRecord, content: SessionRecord['content']) {
  return sessions.insert(context, {
    engagementId: audit.engagementId,
    auditId: audit.id,
    state: 'recorded',
    position: nextPosition(await sessions.list(context.tx, { auditId: audit.id })),
    content,
  });
}

/** People of the team only, none of whom manages what is audited; and how many of them hold a qualification that counts. */
async function auditorsOf(context: Context, audit: AuditRecord, members: readonly string[], on: string) {
  if (members.length === 0) return { qualified: 0 };
  const { engagementId } = audit;
  const team = context.client(teamContract);
  const known = await team.getTeam({ engagementId });
  const names = new Map(known.members.map(({ id, name }) => [id, name]));
  if (members.some((member) => !names.has(member)))
    throw fieldError('participants', 'この契約の担当者の中から選んでください。');
  const independence = await team.checkIndependence({ engagementId, departments: audit.content.target.departmentIds });
  const tied = independence.members.find(({ memberId, involved }) => members.includes(memberId) && involved.length > 0);
  if (tied !== undefined)
    throw new AppError('input.invalid', {
      fields: [
        {
          path: 'participants',
          message: `${names.get(tied.memberId) ?? ''}は、監査対象の情報資産の管理に関わると申告しています。この監査には従事できません。ほかの担当者を選んでください。`,
        },
      ],
    });
  const holders = known.qualifications.filter(
    ({ accepted, validFrom, validTo }) => accepted && validFrom <= on && (validTo === null || validTo >= on),
  );
  return { qualified: members.filter((member) => holders.some(({ memberId }) => memberId === member)).length };
}

/** The word of the specifications for a session at the premises of a vendor, whatever the programme is. */
const VENDOR_SITE = 'vendor-site';

function recordHeld(context: Context, audit: AuditRecord, { id, content }: SessionRecord, unjudged: number): void {
  const { programme, target } = audit.content;
  facts.record(context, 'audit-session.held', {
    engagementId: audit.engagementId,
    subject: id,
    data: {
      type: content.vendorSite ? VENDOR_SITE : programme.factType,
      target: targetOf(audit),
      department: content.departmentId ?? audit.departmentId,
      kind: content.vendorSite ? VENDOR_SITE : target.kind,
      occurredOn: content.occurredOn,
      participants: content.participants,
      methods: content.methods,
      onSite: content.onSite,
      place: content.place,
      ...(content.minutes === null ? {} : { minutes: content.minutes }),
      ...(programme.minutes === null ? {} : { plannedMinutes: programme.minutes }),
      additionalDocuments: content.additionalDocuments,
      viewpoints: content.viewpoints,
      unjudged,
      interviewees: content.interviewees,
      ...(content.intervieweesMissing === '' ? {} : { intervieweesMissing: true }),
      interviewTopics: content.interviewTopics,
      documentsSeen: content.documentsSeen,
      placesSeen: content.placesSeen,
      vendorPeople: content.vendorPeople,
      ...(content.vendorApproved === null ? {} : { vendorApproved: content.vendorApproved }),
      checks: content.checks,
    },
  });
}

export const recordAttendance: H<'recordAttendance'> = async (context, input) => {
  const audit = await takeAudit(context, input.auditId);
  checkOpen(audit);
  const { programme } = audit.content;
  if (programme.conductedBy !== 'city-auditors')
    throw refuse('立会いの記録は、市の監査人が行う監査に付けます。この監査では「監査の実施」を記録してください。');
  const unexplained = input.points.findIndex(({ result, support }) => result !== 'done' && support.trim() === '');
  if (unexplained >= 0)
    throw fieldError(`points.${unexplained}.support`, '補助したこと、又はできていなかった事情を書いてください。');
  const on = await dayOfEvent(context, audit.engagementId, input.occurredOn);
  await auditorsOf(context, audit, input.members, on);
  const missing = missingPoints(programme.attendancePoints, input.points);
  const session = await insert(context, audit, {
    ...BLANK,
    kind: 'attended',
    occurredOn: on,
    participants: input.members,
    points: input.points,
    warnings: missing.map((point) => `「${point}」の記録がありません。`),
    note: input.note ?? '',
    by: context.caller.accountId,
  });
  facts.record(context, 'audit-session.attended', {
    engagementId: audit.engagementId,
    subject: session.id,
    data: {
      target: targetOf(audit),
      points: input.points.map(({ point }) => point),
      members: input.members,
      occurredOn: on,
    },
  });
  return { ...changedOf(session), missing };
};
