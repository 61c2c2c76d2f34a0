/** What an audited department sees: only what the city has sent or shown to it, in the text as sent. */
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementOf } from '../../engagement/contract.ts';
import { departmentNames } from '../../people/contract.ts';
import type { OwnAudit } from '../contract/own.ts';
import {
  type AuditRecord,
  audits,
  checks,
  type FindingRecord,
  findings,
  type HearingRecord,
  hearings,
  requests,
  resultNotices,
  visits,
} from '../store/stores.ts';
import type { H } from './handler.ts';
import { openRequestFile } from './requests.ts';
import { knows, reachesAudit, targetName } from './shared.ts';

export const listOwnAudits: H<'listOwnAudits'> = async (context, { engagementId }) => {
  await engagementOf(context, engagementId);
  const names = await departmentNames(context);
  const all = await audits.list(context.tx, { engagementId });
  const own: OwnAudit[] = [];
  for (const audit of all) {
    // Before the notice the department does not know that it was chosen.
    if (!reachesAudit(context.caller, audit) || !knows(audit)) continue;
    own.push(await ownAuditOf(context, audit, targetName(audit, names)));
  }
  return { audits: own };
};

async function ownAuditOf(context: Context, audit: AuditRecord, departmentName: string): Promise<OwnAudit> {
  const { tx } = context;
  const of = { auditId: audit.id };
  const { notice } = audit.content;
  const sent = (await resultNotices.list(tx, of)).find(({ state }) => state === 'sent');
  return {
    id: audit.id,
    departmentId: audit.departmentId,
    departmentName,
    programme: audit.content.programme.title,
    state: audit.state,
    notice: notice === null ? null : { text: notice.text, number: notice.number, sentOn: notice.sentOn },
    requests: await ownRequests(context, audit),
    hearings: (await hearings.list(tx, of)).filter(isSent).map(ownHearing),
    visits: (await visits.list(tx, of))
      .filter(({ state }) => state !== 'draft' && state !== 'submitted')
      .map(({ id, content }) => ({
        id,
        plannedOn: content.plannedOn,
        place: content.place,
        timetable: content.timetable,
        occurredOn: content.occurredOn,
      })),
    papers: await ownPapers(context, audit),
    findings: (await findings.list(tx, of)).flatMap(ownFinding),
    resultNotice:
      sent === undefined || sent.content.sentOn === null
        ? null
        : {
            summary: sent.content.summary,
            rows: sent.content.rows,
            number: sent.content.number,
            sentOn: sent.content.sentOn,
          },
  };
}

/** What the city passed on: every fact, without the judgement. Remarks that the city wrote for the department are its own too. */
async function ownPapers(context: Context, audit: AuditRecord): Promise<OwnAudit['papers']> {
  const { papers } = audit.content;
  if (papers === null || papers.shownOn === null) return null;
  const all = await checks.list(context.tx, { auditId: audit.id });
  return {
    version: papers.version,
    shownOn: papers.shownOn,
    open: papers.confirmedOn === null && papers.answer?.agreed !== true,
    items: all
      .filter(({ state }) => state === 'in-scope')
      .map(({ id, content }) => ({ checkId: id, number: content.number, title: content.title, fact: content.fact })),
    remarks: papers.remarks.map(({ id, checkId, text, on, resolution }) => ({
      ...{ id, checkId, text, on },
      resolution: resolution?.text ?? null,
    })),
    answer: papers.answer === null ? null : { agreed: papers.answer.agreed, on: papers.answer.on },
  };
}

async function ownRequests(context: Context, audit: AuditRecord): Promise<OwnAudit['requests']> {
  const all = await requests.list(context.tx, { auditId: audit.id });
  return all.flatMap(({ id, content }) =>
    content.sentOn === null
      ? []
      : [
          {
            id,
            title: content.title,
            note: content.note,
            due: content.due,
            sentOn: content.sentOn,
            items: content.items.map((item) => ({
              id: item.id,
              title: item.title,
              detail: item.detail,
              // An insufficiency that the city has not passed on is not known here yet.
              state: item.state === 'insufficient' ? ('received' as const) : item.state,
              remark: item.toldDepartment,
              files: item.files.map(({ by: _by, ...file }) => file),
            })),
          },
        ],
  );
}

function isSent({ content }: HearingRecord): boolean {
  return content.mode === 'mail' ? content.messages.some(({ sentOn }) => sentOn !== null) : content.plannedOn !== null;
}

function ownHearing({ id, state, content }: HearingRecord): OwnAudit['hearings'][number] {
  return {
    id,
    mode: content.mode,
    topic: content.topic,
    plannedOn: content.plannedOn,
    place: content.place,
    closed: state === 'closed' || state === 'minutes-submitted',
    messages: content.messages.flatMap((message) =>
      message.sentOn === null
        ? []
        : [
            {
              id: message.id,
              kind: message.kind,
              text: message.text,
              on: message.sentOn,
              replyTo: message.replyTo,
            },
          ],
    ),
  };
}

function ownFinding({ id, position, state, content }: FindingRecord): OwnAudit['findings'] {
  if (content.shown === null || content.shownOn === null) return [];
  const { gradeReason: _reason, ...text } = content.shown;
  return [
    {
      id,
      number: position,
      shownOn: content.shownOn,
      text,
      open: state === 'shown',
      withdrawn: state === 'withdrawn',
      answer: content.sectionDraft,
      views: content.views.map(({ findingFact: _fact, ...view }) => view),
    },
  ];
}

export const downloadOwnFile: H<'downloadOwnFile'> = async (context, { requestId, fileId }) => {
  const request = await requests.get(context.tx, requestId);
  const audit = await audits.get(context.tx, request.auditId);
  if (!reachesAudit(context.caller, audit) || request.content.sentOn === null) throw new AppError('record.missing');
  return openRequestFile(context, request, fileId);
};
