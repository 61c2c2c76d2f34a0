/** Audits with settled findings over a real database, and everybody who has to do with their improvement. */
import type { Client } from '../../../kernel/contract.ts';
import type { Role } from '../../../kernel/role.ts';
import type { TestApplication } from '../../../kernel/test-application.ts';
import { judgeRows, openTarget, rowsOf, startTarget, type TargetTest } from '../../audit/testing/start-target.ts';
import { improvementContract } from '../contract.ts';
import improvement from '../server.ts';

export type ImprovementClient = Client<typeof improvementContract>;

export interface ImprovementTest {
  readonly audit: TargetTest;
  readonly engagementId: string;
  /** The second section of the audited bureau: 税務課. */
  readonly departmentId: string;
  readonly lead: ImprovementClient;
  readonly assistant: ImprovementClient;
  readonly office: ImprovementClient;
  readonly head: ImprovementClient;
  readonly staff: ImprovementClient;
  /** The head of a section that has nothing to do with it. */
  readonly stranger: ImprovementClient;
  as(roles: readonly Role[], options?: Parameters<TestApplication['caller']>[1]): ImprovementClient;
  upload(bytes: Uint8Array, name: string, as?: 'head' | 'lead' | 'office'): Promise<string>;
  later(instant: string): void;
  close(): Promise<void>;
}

export async function startImprovement(specificationId: string): Promise<ImprovementTest> {
  const audit = await startTarget(specificationId, [improvement]);
  const { application, departments } = audit;
  const [other = '', departmentId = ''] = departments;
  const callers = {
    lead: audit.caller(['audit-lead']),
    office: audit.caller(['security-office']),
    head: audit.caller(['department-head'], { departmentIds: [departmentId] }),
  };
  const client = (caller: ReturnType<TestApplication['caller']>) => application.client(improvementContract, caller);
  return {
    audit,
    departmentId,
    engagementId: audit.engagementId,
    lead: client(callers.lead),
    office: client(callers.office),
    head: client(callers.head),
    assistant: client(audit.caller(['assistant'])),
    staff: client(audit.caller(['department-staff'], { departmentIds: [departmentId] })),
    stranger: client(audit.caller(['department-head'], { departmentIds: [other] })),
    as: (roles, options) => client(audit.caller(roles, options)),
    async upload(bytes, name, as = 'head') {
      const file = await application.upload(
        callers[as],
        name,
        (async function* () {
          yield bytes;
        })(),
      );
      return file.id;
    },
    later: (instant) => audit.clock.moveTo(instant),
    close: () => audit.close(),
  };
}

/** Findings of one audit that the department has been shown and agreed to; of the first `count` items. */
export async function settledFindings(
  { audit, engagementId }: ImprovementTest,
  source: string,
  target: Parameters<typeof openTarget>[2],
  count: number,
): Promise<string[]> {
  const auditId = await shownFindings({ audit, engagementId }, source, target, count);
  const { findings } = await audit.office.listFindings({ engagementId, auditId });
  for (const { id, version } of findings)
    await audit.office.recordFindingView({ findingId: id, version, view: 'agreed', sectionText: '' });
  return findings.map(({ id }) => id);
}

/** As `settledFindings`, but the department has not said yet what it thinks. Returns the audit. */
export async function shownFindings(
  { audit, engagementId }: Pick<ImprovementTest, 'audit' | 'engagementId'>,
  source: string,
  target: Parameters<typeof openTarget>[2],
  count: number,
): Promise<string> {
  const auditId = await openTarget(audit, source, target);
  await judgeRows(
    audit,
    auditId,
    Array.from({ length: count }, () => 'inadequate' as const),
  );
  for (const row of (await rowsOf(audit, auditId)).slice(0, count))
    await audit.auditor.draftFinding({
      auditId,
      from: { kind: 'check', id: row.id },
      text: {
        cause: '鍵を返す手順がない。',
        risk: '持ち出されても分からない。',
        recommendation: '鍵を返す手順を定める。',
        gradeReason: '基準に反しているため。',
      },
    });
  await audit.lead.closeFieldwork({ auditId, version: (await audit.lead.getAudit({ auditId })).version });
  for (const { id, version } of (await audit.lead.listFindings({ engagementId, auditId })).findings)
    await audit.lead.reviewFinding({ findingId: id, version });
  await audit.lead.issueFindings({ auditId });
  for (const { id, version } of (await audit.office.listFindings({ engagementId, auditId })).findings) {
    const confirmed = await audit.office.confirmFinding({ findingId: id, version });
    await audit.office.showFinding({ findingId: id, version: confirmed.version });
  }
  return auditId;
}

export const FIELDS = {
  cause: '鍵の返却を確かめる担当を決めていなかった。',
  measure: '鍵の管理簿を設け、返却を毎日確かめる。',
  shortTerm: '本日から、課長補佐が退庁時に返却を確かめる。',
  longTerm: '電子錠への更新を検討する。',
  responsible: '税務課長',
  due: '2025-12-26',
  budget: '不要',
} as const;

/** A plan that the department has handed in and the office has approved. */
export async function approvedPlan(test: ImprovementTest, findingId: string, due: string = FIELDS.due) {
  const { engagementId, office, head } = test;
  const { plans } = await office.issueSheets({ engagementId, findings: [{ findingId }], replyBy: due });
  const planId = plans[0]?.id ?? '';
  const saved = await head.savePlan({ planId, version: 1, ...FIELDS, due });
  const submitted = await head.submitPlan({ planId, version: saved.version });
  return office.decidePlan({ planId, version: submitted.version, decision: 'approve', remark: '' });
}

/** A workbook as a spreadsheet program would save it, changed by `edit`. */
export async function edited(
  bytes: Uint8Array,
  edit: (cell: (row: number, column: number) => { value: unknown }, rowOf: (term: string) => number) => void,
): Promise<Uint8Array> {
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  await book.xlsx.load(bytes);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  const rowOf = (term: string): number => {
    let found = 0;
    sheet.eachRow({ includeEmpty: false }, (row, number) => {
      if (row.getCell(2).value === term) found = number;
    });
    return found;
  };
  edit((row, column) => sheet.getRow(row).getCell(column), rowOf);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
