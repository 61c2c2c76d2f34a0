/** What the records of the audit still lack for its documents, with the page where it is written. */
import { gap } from '../../../kernel/gap.ts';
import type { Context, DocumentGap, DocumentProvider } from '../../../kernel/module.ts';
import type { AuditView, FindingView } from '../contract.ts';
import { clientOf, findOver, noticedAudit, readSource, subjectOf } from './source.ts';

type Gaps = NonNullable<DocumentProvider['gaps']>;

const base = (engagementId: string): string => `/engagements/${engagementId}/audit`;
const page = ({ engagementId, id }: Pick<AuditView, 'engagementId' | 'id'>, name: string): string =>
  `${base(engagementId)}/departments/${id}/${name}`;
const blank = (text: string): boolean => text.trim() === '';

export const policyGaps: Gaps = async (context, { engagementId }) => {
  const { policies } = await clientOf(context).listPolicies({ engagementId });
  const missing = policies.at(-1)?.missing ?? [];
  const named = missing.join('、');
  return gap(
    missing.length,
    `方針に未記入の事項が${missing.length}件あります（${named}）。`,
    `${base(engagementId)}/policy`,
  );
};

export const checklistGaps: Gaps = async (context, { engagementId }) => {
  const { audits } = await readSource(context, engagementId);
  const gaps: DocumentGap[] = [];
  for (const audit of audits) {
    const { checks } = await clientOf(context).listChecks({ auditId: audit.id });
    const open = checks.filter(({ judgement, state }) => judgement === 'unconfirmed' && state !== 'left-out').length;
    gaps.push(
      ...gap(open, `${audit.departmentName}に、判断が未記入の確認項目が${open}件あります。`, page(audit, 'checks')),
    );
  }
  return gaps;
};

export const paperGaps: Gaps = async (context, request) => {
  const audit = await clientOf(context).getAudit({ auditId: subjectOf(request) });
  const { rows, visible } = await clientOf(context).listCheckRows({ auditId: audit.id });
  if (!visible) return [];
  const own = rows.filter(({ state }) => state === 'in-scope');
  const open = own.filter(({ judgement }) => judgement === 'unconfirmed').length;
  const unread = own.filter(({ paper }) => paper !== 'reviewed').length;
  return [
    ...gap(open, `判断が未記入の確認項目が${open}件あります。`, page(audit, 'checks')),
    ...gap(unread, `査閲の済んでいない監査調書が${unread}件あります。`, page(audit, 'papers')),
  ];
};

export const findingsGaps: Gaps = async (context, { engagementId }) => {
  const { findings } = await clientOf(context).listFindings({ engagementId, programmeId: 'focus-theme' });
  return gapsOfFindings(
    findings.filter(({ state }) => state !== 'withdrawn'),
    `${base(engagementId)}/findings`,
  );
};

/** Counts what is not written yet, a sentence for each column of the papers. */
export function gapsOfFindings(findings: readonly FindingView[], href: string): readonly DocumentGap[] {
  const count = (lacks: (finding: FindingView) => boolean): number => findings.filter(lacks).length;
  const facts = count(({ fact }) => blank(fact));
  const causes = count(({ cause }) => blank(cause));
  const risks = count(({ risk }) => blank(risk));
  const recommendations = count(({ recommendation }) => blank(recommendation));
  const grades = count(({ grade }) => grade === null);
  const bases = count(({ basis }) => basis.length === 0);
  return [
    ...gap(facts, `確認した事実が未記入の発見事項が${facts}件あります。`, href),
    ...gap(bases, `根拠が未記入の発見事項が${bases}件あります。`, href),
    ...gap(causes, `原因が未記入の発見事項が${causes}件あります。`, href),
    ...gap(grades, `指摘又は意見の評価が未記入の発見事項が${grades}件あります。`, href),
    ...gap(risks, `想定されるリスクが未記入の発見事項が${risks}件あります。`, href),
    ...gap(recommendations, `改善提言が未記入の発見事項が${recommendations}件あります。`, href),
  ];
}

export const hearingGaps: Gaps = async (context, request) => {
  const source = await readSource(context, request.engagementId);
  const list = async (auditId: string) => (await clientOf(context).listHearings({ auditId })).hearings;
  const { record, audit } = await findOver(source, list, subjectOf(request));
  const href = page(audit, 'hearings');
  return [
    ...gap(record.minutes === null ? 1 : 0, 'このヒアリングの議事録が未記入です。', href),
    ...gap(blank(record.cityAttendees) ? 1 : 0, 'このヒアリングの発注者側の出席者が未記入です。', href),
  ];
};

const visitOf = async (context: Context, request: Parameters<Gaps>[1]) => {
  const source = await readSource(context, request.engagementId);
  const list = async (auditId: string) => (await clientOf(context).listVisits({ auditId })).visits;
  return findOver(source, list, subjectOf(request));
};

export const timetableGaps: Gaps = async (context, request) => {
  const { record, audit } = await visitOf(context, request);
  const open = record.timetable.filter(({ who, where }) => blank(who) || blank(where)).length;
  return [
    ...gap(record.timetable.length === 0 ? 1 : 0, '当日の予定が未記入です。', page(audit, 'visits')),
    ...gap(open, `場所又は立ち会う人が未記入の予定が${open}件あります。`, page(audit, 'visits')),
  ];
};

export const outlineGaps: Gaps = async (context, request) => {
  const { record, audit } = await visitOf(context, request);
  return gap(record.outline === null ? 1 : 0, '現場確認の発見事項の概要が未記入です。', page(audit, 'visits'));
};

export const contractGaps: Gaps = async (context, request) => {
  const contractId = subjectOf(request);
  const { items, contract } = await clientOf(context).getContract({ contractId });
  const open = items.filter(({ judgement }) => judgement === null).length;
  const href = `${base(request.engagementId)}/contracts/${contractId}`;
  return [
    ...gap(open, `判断が未記入の確認項目が${open}件あります。`, href),
    ...gap(contract.register === null ? 1 : 0, '管理台帳の確認が未記入です。', href),
  ];
};

export const noticeGaps: Gaps = async (context, { engagementId, subject }) => {
  const audit = noticedAudit(await readSource(context, engagementId), subject);
  if (audit === undefined) return [];
  const { notices } = await clientOf(context).listResultNotices({ auditId: audit.id });
  const notice = notices.findLast(({ state }) => state !== 'superseded');
  const rows = notice?.rows ?? [];
  const open = rows.filter(({ recommendation }) => blank(recommendation)).length;
  const risks = rows.filter(({ risk }) => blank(risk)).length;
  return [
    ...gap(notice !== undefined && blank(notice.summary) ? 1 : 0, '総評が未記入です。', page(audit, 'notice')),
    ...gap(risks, `想定されるリスクが未記入の発見事項が${risks}件あります。`, page(audit, 'findings')),
    ...gap(open, `改善提言が未記入の発見事項が${open}件あります。`, page(audit, 'findings')),
  ];
};
