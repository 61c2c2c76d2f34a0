/** Documents of the audit. Their kinds are the deliverable types of the specification. */
import { AppError } from '../../../kernel/error.ts';
import type { ChapterProvider, Context, DocumentProvider } from '../../../kernel/module.ts';
import { departmentNames } from '../../people/contract.ts';
import type { AuditView } from '../contract.ts';
import { contractChapter, fieldWorkChapter, findingsChapter } from './chapters.ts';
import { attendanceTree } from './attendance.ts';
import { checklistTree, checklistWorkbook, type DepartmentChecks } from './checklist.ts';
import { contractCheckTree, contractCheckWorkbook } from './contract-check.ts';
import { AUDIT_NOTICE_FIELDS, FINDINGS_FIELDS, POLICY_FORM_FIELDS, RESULT_NOTICE_FIELDS } from './fields.ts';
import { minutesTree, outlineTree, outlineWorkbook, timetableTree, timetableWorkbook } from './field-work.ts';
import {
  checklistGaps,
  contractGaps,
  findingsGaps,
  hearingGaps,
  noticeGaps,
  outlineGaps,
  policyGaps,
  timetableGaps,
} from './gaps.ts';
import {
  findingsTree,
  findingsOnOnePage,
  findingsWorkbook,
  resultNoticeTree,
  resultNoticeWorkbook,
} from './findings.ts';
import { noticeTree, policyTree } from './policy.ts';
import { workingPaperDocuments } from './working-paper-documents.ts';
import { fieldWorkSlides, findingSlides } from './slides.ts';
import { auditOfDepartment, clientOf, findOver, noticedAudit, readSource, type Source, subjectOf } from './source.ts';

const missing = (message: string): AppError => new AppError('record.missing', { message });

/** A contract whose audits all follow other programmes has its lists of findings there; an empty one would mislead. */
function ofTheTheme(source: Source): Source {
  if (source.audits.length === 0 && source.others > 0)
    throw missing(
      '重点テーマの監査がないため、この一覧は作りません。発見事項の一覧は、「監査の報告」の画面で監査の手順ごとに作ってください。',
    );
  return source;
}

interface Subject {
  readonly id: string;
  readonly title: string;
}

async function departments(context: Context, engagementId: string): Promise<readonly Subject[]> {
  const { audits } = await readSource(context, engagementId);
  return audits.map(({ departmentId, departmentName }) => ({ id: departmentId, title: departmentName }));
}

/** Records of all audits as subjects, named by their department. */
async function over(
  context: Context,
  engagementId: string,
  list: (audit: AuditView) => Promise<readonly Subject[]>,
): Promise<readonly Subject[]> {
  const { audits } = await readSource(context, engagementId);
  const found: Subject[] = [];
  for (const audit of audits) found.push(...(await list(audit)));
  return found;
}

async function departmentChecks(context: Context, source: Source): Promise<readonly DepartmentChecks[]> {
  const found: DepartmentChecks[] = [];
  for (const audit of source.audits)
    found.push({ audit, ...(await clientOf(context).listChecks({ auditId: audit.id })) });
  return found;
}

const visits = (context: Context) => async (auditId: string) =>
  (await clientOf(context).listVisits({ auditId })).visits;

async function visitSubjects(context: Context, engagementId: string): Promise<readonly Subject[]> {
  return over(context, engagementId, async ({ id, departmentName }) =>
    (await visits(context)(id)).map((visit) => ({ id: visit.id, title: `${departmentName}　${visit.place}` })),
  );
}

export const documents: readonly DocumentProvider[] = [
  {
    kind: 'audit-policy',
    fields: POLICY_FORM_FIELDS,
    title: '情報セキュリティ監査方針',
    formats: ['docx', 'pdf'],
    permission: 'audit.read',
    advisory: true,
    editions: ['executive'],
    gaps: policyGaps,
    async build(context, { engagementId }) {
      const source = await readSource(context, engagementId);
      const { policies } = await clientOf(context).listPolicies({ engagementId });
      const policy = policies.at(-1);
      if (policy === undefined) throw missing('監査の方針がまだありません。先に監査チームが方針の案を作ってください。');
      return policyTree(source, policy);
    },
  },
  {
    kind: 'audit-notice',
    fields: AUDIT_NOTICE_FIELDS,
    title: '監査通知書',
    formats: ['docx', 'pdf'],
    permission: 'audit.read',
    perSubject: '監査対象課',
    subjects: departments,
    async build(context, { engagementId, subject }) {
      const source = await readSource(context, engagementId);
      const audit = auditOfDepartment(source, subject);
      const { text } = await clientOf(context).previewNotice({ auditId: audit.id });
      if (text === '') throw missing('方針がまだ決まっていないため、監査通知書を作れません。');
      return noticeTree(source, audit, text);
    },
  },
  {
    kind: 'checklist',
    title: '監査チェックリスト',
    formats: ['xlsx', 'docx', 'pdf'],
    permission: 'audit.read',
    departments,
    gaps: checklistGaps,
    async build(context, { engagementId, format }) {
      const source = await readSource(context, engagementId);
      const all = await departmentChecks(context, source);
      if (all.length === 0) throw missing('監査対象課がまだ登録されていません。');
      return format === 'xlsx' ? checklistWorkbook(source, all) : checklistTree(source, all);
    },
  },
  ...workingPaperDocuments,
  {
    kind: 'internal-audit-attendance',
    title: '内部監査の立会い及び支援の記録',
    formats: ['docx', 'pdf'],
    permission: 'audit.read',
    perSubject: '監査の対象',
    subjects: async (context, engagementId) =>
      (await clientOf(context).getProgramme({ engagementId })).audits
        .filter(({ programme }) => programme.conductedBy === 'city-auditors')
        .map(({ id, departmentName }) => ({ id, title: departmentName })),
    async build(context, request) {
      const source = await readSource(context, request.engagementId);
      const audit = await clientOf(context).getAudit({ auditId: subjectOf(request) });
      const { sessions } = await clientOf(context).listSessions({ auditId: audit.id });
      if (!sessions.some(({ kind }) => kind === 'attended'))
        throw missing('立会いの記録がまだありません。「監査の実施」の画面で立会いを記録してください。');
      return attendanceTree(source, audit, sessions);
    },
  },
  {
    kind: 'hearing-minutes',
    title: 'ヒアリング議事録',
    formats: ['docx', 'pdf'],
    permission: 'audit.read',
    gaps: hearingGaps,
    perSubject: 'ヒアリング',
    // A hearing by mail is its own record and needs no minutes.
    subjects: (context, engagementId) =>
      over(context, engagementId, async ({ id, departmentName }) =>
        (await clientOf(context).listHearings({ auditId: id })).hearings
          .filter(({ mode, occurredOn }) => mode !== 'mail' && occurredOn !== null)
          .map((hearing) => ({ id: hearing.id, title: `${departmentName}　${hearing.topic}` })),
      ),
    async build(context, request) {
      const source = await readSource(context, request.engagementId);
      const list = async (auditId: string) => (await clientOf(context).listHearings({ auditId })).hearings;
      const { record, audit } = await findOver(source, list, subjectOf(request));
      return minutesTree(source, record, audit);
    },
  },
  {
    kind: 'visit-timetable',
    title: '現場確認の当日タイムスケジュール',
    formats: ['docx', 'pdf', 'xlsx'],
    permission: 'audit.read',
    gaps: timetableGaps,
    perSubject: '現場確認',
    subjects: visitSubjects,
    async build(context, request) {
      const source = await readSource(context, request.engagementId);
      const { record, audit } = await findOver(source, visits(context), subjectOf(request));
      return request.format === 'xlsx'
        ? timetableWorkbook(source, record, audit)
        : timetableTree(source, record, audit);
    },
  },
  {
    kind: 'visit-outline',
    title: '現場確認の発見事項の概要',
    formats: ['docx', 'pdf', 'xlsx'],
    permission: 'audit.read',
    gaps: outlineGaps,
    perSubject: '現場確認',
    subjects: visitSubjects,
    async build(context, request) {
      const source = await readSource(context, request.engagementId);
      const { record, audit } = await findOver(source, visits(context), subjectOf(request));
      return request.format === 'xlsx' ? outlineWorkbook(source, record, audit) : outlineTree(source, record, audit);
    },
  },
  {
    kind: 'contract-check',
    title: '外部サービス契約確認結果',
    formats: ['xlsx', 'docx', 'pdf'],
    permission: 'audit.read',
    advisory: true,
    editions: ['executive'],
    gaps: contractGaps,
    perSubject: '契約',
    async subjects(context, engagementId) {
      const { contracts } = await clientOf(context).listContracts({ engagementId });
      return contracts.map(({ id, title }) => ({ id, title }));
    },
    async build(context, request) {
      const source = await readSource(context, request.engagementId);
      const checked = await clientOf(context).getContract({ contractId: subjectOf(request) });
      const audit = auditOfDepartment(source, checked.contract.departmentId);
      return request.format === 'xlsx'
        ? contractCheckWorkbook(source, checked, audit)
        : contractCheckTree(source, checked, audit);
    },
  },
  {
    kind: 'findings-list',
    fields: FINDINGS_FIELDS,
    title: '発見事項一覧',
    formats: ['xlsx', 'docx', 'pdf'],
    permission: 'audit.read',
    advisory: true,
    editions: ['public', 'executive'],
    departments,
    gaps: findingsGaps,
    async build(context, { engagementId, format }) {
      const source = ofTheTheme(await readSource(context, engagementId));
      const { findings } = await clientOf(context).listFindings({ engagementId, programmeId: 'focus-theme' });
      return format === 'xlsx' ? findingsWorkbook(source, findings) : findingsTree(source, findings);
    },
  },
  {
    kind: 'findings-on-one-page',
    title: '指摘事項一覧（A4一枚）',
    formats: ['xlsx'],
    permission: 'audit.read',
    gaps: findingsGaps,
    async build(context, { engagementId }) {
      const source = ofTheTheme(await readSource(context, engagementId));
      const { findings } = await clientOf(context).listFindings({ engagementId, programmeId: 'focus-theme' });
      return findingsOnOnePage(source, findings);
    },
  },
  {
    kind: 'result-notice',
    fields: RESULT_NOTICE_FIELDS,
    title: '監査結果通知案',
    formats: ['docx', 'pdf', 'xlsx'],
    permission: 'audit.read',
    advisory: true,
    gaps: noticeGaps,
    perSubject: '監査対象課',
    subjects: departments,
    async build(context, { engagementId, subject, format }) {
      const source = await readSource(context, engagementId);
      const audit = noticedAudit(source, subject);
      if (audit === undefined)
        throw missing('監査結果通知案の対象が見つかりません。監査の一覧から選び直してください。');
      const { notices } = await clientOf(context).listResultNotices({ auditId: audit.id });
      const notice = notices.findLast(({ state }) => state !== 'superseded');
      if (notice === undefined) throw missing('監査結果通知案がまだありません。先に監査チームが案を作ってください。');
      if (format === 'xlsx') return resultNoticeWorkbook(source, notice, audit);
      const department = (await departmentNames(context)).get(audit.departmentId) ?? audit.departmentName;
      return resultNoticeTree(source, notice, { ...audit, department });
    },
  },
];

export const chapters: readonly ChapterProvider[] = [
  { topic: 'field-work', permission: 'audit.read', build: fieldWorkChapter, slides: fieldWorkSlides },
  { topic: 'contract-checks', permission: 'audit.read', build: contractChapter },
  { topic: 'findings', permission: 'audit.read', build: findingsChapter, slides: findingSlides },
];
