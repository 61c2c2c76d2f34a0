/** January: check items and the contract of the section for nursery schools are judged (9(1)イ, ウ). */
import { CASES, CONTRACTS } from '../../../content/years/chiba-2026/audit-cases.ts';
import { auditContract } from '../../../src/modules/audit/contract.ts';
import { chooseFile, confirm, field, follow, group, main, pick, press, send } from '../harness/hand.ts';
import type { Stage } from './stage.ts';

const FAULT = 'da-takeout';

/** One by mouse, one by keyboard alone, one with a fault. */
export async function judgeChecks(stage: Stage): Promise<void> {
  const auditor = await stage.cast.as('auditor');
  await auditor.choose('監査');
  await follow(auditor, /保育課/);
  await follow(auditor, '確認項目');
  const page = main(auditor);
  await pick(page, '判断', '1 適切');
  await field(page, '確認した事実').fill('管理者と担当者の一覧が掲示され、4月に全員へ通知した記録を確認した。');
  await group(page, '証拠').getByRole('checkbox').first().check();
  await press(auditor, 'audit/judgeCheck', '保存して次へ');

  const { auditId } = await stage.auditOf('nursery');
  const { checks } = await (await stage.api('auditor', auditContract)).listChecks({ auditId });
  const second = CASES.nursery.faults[checks[1]?.key ?? ''];
  // The focus is on the next item; nothing but keys from here.
  await page.getByText('28項目中2項目目').waitFor();
  await auditor.page.keyboard.press(second === undefined ? '1' : '2');
  await field(page, '確認した事実').focus();
  await auditor.page.keyboard.insertText(second?.fact ?? '令和8年5月の記録を確認した。');
  await group(page, '証拠').getByRole('checkbox').first().focus();
  await auditor.page.keyboard.press('Space');
  await send(auditor, 'audit/judgeCheck', () => auditor.page.keyboard.press('Control+Enter'));

  const faulty = checks.find(({ key }) => key === FAULT);
  await follow(auditor, faulty?.title ?? '');
  await pick(page, '判断', '2 一部不備');
  await field(page, '確認した事実').fill(CASES.nursery.faults[FAULT]?.fact ?? '');
  await group(page, '証拠').getByRole('checkbox').first().check();
  await press(auditor, 'audit/judgeCheck', '保存して次へ');
}

/** The remaining items of both sections. */
export async function judgeRemaining(stage: Stage): Promise<void> {
  const api = await stage.api('auditor', auditContract);
  for (const section of ['insurance', 'nursery'] as const) {
    const { auditId } = await stage.auditOf(section);
    const [{ checks }, { evidence }] = await Promise.all([api.listChecks({ auditId }), api.listEvidence({ auditId })]);
    for (const check of checks) {
      if (check.state !== 'in-scope' || check.judgement !== 'unconfirmed') continue;
      const fault = CASES[section].faults[check.key];
      await api.judgeCheck({
        checkId: check.id,
        version: check.version,
        judgement: fault?.judgement ?? 'adequate',
        techniques: ['document-review'],
        fact: fault?.fact ?? '提出を受けた書類により、定められたとおりに行われていることを確認した。',
        evidenceIds: evidence.slice(0, 2).map(({ id }) => id),
      });
    }
  }
}

/** The first item is reflected, a later one is missing and advised on; the city waives another. */
export async function checkContract(stage: Stage): Promise<void> {
  const given = CONTRACTS.find(({ section }) => section === 'nursery');
  if (given === undefined) throw new Error('the year names no contract of the section');
  const auditor = await stage.openAudit('auditor', 'nursery', 'contracts');
  await follow(auditor, given.title);
  const page = main(auditor);
  await pick(page, '判断', '反映あり');
  await field(page, '記載のある書類').selectOption({ label: '調達仕様書' });
  await field(page, '頁').fill('4');
  await field(page, '記載のある箇所').fill('第3　受託者の認証');
  await press(auditor, 'audit/judgeContractItem', '保存して次へ');

  const contractId = auditor.page.url().split('/').at(-1)?.split('?')[0] ?? '';
  const api = await stage.api('auditor', auditContract);
  const { items, contract } = await api.getContract({ contractId });
  const absent = items.find(({ number }) => number === given.absent[0]);
  await follow(auditor, absent?.title ?? '');
  await pick(page, '判断', '記載なし');
  await pick(page, '助言の種類', '記載例');
  await page.getByRole('button', { name: '記載例を写す', exact: true }).click();
  await press(auditor, 'audit/judgeContractItem', '保存して次へ');

  const waived = '1-3-3';
  for (const item of items) {
    if (item.judgement !== null || item.number === absent?.number) continue;
    const missing = given.absent.includes(item.number);
    const partly = given.partly.includes(item.number);
    const silent = missing || item.number === waived;
    const advised = missing || partly;
    await api.judgeContractItem({
      contractItemId: item.id,
      version: item.version,
      judgement: silent ? 'absent' : partly ? 'partly' : 'reflected',
      documentId: silent ? null : (contract.documents[1]?.id ?? null),
      page: silent ? '' : '5',
      quote: silent ? '' : `第4　${item.title}`,
      advice: advised
        ? { kind: 'example', text: item.example, reason: '契約の書類に十分な記載が見当たらないため。' }
        : null,
    });
  }
  const office = await stage.open('office', `audit/contracts/${contractId}`);
  await follow(office, items.find(({ number }) => number === waived)?.title ?? '');
  await field(main(office), '理由').fill('機器の調達を伴わない契約であり、対応する記載を要しない。');
  await press(office, 'audit/waiveContractItem', '不要と判断する');

  await auditor.open(`/engagements/${stage.engagementId}/audit/contracts/${contractId}`);
  await pick(page, '台帳の記載', '記載なし');
  await field(page, '欄ごとの所見').fill(`${given.register.field}｜${given.register.note}`);
  await press(auditor, 'audit/checkRegister', '台帳の確認を登録する');
  await confirm(auditor, 'audit/completeContractCheck', '確認を終え、結果を市に出す');
}

/** A finding grows from the faulty item; the others of both sections follow. */
export async function draftFindings(stage: Stage): Promise<void> {
  const auditor = await stage.openAudit('auditor', 'nursery', 'checks');
  const api = await stage.api('auditor', auditContract);
  const page = main(auditor);
  const { auditId } = await stage.auditOf('nursery');
  const { checks } = await api.listChecks({ auditId });
  await follow(auditor, checks.find(({ key }) => key === FAULT)?.title ?? '');
  await press(auditor, 'audit/draftFinding', '発見事項の案を作る');
  const fault = CASES.nursery.faults[FAULT];
  await field(page, '原因').fill(fault?.cause ?? '');
  await pick(page, '評価', '指摘');
  await field(page, '評価の理由').fill('方針の基準による。');
  await press(auditor, 'audit/saveFinding', '案を保存する');

  for (const section of ['insurance', 'nursery'] as const) {
    const audit = await stage.auditOf(section);
    for (const check of (await api.listChecks({ auditId: audit.auditId })).checks) {
      const faultOf = CASES[section].faults[check.key];
      if (faultOf === undefined || check.findingIds.length > 0) continue;
      await api.draftFinding({
        auditId: audit.auditId,
        from: { kind: 'check', id: check.id },
        text: { cause: faultOf.cause, grade: faultOf.grade, gradeReason: '方針の基準による。' },
      });
    }
  }
}

/** The assistant registers a file as evidence, on the section's page. */
export async function addEvidence(stage: Stage): Promise<void> {
  const assistant = await stage.openAudit('assistant', 'insurance', 'evidence');
  const page = main(assistant);
  await field(page, '名前').fill('委託先から受けた報告書（写し）');
  await field(page, '出所').fill('監査対象課から提出を受けた書類');
  await pick(page, '集めた方法', '書類確認');
  await chooseFile(assistant, page, 'ファイル', {
    name: '報告書.txt',
    mimeType: 'text/plain',
    content: '令和7年度　委託先の報告（架空）\n',
  });
  await press(assistant, 'audit/addEvidence', '証拠を登録する');
}
