/** Documents of the module. Their kinds are the deliverable types of the specifications, and some for every contract. */
import type { ProgrammeReport, RecordType } from '../../../core/programme/index.ts';
import { editionOf } from '../../../documents/index.ts';
import { gap } from '../../../kernel/gap.ts';
import type { Context, DocumentProvider } from '../../../kernel/module.ts';
import { engagementOf } from '../../engagement/contract.ts';
import { auditReportContract } from '../contract.ts';
import { type ProgrammeInUse, programmesOf } from '../operations/common.ts';
import { shown } from '../operations/debriefings.ts';
import { fittingSize, listSource } from '../operations/findings-lists.ts';
import { collect } from '../operations/material.ts';
import { debriefings } from '../store/stores.ts';
import { debriefingDeck, type DebriefingSource, debriefingTree } from './debriefing.ts';
import { listWithCharts, listWorkbook } from './findings-list.ts';
import { reportTree, reportVolume } from './report.ts';
import { committeeTree, urgentTree } from './short-papers.ts';
import { composedReports, missing, ofDepartment, programmeOfType } from './source.ts';

const permission = 'audit-report.read';
const NO_REPORT = '報告書がまだありません。監査の報告の画面で、報告書の案を作ってください。';

interface ReportPaper {
  readonly kind: string;
  readonly title: string;
  readonly type: RecordType;
  readonly scope: ProgrammeReport['scope'];
}

const REPORTS: readonly ReportPaper[] = [
  {
    kind: 'internal-overall-report',
    title: '情報セキュリティ内部監査のまとめ報告書',
    type: 'internal',
    scope: 'programme',
  },
  { kind: 'internal-audit-report', title: '内部監査報告書', type: 'internal', scope: 'programme' },
  { kind: 'my-number-report', title: 'マイナンバー内部監査の個別報告書', type: 'my-number', scope: 'target' },
  {
    kind: 'my-number-overall-report',
    title: 'マイナンバー内部監査のまとめ報告書',
    type: 'my-number',
    scope: 'programme',
  },
  { kind: 'my-number-audit-report', title: '特定個人情報の外部監査の監査報告書', type: 'my-number', scope: 'target' },
  { kind: 'external-audit-report', title: '監査報告書', type: 'external', scope: 'programme' },
  {
    kind: 'asset-audit-report',
    title: '外部監査報告書（情報資産及び特定個人情報）',
    type: 'asset',
    scope: 'programme',
  },
  { kind: 'system-audit-report', title: '外部監査報告書（情報システム）', type: 'system', scope: 'programme' },
  { kind: 'vendor-site-audit-report', title: 'リモート保守拠点の監査報告書', type: 'vendor-site', scope: 'target' },
];

/** What the reports still lack, a sentence each, with the page where they are written. */
async function gapsOf(context: Context, engagementId: string, { type, scope }: Pick<ReportPaper, 'type' | 'scope'>) {
  const own = await programmeOfType(context, engagementId, type).catch(() => null);
  if (own === null) return [];
  const href = `/engagements/${engagementId}/audit-report`;
  const composed = await composedReports(context, own, scope);
  return composed.flatMap(({ open }) => open.slice(0, 10).map((message) => ({ message, href })));
}

/** What other papers of the same audits lack: they are told from the same records as the report. */
const recordGaps = (type: RecordType): NonNullable<DocumentProvider['gaps']> => {
  const scope = REPORTS.find((paper) => paper.type === type)?.scope ?? 'programme';
  return (context, { engagementId }) => gapsOf(context, engagementId, { type, scope });
};

const reportPapers: readonly DocumentProvider[] = REPORTS.map((paper) => ({
  kind: paper.kind,
  title: paper.title,
  formats: ['docx', 'pdf'],
  permission,
  advisory: true,
  editions: ['public', 'executive'],
  gaps: (context, { engagementId }) => gapsOf(context, engagementId, paper),
  async build(context, { engagementId }) {
    const own = await composedReports(context, await programmeOfType(context, engagementId, paper.type), paper.scope);
    const [first] = own;
    if (first === undefined) throw missing(NO_REPORT);
    return own.length === 1 ? reportTree(first) : reportVolume(paper.title, own);
  },
}));

/** The report on the whole external audit, or null while there is none. */
async function externalReport(context: Context, engagementId: string) {
  const [report] = await composedReports(
    context,
    await programmeOfType(context, engagementId, 'external'),
    'programme',
  );
  if (report === undefined) throw missing(NO_REPORT);
  return report;
}

const externalPapers: readonly DocumentProvider[] = [
  {
    kind: 'audit-report',
    title: '監査結果報告書（詳細版）',
    formats: ['docx', 'pdf'],
    permission,
    advisory: true,
    perSubject: '監査対象課',
    gaps: (context, { engagementId }) => gapsOf(context, engagementId, { type: 'external', scope: 'programme' }),
    async subjects(context, engagementId) {
      const own = await programmeOfType(context, engagementId, 'external').catch(() => null);
      if (own === null || !own.programme.reports.some(({ scope }) => scope === 'programme')) return [];
      const { targets } = await collect(context, own, null);
      const named = targets
        .filter(({ withdrawal }) => withdrawal === null)
        .flatMap(({ departmentIds, departments }) =>
          departmentIds.map((id, at) => [id, departments[at] ?? ''] as const),
        );
      return [...new Map(named)].map(([id, title]) => ({ id, title }));
    },
    async build(context, { engagementId, subject }) {
      const report = await externalReport(context, engagementId);
      const title = `${report.content.title}（詳細版）`;
      const material = subject === null ? report.material : ofDepartment(report.material, subject);
      if (material.targets.length === 0) throw missing('この所属には、監査の対象がありません。');
      const remark =
        subject === null
          ? {}
          : { remark: '表及び図はこの所属の監査の対象について、各章の文章は監査の全体について記載しています。' };
      return reportTree({ ...report, ...remark, material, content: { ...report.content, title } });
    },
  },
  {
    kind: 'audit-report-summary',
    title: '監査結果報告書（概要版）',
    formats: ['docx', 'pdf'],
    permission,
    advisory: true,
    gaps: (context, { engagementId }) => gapsOf(context, engagementId, { type: 'external', scope: 'programme' }),
    async build(context, { engagementId }) {
      const report = await externalReport(context, engagementId);
      return editionOf(reportTree(report), { kind: 'public' }).tree;
    },
  },
  {
    kind: 'audit-committee-report',
    title: '情報セキュリティ委員会報告資料',
    formats: ['docx', 'pdf'],
    permission,
    advisory: true,
    async gaps(context, request) {
      const own = await firstContractorAudit(context, request.engagementId).catch(() => null);
      return own === null ? [] : recordGaps(own.programme.recordType)(context, request);
    },
    async build(context, { engagementId }) {
      const own = await firstContractorAudit(context, engagementId);
      const material = await collect(context, own, null);
      if (material.targets.length === 0) throw missing('監査の対象がまだ決まっていないため、作れません。');
      return committeeTree({ engagement: await engagementOf(context, engagementId), material, today: context.today });
    },
  },
];

async function firstContractorAudit(context: Context, engagementId: string): Promise<ProgrammeInUse> {
  const all = (await programmesOf(context, engagementId)).filter(({ programme }) => programme.kind !== 'focus-theme');
  const own = all.find(({ programme }) => programme.conductedBy === 'contractor') ?? all[0];
  if (own === undefined) throw missing('監査の手順がまだ公開されていません。先に監査の手順を取り入れてください。');
  return own;
}

const LISTS: readonly { readonly kind: string; readonly title: string; readonly type: RecordType }[] = [
  { kind: 'internal-findings-list', title: '情報セキュリティ内部監査検出事項一覧表', type: 'internal' },
  { kind: 'my-number-findings-list', title: 'マイナンバー内部監査検出事項一覧表', type: 'my-number' },
  { kind: 'audit-findings-list', title: '監査指摘事項一覧表', type: 'external' },
];

const listPapers: readonly DocumentProvider[] = LISTS.map(({ kind, title, type }) => ({
  kind,
  title,
  formats: ['xlsx', 'pdf'],
  permission,
  gaps: recordGaps(type),
  async build(context, { engagementId, format }) {
    const source = { ...(await listSource(context, await programmeOfType(context, engagementId, type))), title };
    if (source.material.targets.length === 0) throw missing('監査の対象がまだ決まっていないため、一覧表を作れません。');
    return format === 'xlsx' ? listWorkbook(source) : listWithCharts(source, (await fittingSize(source)).size);
  },
}));

const DEBRIEFINGS: readonly { readonly kind: string; readonly title: string; readonly type: RecordType }[] = [
  { kind: 'asset-audit-debriefing', title: '監査結果報告会資料（情報資産及び特定個人情報）', type: 'asset' },
  { kind: 'system-audit-debriefing', title: '監査結果報告会資料（情報システム）', type: 'system' },
  { kind: 'audit-debriefing', title: '監査報告会資料', type: 'external' },
];

/** Materials of a programme, of the meeting where one is named. */
async function debriefingSources(
  context: Context,
  inUse: ProgrammeInUse,
): Promise<(DebriefingSource & { meetingId: string | null })[]> {
  const { engagementId, id } = inUse;
  const engagement = await engagementOf(context, engagementId);
  const found = [];
  for (const record of await debriefings.list(context.tx, { engagementId })) {
    if (record.programmeId !== id || !shown(context, record)) continue;
    const material = await collect(context, inUse, record.targetId);
    found.push({
      ...{ engagement, material, content: record.content, meetingId: record.content.meetingId },
      about: record.targetId === null ? null : (material.targets[0]?.name ?? null),
      on: record.content.preparedOn ?? context.today,
      draft: record.state === 'draft',
    });
  }
  return found;
}

const NO_DEBRIEFING = '報告会の資料がまだありません。監査の報告の画面で、資料の案を作ってください。';

const debriefingPapers: readonly DocumentProvider[] = [
  ...DEBRIEFINGS.map(({ kind, title, type }): DocumentProvider => ({
    kind,
    title,
    formats: ['pptx', 'docx', 'pdf'],
    permission,
    advisory: true,
    gaps: recordGaps(type),
    async build(context, { engagementId, format }) {
      const [source] = await debriefingSources(context, await programmeOfType(context, engagementId, type));
      if (source === undefined) throw missing(NO_DEBRIEFING);
      return format === 'pptx' ? debriefingDeck(source) : debriefingTree(source);
    },
  })),
  {
    kind: 'my-number-report-slides',
    title: '監査報告会の説明資料',
    formats: ['pptx'],
    permission,
    advisory: true,
    perSubject: '会議',
    gaps: recordGaps('my-number'),
    async subjects(context, engagementId) {
      const own = await programmeOfType(context, engagementId, 'my-number').catch(() => null);
      if (own === null) return [];
      return (await debriefingSources(context, own)).flatMap(({ meetingId, about }) =>
        meetingId === null ? [] : [{ id: meetingId, title: about ?? '' }],
      );
    },
    async build(context, { engagementId, subject }) {
      const all = await debriefingSources(context, await programmeOfType(context, engagementId, 'my-number'));
      const source = all.find(({ meetingId }) => meetingId === subject);
      if (source === undefined) throw missing(NO_DEBRIEFING);
      return debriefingDeck(source);
    },
  },
];

const urgentPaper: DocumentProvider = {
  kind: 'urgent-finding-report',
  title: '緊急を要する検出事項の速報',
  formats: ['docx', 'pdf'],
  permission,
  advisory: true,
  perSubject: '緊急を要する検出事項',
  async gaps(context, { engagementId, subject }) {
    const { urgent } = await context.client(auditReportContract).listUrgent({ engagementId });
    const one = urgent.find(({ id }) => id === subject);
    const href = `/engagements/${engagementId}/audit-report/urgent`;
    return gap(one !== undefined && one.reported === null ? 1 : 0, '市に報告した日と手段が未記録です。', href);
  },
  async subjects(context, engagementId) {
    const { urgent } = await context.client(auditReportContract).listUrgent({ engagementId });
    return urgent.map(({ id, number, title }) => ({ id, title: `第${number}号　${title}` }));
  },
  async build(context, { engagementId, subject }) {
    const { urgent } = await context.client(auditReportContract).listUrgent({ engagementId });
    const one = urgent.find(({ id }) => id === subject);
    if (one === undefined) throw missing('緊急を要する検出事項が見つかりません。一覧から選び直してください。');
    return urgentTree(await engagementOf(context, engagementId), one, context.today);
  },
};

export const documents: readonly DocumentProvider[] = [
  ...reportPapers,
  ...externalPapers,
  ...listPapers,
  ...debriefingPapers,
  urgentPaper,
];
