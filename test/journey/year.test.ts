/** The demonstration carried from 18 December to the end of its contract, as each of the roles. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { expectCarriedOut, expectNoProblems } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { countClauses, deliver, deliverByScreen, rejectOnce, reportEnd, reportProgress } from './year/completion.ts';
import { declareRights, disposeMaterials, takePackage } from './year/completion.ts';
import { addEvidence, checkContract, draftFindings, judgeChecks, judgeRemaining } from './year/fieldwork.ts';
import { answerAndObject, confirmAndShow, explainAndClose, issueFindings } from './year/findings.ts';
import { issueNotices, sendNotices, takeNotice } from './year/findings.ts';
import { passOnInstruction } from './year/instructions.ts';
import { holdBriefing, holdRegular, recordMeeting, recordRegular, scheduleBriefing } from './year/meetings.ts';
import { openStage, type Stage } from './year/stage.ts';
import { advise, requestSupport } from './year/support.ts';

const BRIEFING = '監査結果のCISOへの説明';
const CISO = 'CISO（統括情報セキュリティ管理者）';

describe('the year, carried to its end on the pages', () => {
  let product: Product;
  let browser: Browser;
  let stage: Stage;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    stage = await openStage(browser, product);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('holds the regular meeting and hands in its minutes', async () => {
    await addEvidence(stage);
    await stage.advanceTo('2026-12-23');
    await holdRegular(stage, '2026-12-23');
    await passOnInstruction(stage);
    expectCarriedOut([
      'files',
      'audit/addEvidence',
      'people/advanceDemonstrationClock',
      'meetings/holdMeeting',
      'meetings/saveMinutes',
      'meetings/submitMinutes',
      'team/issueInstruction',
      'team/confirmInstruction',
    ]);
  });

  it('judges the check items and the contract of the nursery section', async () => {
    await stage.advanceTo('2027-01-06');
    await recordRegular(stage, '2027-01-06');
    await judgeChecks(stage);
    await judgeRemaining(stage);
    await stage.advanceTo('2027-01-13');
    await checkContract(stage);
    expectCarriedOut([
      'audit/judgeCheck',
      'audit/judgeContractItem',
      'audit/waiveContractItem',
      'audit/checkRegister',
      'audit/completeContractCheck',
    ]);
  });

  it('drafts, reviews, issues, confirms and shows findings', async () => {
    await draftFindings(stage);
    await stage.advanceTo('2027-01-18');
    await issueFindings(stage);
    await stage.advanceTo('2027-01-20');
    await recordRegular(stage, '2027-01-20');
    await stage.advanceTo('2027-01-25');
    await confirmAndShow(stage);
    expectCarriedOut([
      'audit/draftFinding',
      'audit/saveFinding',
      'audit/closeFieldwork',
      'audit/reviewFinding',
      'audit/issueFindings',
      'audit/confirmFinding',
      'audit/showFinding',
    ]);
  });

  it('lets the section agree to one finding and object to another until both sides agree', async () => {
    await stage.advanceTo('2027-01-28');
    await answerAndObject(stage);
    await reportProgress(stage, '2027-01-28');
    await stage.advanceTo('2027-02-03');
    await recordRegular(stage, '2027-02-03');
    expectCarriedOut(['audit/answerFinding', 'audit/recordFindingView', 'engagement/reportProgress']);
  });

  it('advises on a rule of the city for the third time', async () => {
    await stage.advanceTo('2027-02-08');
    await requestSupport(stage);
    await stage.advanceTo('2027-02-22');
    await advise(stage);
    expectCarriedOut(['policy/requestSupport', 'policy/advise', 'policy/closeSupport']);
  });

  it('makes the result notices, briefs the CISO and sends them', async () => {
    await issueNotices(stage);
    await recordRegular(stage, '2027-02-17');
    await scheduleBriefing(stage, '2027-02-24', BRIEFING);
    await rejectOnce(stage, '発見事項一覧');
    await deliverByScreen(stage, '発見事項一覧', { reviewer: 'lead', decider: 'office' });
    await deliver(stage, ['checklist', 'contract-check', 'result-notice']);
    await stage.advanceTo('2027-02-24');
    await holdBriefing(stage, BRIEFING);
    await stage.advanceTo('2027-02-26');
    await sendNotices(stage);
    const notice = (await takeNotice(stage)).replace(/\s/gu, '');
    expect(notice).toContain('8青情セ第204号');
    expect(notice).toContain('情報セキュリティ監査の結果について');
    await reportProgress(stage, '2027-02-26');
    expectCarriedOut([
      'audit/draftResultNotice',
      'audit/saveResultNotice',
      'audit/issueResultNotice',
      'audit/sendResultNotice',
      'meetings/scheduleMeeting',
      'meetings/confirmDate',
      'deliverables/produce',
      'deliverables/review',
      'deliverables/submit',
      'deliverables/reject',
      'deliverables/accept',
    ]);
  });

  it('explains the results, waives one explanation, and closes the four audits', async () => {
    await stage.advanceTo('2027-03-03');
    await recordRegular(stage, '2027-03-03');
    await stage.advanceTo('2027-03-05');
    const meetings = new Map<string, string>();
    for (const section of ['systems', 'insurance', 'nursery'] as const) {
      const { auditId } = await stage.auditOf(section);
      const id = await recordMeeting(stage, {
        type: 'section',
        title: '監査結果の監査対象課への説明',
        occurredOn: '2027-03-05',
        audience: '監査対象課',
        department: await stage.departmentOf(auditId),
        people: ['山田　恵子', '髙﨑　由美'],
      });
      meetings.set(section, id);
    }
    await explainAndClose(stage, meetings);
    expectCarriedOut(['audit/recordExplained', 'audit/waiveExplanation', 'audit/closeAudit']);
  });

  it('delivers the business report', async () => {
    await stage.advanceTo('2027-03-17');
    await recordRegular(stage, '2027-03-17');
    await stage.advanceTo('2027-03-24');
    const document = await stage.produce('business-report');
    await recordMeeting(stage, {
      type: 'report',
      title: '事業報告会',
      occurredOn: '2027-03-24',
      audience: CISO,
      document,
      people: ['青木　正明', '山田　恵子', '髙﨑　由美'],
    });
    await stage.advanceTo('2027-03-26');
    await deliverByScreen(stage, '事業報告書', { reviewer: 'quality', decider: 'ciso' });
    await declareRights(stage);
    expectCarriedOut(['deliverables/declareNoPreexisting']);
  });

  it('disposes of what was lent, declares that nothing happened, and hands over the package', async () => {
    await stage.advanceTo('2027-03-30');
    await reportProgress(stage, '2027-03-31');
    await deliver(stage, ['clause-table', 'minutes']);
    await disposeMaterials(stage);
    await stage.advanceTo('2027-03-31');
    await recordRegular(stage, '2027-03-31');
    await reportEnd(stage);
    await deliver(stage, ['disposal-report', 'minutes']);
    const files = await takePackage(stage);
    expectCarriedOut([
      'duty/eraseMaterial',
      'duty/returnMaterial',
      'duty/reportDisposal',
      'duty/declareNoIncident',
      'deliverables/recordVirusCheck',
      'deliverables/makePackage',
    ]);
    expect(files.length).toBeGreaterThan(40);
    expect(files.some((name) => name.includes('目録'))).toBe(true);
  });

  it('leaves no clause unknown or breached', async () => {
    const { clauses } = await (
      await stage.api('office', engagementContract)
    ).traceClauses({ engagementId: stage.engagementId });
    const open = clauses.filter(({ state }) => state === 'unknown' || state === 'breached');
    expect(open.map(({ id }) => id)).toEqual([]);
    expect(await countClauses(stage, ['判定不能', '未充足'])).toEqual({ all: clauses.length, open: 0 });
  });

  it('went through without anything wrong behind the pages', () => {
    expectNoProblems(stage.cast.present.values());
  });
});
