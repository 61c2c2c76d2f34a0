/**
 * Whatever order people press the buttons in, a finding never gets where it must not be: the city sees nothing that the
 * lead has not reviewed, the department nothing that the city has not confirmed, and the result notice nothing unsettled.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../kernel/error.ts';
import { agreePolicy, type AuditTest, finishFieldwork, openFour, startAudit } from './testing/start-audit.ts';

let test: AuditTest;
let auditId: string;
let failed: string[];

beforeAll(async () => {
  test = await startAudit();
  [auditId] = await openFour(test);
  await agreePolicy(test);
  failed = await finishFieldwork(test, auditId, [1]);
});
afterAll(() => test.close());

const ACTIONS = [
  'save',
  'review',
  'issue',
  'return',
  'confirm',
  'show',
  'answer',
  'agree',
  'object',
  'settle',
  'notice',
] as const;
type Action = (typeof ACTIONS)[number];

const read = async (findingId: string) => {
  const { findings } = await test.lead.listFindings({ engagementId: test.engagementId, auditId });
  const found = findings.find(({ id }) => id === findingId);
  if (found === undefined) throw new Error('the finding is gone');
  return found;
};

async function act(action: Action, findingId: string): Promise<void> {
  const finding = await read(findingId);
  const at = { findingId, version: finding.version };
  const { title, fact, risk, recommendation, grade, gradeReason, evidenceIds } = finding;
  const basis = finding.basis.map(({ standard, provision }) => ({ standard, provision }));
  const text = { title, fact, risk, recommendation, grade, gradeReason, evidenceIds, basis, cause: '手順がない。' };
  const commands: Record<Action, () => Promise<unknown>> = {
    save: () => test.auditor.saveFinding({ ...at, text }),
    review: () => test.lead.reviewFinding(at),
    issue: () => test.lead.issueFindings({ auditId }),
    return: () => test.office.returnFinding({ ...at, remark: '直してください。' }),
    confirm: () => test.office.confirmFinding(at),
    show: () => test.office.showFinding(at),
    answer: () => test.head(0).answerFinding({ findingId, view: 'agreed', text: '' }),
    agree: () => test.office.recordFindingView({ ...at, view: 'agreed', sectionText: '' }),
    object: () => test.office.recordFindingView({ ...at, view: 'objected', sectionText: '違う。' }),
    settle: () =>
      test.office.recordFindingView({
        ...at,
        view: 'objected',
        sectionText: '違う。',
        settledReason: '定めがあるため',
      }),
    notice: () => test.auditor.draftResultNotice({ auditId, summary: '総評' }),
  };
  try {
    await commands[action]();
  } catch (error) {
    // A refusal is a sound answer; a failure of our own is not.
    if (!(error instanceof AppError) || error.code === 'internal.failure') throw error;
  }
}

describe('no order of commands on one finding', () => {
  it('breaks the line between lead, city and department', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...ACTIONS), { minLength: 6, maxLength: 18 }), async (actions) => {
        const { id } = await test.auditor.draftFinding({ auditId, from: { kind: 'check', id: failed[0] ?? '' } });
        for (const action of actions) {
          const before = await read(id);
          await act(action, id);
          const after = await read(id);
          const city = (await test.office.listFindings({ engagementId: test.engagementId, auditId })).findings;
          const own = (await test.head(0).listOwnAudits({ engagementId: test.engagementId })).audits[0];
          const seen = city.some((finding) => finding.id === id);
          const shown = own?.findings.some((finding) => finding.id === id) ?? false;
          if (seen) expect(after.history.some(({ change }) => change === '市に提出')).toBe(true);
          if (shown) expect(after.shownOn).not.toBeNull();
          if (after.state === 'issued' && before.state !== 'issued') expect(before.review).not.toBeNull();
          if (after.state === 'confirmed' && before.state !== 'confirmed') expect(before.state).toBe('issued');
          if (after.state === 'agreed') expect(after.confirmedOn).not.toBeNull();
          if (before.state === 'agreed') expect(after.state).toBe('agreed');
        }
        const { state, version } = await read(id);
        const { notices } = await test.lead.listResultNotices({ auditId });
        for (const row of notices.flatMap(({ rows }) => rows)) if (row.findingId === id) expect(state).toBe('agreed');
        if (state !== 'agreed' && state !== 'withdrawn')
          await test.auditor.withdrawFinding({ findingId: id, version, reason: '次の試行のため' });
      }),
      { numRuns: 12 },
    );
  });
});
