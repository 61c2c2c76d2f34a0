/** A city whose first department has gone all the way to an issued result notice, with something of everything. */
import { agreePolicy, type AuditTest, judgeAll, MEMBER, notify, openFour, versionOf } from './start-audit.ts';

export async function fillAudit(test: AuditTest): Promise<readonly [string, string, string, string]> {
  const audits = await openFour(test);
  const [auditId] = audits;
  const at = async () => ({ auditId, version: await versionOf(test, auditId) });
  await test.auditor.saveIssues({
    ...(await at()),
    issues: [
      {
        issue: '持出しの管理簿が整っているかが回答から読み取れない。',
        source: 'self-check',
        items: ['org-roles'],
        approach: '管理簿の写しの提出を求め、承認の記録を確かめる。',
      },
    ],
  });
  await agreePolicy(test);
  await test.auditor.chooseMethod({
    ...(await at()),
    documents: true,
    hearing: true,
    visit: true,
    reason: '来客が多く、窓口の近くに書庫があるため',
  });
  await notify(test, auditId);
  await holdHearing(test, auditId);
  await holdVisit(test, auditId);
  await checkContract(test, auditId);
  const failed = await judgeAll(test, auditId, [3, 8]);
  for (const id of failed) await test.auditor.draftFinding({ auditId, from: { kind: 'check', id } });
  await test.auditor.closeFieldwork(await at());
  await settleFindings(test, auditId);
  const notice = await test.auditor.draftResultNotice({
    auditId,
    summary: '管理の仕組みはおおむね整えられている。書庫の施錠について徹底が望まれる。',
  });
  await test.lead.issueResultNotice({ noticeId: notice.id, version: notice.version });
  return audits;
}

async function holdHearing(test: AuditTest, auditId: string): Promise<void> {
  const planned = await test.auditor.planHearing({
    auditId,
    mode: 'face-to-face',
    topic: '情報の持出し',
    purpose: '承認の流れを確かめる。',
    plannedOn: '2026-10-01',
    place: '窓口課会議室',
  });
  const held = await test.auditor.recordHearing({
    hearingId: planned.id,
    version: planned.version,
    occurredOn: '2026-10-01',
    participants: [MEMBER],
    cityAttendees: '窓口課長、管理係長',
  });
  await test.auditor.submitHearingMinutes({
    hearingId: planned.id,
    version: held.version,
    text: '持出しは課長が承認している。\n不在のときの承認者は決めていない。',
    decisions: '不在のときの承認の方法を確かめる。',
  });
}

async function holdVisit(test: AuditTest, auditId: string): Promise<void> {
  const planned = await test.auditor.planVisit({
    auditId,
    place: '本庁舎1階 窓口課',
    plannedOn: '2026-10-01',
    reason: '市民の来客が多いため',
    timetable: [
      { from: '09:30', to: '10:00', what: '窓口の周りの書類の置き方', where: '窓口', who: '監査人、管理係長' },
      { from: '10:00', to: '10:45', what: '書庫の施錠と鍵の管理', where: '書庫', who: '監査人、管理係長' },
    ],
  });
  const submitted = await test.auditor.submitTimetable({ visitId: planned.id, version: planned.version });
  const confirmed = await test.office.confirmTimetable({ visitId: planned.id, version: submitted.version });
  const held = await test.auditor.recordVisit({
    visitId: planned.id,
    version: confirmed.version,
    occurredOn: '2026-10-01',
    participants: [MEMBER],
    cityAttendees: '管理係長',
  });
  const outline = await test.auditor.submitOutline({
    visitId: planned.id,
    version: held.version,
    summary: '書庫の鍵の管理に課題があった。',
    items: [{ title: '書庫の鍵', fact: '書庫の鍵が差したままであった。', place: '書庫' }],
  });
  // The same matter is found by the checklist; the outline's draft is not needed twice.
  const [first = ''] = outline.findingIds;
  await test.auditor.withdrawFinding({ findingId: first, version: 1, reason: '確認項目からの発見事項にまとめたため' });
}

async function checkContract(test: AuditTest, auditId: string): Promise<void> {
  const { id } = await test.office.designateContract({
    auditId,
    title: '公共施設予約システム利用契約',
    service: '公共施設予約サービス',
    serviceKind: 'cloud',
    provider: '株式会社みどりクラウド',
    documents: [
      { kind: 'specification', title: '調達仕様書', fileId: await test.upload('office') },
      { kind: 'contract', title: '契約書', fileId: await test.upload('office') },
    ],
  });
  const { items, contract } = await test.auditor.getContract({ contractId: id });
  const documentId = contract.documents[0]?.id ?? null;
  for (const item of items) {
    const absent = item.number === '4-1-1';
    await test.auditor.judgeContractItem({
      contractItemId: item.id,
      version: item.version,
      judgement: absent ? 'absent' : 'reflected',
      documentId: absent ? null : documentId,
      page: absent ? '' : '4',
      quote: absent ? '' : '第3 要件',
      advice: absent ? { kind: 'example', text: item.example } : null,
    });
  }
  await test.auditor.checkRegister({
    contractId: id,
    version: contract.version,
    result: 'inaccurate',
    fields: [{ field: '契約期間', note: '前年度の期間のままである。' }],
    note: '',
  });
  const version = (await test.auditor.getContract({ contractId: id })).contract.version;
  await test.auditor.completeContractCheck({ contractId: id, version });
}

async function settleFindings(test: AuditTest, auditId: string): Promise<void> {
  const list = async () => (await test.lead.listFindings({ engagementId: test.engagementId, auditId })).findings;
  for (const finding of await list()) {
    if (finding.state !== 'draft') continue;
    const { title, fact, risk, recommendation, grade, gradeReason, evidenceIds } = finding;
    const saved = await test.auditor.saveFinding({
      findingId: finding.id,
      version: finding.version,
      text: {
        ...{ title, fact, risk, recommendation, grade, gradeReason, evidenceIds },
        cause: '鍵を返す手順が決められていない。',
        basis: finding.basis.map(({ standard, provision }) => ({ standard, provision })),
      },
    });
    await test.lead.reviewFinding({ findingId: finding.id, version: saved.version });
  }
  await test.lead.issueFindings({ auditId });
  for (const finding of await list()) {
    if (finding.state !== 'issued') continue;
    const confirmed = await test.office.confirmFinding({ findingId: finding.id, version: finding.version });
    await test.office.recordFindingView({
      findingId: finding.id,
      version: confirmed.version,
      view: 'agreed',
      sectionText: '相違ありません。',
    });
  }
}
