/** January to March: findings are reviewed, issued, confirmed, shown and answered; notices go out; audits end (9(1)エ, オ). */
import { execFileSync } from 'node:child_process';
import { CASES } from '../../../content/years/chiba-2026/audit-cases.ts';
import { AUDITED } from '../../../content/years/chiba-2026/cast.ts';
import { auditContract } from '../../../src/modules/audit/contract.ts';
import { confirm, field, follow, main, pick, press, section, unfold } from '../harness/hand.ts';
import type { Stage } from './stage.ts';

/** Sections whose records are carried on over HTTP; the fourth goes through the screens. */
const OTHERS = AUDITED.filter((key) => key !== 'nursery');
const BY_SCREEN = 'nursery';
const AGREED = '事実に相違ありません。改善を進めます。';

async function findingsOf(stage: Stage, key: (typeof AUDITED)[number], state: string) {
  const { auditId } = await stage.auditOf(key);
  const api = await stage.api('lead', auditContract);
  const { findings } = await api.listFindings({ engagementId: stage.engagementId, auditId });
  return findings.filter((finding) => finding.state === state);
}

async function openFinding(stage: Stage, key: string, id: string) {
  return stage.open(key, `audit/findings/${id}`);
}

export async function issueFindings(stage: Stage): Promise<void> {
  const lead = await stage.openAudit('lead', BY_SCREEN, '');
  await confirm(lead, 'audit/closeFieldwork', '確認作業を終える');
  for (const { id } of await findingsOf(stage, BY_SCREEN, 'draft')) {
    await openFinding(stage, 'lead', id);
    await confirm(lead, 'audit/reviewFinding', '内容を確かめた');
  }
  await stage.openAudit('lead', BY_SCREEN, 'findings');
  await confirm(lead, 'audit/issueFindings', '確かめた発見事項を市に出す');

  const api = await stage.api('lead', auditContract);
  for (const key of OTHERS) {
    await api.closeFieldwork(await stage.auditOf(key));
    for (const { id, version } of await findingsOf(stage, key, 'draft')) {
      await api.reviewFinding({ findingId: id, version });
    }
    await api.issueFindings({ auditId: (await stage.auditOf(key)).auditId });
  }
}

export async function confirmAndShow(stage: Stage): Promise<void> {
  const office = await stage.cast.as('office');
  for (const { id } of await findingsOf(stage, BY_SCREEN, 'issued')) {
    await openFinding(stage, 'office', id);
    await confirm(office, 'audit/confirmFinding', '市として確認する');
    await confirm(office, 'audit/showFinding', '監査対象課に示す');
  }
  const api = await stage.api('office', auditContract);
  for (const key of OTHERS) {
    for (const { id, version } of await findingsOf(stage, key, 'issued')) {
      const confirmed = await api.confirmFinding({ findingId: id, version });
      await api.showFinding({ findingId: id, version: confirmed.version });
    }
  }
}

/** The section agrees to one finding and objects to the other, which the auditor then corrects. */
export async function answerAndObject(stage: Stage): Promise<void> {
  const head = await stage.cast.as('nursery-head');
  const shown = await findingsOf(stage, BY_SCREEN, 'shown');
  const disputed = shown.find(({ title }) => title.includes('研修')) ?? shown.at(-1);
  for (const { id, title } of shown) {
    const objects = id === disputed?.id;
    await stage.open(`${BY_SCREEN}-head`, 'own-audit');
    const part = section(main(head), '示された発見事項').locator('section').filter({ hasText: title }).last();
    await pick(part, '認識', objects ? '異議あり' : '相違なし');
    await field(part, '意見（異議があるときは、どの点がどう違うか）').fill(
      objects ? '1人は受講済みであることを後から確かめました。人数が違います。' : '相違ありません。',
    );
    await press(head, 'audit/answerFinding', '回答する', part);
  }
  for (const { id } of shown) await recordView(stage, id);

  // The objection opens the finding again on the contractor's side.
  const id = disputed?.id ?? '';
  const auditor = await openFinding(stage, 'auditor', id);
  await field(main(auditor), '確認した事実').fill(
    '会計年度任用職員14人のうち、3人の受講の記録を確かめられなかった。1人は後日、受講を確認した。',
  );
  await press(auditor, 'audit/saveFinding', '案を保存する');
  const lead = await openFinding(stage, 'lead', id);
  await confirm(lead, 'audit/reviewFinding', '内容を確かめた');
  await stage.openAudit('lead', BY_SCREEN, 'findings');
  await confirm(lead, 'audit/issueFindings', '確かめた発見事項を市に出す');
  const office = await openFinding(stage, 'office', id);
  await confirm(office, 'audit/confirmFinding', '市として確認する');
  await confirm(office, 'audit/showFinding', '監査対象課に示す');
  await stage.open(`${BY_SCREEN}-head`, 'own-audit');
  const again = section(main(head), '示された発見事項')
    .locator('section')
    .filter({ hasText: disputed?.title ?? '' })
    .last();
  await pick(again, '認識', '相違なし');
  await press(head, 'audit/answerFinding', '回答する', again);
  await recordView(stage, id);

  const offices = await stage.api('office', auditContract);
  for (const key of OTHERS) {
    const own = await stage.api(`${key}-head`, auditContract);
    for (const { id } of await findingsOf(stage, key, 'shown')) {
      await own.answerFinding({ findingId: id, view: 'agreed', text: AGREED });
    }
    for (const { id, version } of await findingsOf(stage, key, 'shown')) {
      await offices.recordFindingView({ findingId: id, version, view: 'agreed', sectionText: AGREED });
    }
  }
}

/** The office takes over what the section answered. */
async function recordView(stage: Stage, id: string): Promise<void> {
  const office = await openFinding(stage, 'office', id);
  await press(office, 'audit/recordFindingView', '監査対象課の認識を登録する');
}

export async function issueNotices(stage: Stage): Promise<void> {
  const auditor = await stage.openAudit('auditor', BY_SCREEN, 'notice');
  await field(main(auditor), '総評').fill('対策はおおむね行われています。');
  await press(auditor, 'audit/draftResultNotice', '四つの欄を整理して案を作る');
  // The text is put right without making the table anew.
  await unfold(main(auditor), '総評を直す');
  const correction = main(auditor).locator('details').filter({ hasText: '総評を直す' });
  await field(correction, '総評').fill(CASES.nursery.summary);
  await press(auditor, 'audit/saveResultNotice', '総評を保存する', correction);
  const lead = await stage.openAudit('lead', BY_SCREEN, 'notice');
  await confirm(lead, 'audit/issueResultNotice', '確かめて市に出す');

  const auditors = await stage.api('auditor', auditContract);
  const leads = await stage.api('lead', auditContract);
  for (const key of OTHERS) {
    const { auditId } = await stage.auditOf(key);
    const notice = await auditors.draftResultNotice({ auditId, summary: CASES[key].summary });
    await leads.issueResultNotice({ noticeId: notice.id, version: notice.version });
  }
}

export async function sendNotices(stage: Stage): Promise<void> {
  const office = await stage.openAudit('office', BY_SCREEN, 'notice');
  await field(main(office), '文書番号').fill('8青情セ第204号');
  await press(office, 'audit/sendResultNotice', '監査結果通知書を送付した');
  const api = await stage.api('office', auditContract);
  for (const [index, key] of OTHERS.entries()) {
    const { auditId } = await stage.auditOf(key);
    const issued = (await api.listResultNotices({ auditId })).notices.find(({ state }) => state === 'issued');
    if (issued === undefined) throw new Error(`no notice for ${key} was issued`);
    await api.sendResultNotice({ noticeId: issued.id, version: issued.version, number: `8青情セ第${201 + index}号` });
  }
  const head = await stage.open(`${BY_SCREEN}-head`, 'own-audit');
  await main(head).getByText(CASES.nursery.summary).waitFor();
}

/** The section takes out its notice; answers with the words of the first page of the PDF. */
export async function takeNotice(stage: Stage): Promise<string> {
  const head = await stage.open(`${BY_SCREEN}-head`, 'own-audit');
  const [download] = await Promise.all([
    head.page.waitForEvent('download'),
    main(head).getByRole('link', { name: '監査結果通知書 PDF', exact: true }).click(),
  ]);
  return execFileSync('pdftotext', ['-l', '1', await download.path(), '-'], { encoding: 'utf8' });
}

/** One section needs no explanation; the others were called to a meeting. */
export async function explainAndClose(stage: Stage, meetings: ReadonlyMap<string, string>): Promise<void> {
  const waived = await stage.openAudit('office', 'citizens', 'notice');
  await unfold(main(waived), '説明を不要とする');
  await field(main(waived), '不要とする理由').fill(
    '現場確認の場で事実を共有しており、課から不要との申出があったため。',
  );
  await press(waived, 'audit/waiveExplanation', '説明を不要とする');

  const office = await stage.openAudit('office', BY_SCREEN, 'notice');
  await field(main(office), '説明した日').fill('R9.3.5');
  await press(office, 'audit/recordExplained', '説明が済んだことを登録する');
  await confirm(office, 'audit/closeAudit', '監査を終える');

  const api = await stage.api('office', auditContract);
  for (const key of OTHERS) {
    const meetingId = meetings.get(key);
    if (meetingId !== undefined) {
      await api.recordExplained({ ...(await stage.auditOf(key)), occurredOn: '2027-03-05', meetingId });
    }
    await api.closeAudit({ ...(await stage.auditOf(key)), note: '改善の状況は次年度に確かめる。' });
  }
  const overview = await stage.open('office', 'audit');
  await main(overview).getByText('終了', { exact: true }).nth(3).waitFor();
  await follow(overview, /保育課/);
}
