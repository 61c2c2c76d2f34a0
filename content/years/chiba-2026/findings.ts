/** Findings, the section's view, result notices, explanations and closing (9(1)エ, オ). */
import type { Step, World } from '../../../src/cli/year/year.ts';
import { auditContract } from '../../../src/modules/audit/contract.ts';
import { CASES } from './audit-cases.ts';
import { auditOf } from './audit-records.ts';
import { AUDITED, type Audited } from './cast.ts';
import type { Memory } from './memory.ts';

/** The section that the city does not call to an explanation. */
const WAIVED = 'citizens' satisfies Audited;
/** Days on which the results were explained. */
const EXPLAINED_ON = { systems: '2027-03-03', insurance: '2027-03-04', nursery: '2027-03-05' } as const;

export function findingSteps(world: World, memory: Memory): Step[] {
  const each = (at: string, title: string, run: (key: Audited) => Promise<void>): Step => ({
    at,
    title,
    run: async () => {
      for (const key of AUDITED) await run(key);
    },
  });
  return [
    ...(['systems', 'citizens'] as const).map((key): Step => ({
      at: '2026-12-17 10:00',
      title: '発見事項の案を作る',
      run: () => draft(world, memory, key),
    })),
    ...(['insurance', 'nursery'] as const).map((key): Step => ({
      at: '2027-01-14 10:00',
      title: '発見事項の案を作る',
      run: () => draft(world, memory, key),
    })),
    each('2027-01-18 10:00', '確認を終え、発見事項を主任担当者が確かめて市に出す', (key) => issue(world, memory, key)),
    each('2027-01-25 14:00', '発見事項を確認し、監査対象課に示す', (key) => confirm(world, memory, key)),
    each('2027-01-28 11:00', '監査対象課が発見事項に答える', (key) => answer(world, memory, key)),
    each('2027-02-02 10:00', '監査対象課の認識を登録する', (key) => recordViews(world, memory, key)),
    each('2027-02-16 10:00', '監査結果通知案を作って出す', (key) => draftNotice(world, memory, key)),
    each('2027-02-26 10:00', '監査結果通知書を送る', (key) => sendNotice(world, memory, key)),
    {
      at: '2027-03-04 09:00',
      title: '説明を不要と判断する',
      run: async () => {
        await world.as('office', auditContract).waiveExplanation({
          ...(await auditOf(world, memory, WAIVED)),
          reason: '現場確認の場で事実を共有しており、改めての説明を要しないと課から申出があったため。',
        });
      },
    },
    ...AUDITED.filter((key): key is keyof typeof EXPLAINED_ON => key !== WAIVED).map((key): Step => ({
      at: '2027-03-08 10:00',
      title: '監査対象課への説明を登録する',
      run: async () => {
        await world.as('office', auditContract).recordExplained({
          ...(await auditOf(world, memory, key)),
          occurredOn: EXPLAINED_ON[key],
          meetingId: memory.get(`meeting:section-${key}`),
        });
      },
    })),
    each('2027-03-22 10:00', '監査を終える', async (key) => {
      await world
        .as('office', auditContract)
        .closeAudit({ ...(await auditOf(world, memory, key)), note: '改善の状況は次年度に確かめる。' });
    }),
  ];
}

async function draft(world: World, memory: Memory, key: Audited): Promise<void> {
  const auditor = world.as('auditor', auditContract);
  const { auditId } = await auditOf(world, memory, key);
  const { checks } = await auditor.listChecks({ auditId });
  for (const check of checks) {
    const fault = CASES[key].faults[check.key];
    if (fault === undefined) continue;
    await auditor.draftFinding({
      auditId,
      from: { kind: 'check', id: check.id },
      text: { cause: fault.cause, grade: fault.grade, gradeReason: '方針の基準による。' },
    });
  }
  // What the visit's outline said is now in the findings that were drafted from the checklist.
  const { findings } = await auditor.listFindings({ engagementId: memory.get('engagement'), auditId });
  for (const finding of findings) {
    if (finding.origin.kind !== 'visit-outline') continue;
    await auditor.withdrawFinding({
      findingId: finding.id,
      version: finding.version,
      reason: '確認項目からの発見事項にまとめたため。',
    });
  }
}

async function issue(world: World, memory: Memory, key: Audited): Promise<void> {
  const lead = world.as('lead', auditContract);
  await lead.closeFieldwork(await auditOf(world, memory, key));
  for (const finding of await findingsOf(world, memory, key, ['draft'])) {
    await lead.reviewFinding({ findingId: finding.id, version: finding.version });
  }
  const { auditId } = await auditOf(world, memory, key);
  await lead.issueFindings({ auditId });
}

async function confirm(world: World, memory: Memory, key: Audited): Promise<void> {
  const office = world.as('office', auditContract);
  for (const finding of await findingsOf(world, memory, key, ['issued'])) {
    const confirmed = await office.confirmFinding({ findingId: finding.id, version: finding.version });
    await office.showFinding({ findingId: finding.id, version: confirmed.version });
  }
}

async function answer(world: World, memory: Memory, key: Audited): Promise<void> {
  for (const finding of await findingsOf(world, memory, key, ['shown'])) {
    await world
      .as(`${key}-head`, auditContract)
      .answerFinding({ findingId: finding.id, view: 'agreed', text: sectionSays(key, finding.fact) });
  }
}

async function recordViews(world: World, memory: Memory, key: Audited): Promise<void> {
  const office = world.as('office', auditContract);
  for (const finding of await findingsOf(world, memory, key, ['shown'])) {
    await office.recordFindingView({
      findingId: finding.id,
      version: finding.version,
      view: 'agreed',
      sectionText: sectionSays(key, finding.fact),
    });
  }
}

/** What the section says of the fact that a finding states. */
function sectionSays(key: Audited, fact: string): string {
  const fault = Object.values(CASES[key].faults).find((candidate) => candidate.fact === fact);
  if (fault === undefined) throw new Error(`${key} knows no finding of: ${fact}`);
  return fault.sectionSays;
}

async function draftNotice(world: World, memory: Memory, key: Audited): Promise<void> {
  const { auditId } = await auditOf(world, memory, key);
  const notice = await world.as('auditor', auditContract).draftResultNotice({ auditId, summary: CASES[key].summary });
  await world.as('lead', auditContract).issueResultNotice({ noticeId: notice.id, version: notice.version });
}

async function sendNotice(world: World, memory: Memory, key: Audited): Promise<void> {
  const office = world.as('office', auditContract);
  const { auditId } = await auditOf(world, memory, key);
  const { notices } = await office.listResultNotices({ auditId });
  const issued = notices.find((notice) => notice.state === 'issued');
  if (issued === undefined) throw new Error(`no notice for ${key} was issued`);
  await office.sendResultNotice({
    noticeId: issued.id,
    version: issued.version,
    number: `8青情セ第${201 + AUDITED.indexOf(key)}号`,
  });
}

async function findingsOf(world: World, memory: Memory, key: Audited, states: readonly string[]) {
  const { auditId } = await auditOf(world, memory, key);
  const { findings } = await world
    .as('lead', auditContract)
    .listFindings({ engagementId: memory.get('engagement'), auditId });
  return findings.filter((finding) => states.includes(finding.state));
}
