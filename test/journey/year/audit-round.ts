/** One audit of a programme from the list of programmes to its end: who presses what, in which order. */
import { year } from '../../../content/years/chiba-2026.ts';
import { auditContract } from '../../../src/modules/audit/contract.ts';
import { AUDIT_STATE_LABELS } from '../../../src/modules/audit/labels.ts';
import { auditPlanContract } from '../../../src/modules/audit-plan/contract.ts';
import { confirm, field, group, main, pick, press, section, send, unfold } from '../harness/hand.ts';
import type { Person } from '../harness/person.ts';
import { expectShown } from '../harness/problems.ts';
import type { Stage } from './stage.ts';

export interface Round {
  /** Id of the programme among those that come with the product. */
  readonly source: string;
  readonly title: string;
  readonly target: {
    /** Words of the choice; only where the programme offers several kinds. */
    readonly kind?: string;
    readonly name: string;
    /** Further fields of the form, by their labels. */
    readonly fields?: Readonly<Record<string, string>>;
  };
  /** The implementation plan is made for the target alone: the city hands it on and the department confirms it. */
  readonly perTarget: boolean;
  /** The city's own auditors audit; the contractor attends. */
  readonly byCity: boolean;
  readonly methods: readonly string[];
  /** The level that the finding gets. */
  readonly level: string;
}

/** Who writes at the audit. */
const writerOf = ({ byCity }: Round): string => (byCity ? 'office' : 'auditor');
/** The audited section, and who answers for it. */
const HEAD = 'insurance-head';
const SECTION_NAME = /国民健康保険課$/u;
/** The day on which the demonstration stands, as people write it. */
const TODAY = year.demonstrationDay.replaceAll('-', '/');

/** The contractor takes the programme over and proposes the target; the city decides. Answers with programme and target. */
export async function chooseTarget(stage: Stage, round: Round) {
  const { engagementId } = stage;
  const lead = await stage.open('lead', 'audit-plan');
  await press(lead, 'audit-plan/adoptProgramme', `「${round.title}」を取り入れる`);
  const { programmes } = await lead.api(auditPlanContract).listProgrammes({ engagementId });
  const programmeId = programmes.find(({ title }) => title === round.title)?.id ?? '';
  await lead.open(`/engagements/${engagementId}/audit-plan/targets?programme=${programmeId}`);
  const form = section(main(lead), '対象を加える');
  const { kind, name, fields = {} } = round.target;
  if (kind !== undefined) await field(form, '種類').selectOption({ label: kind });
  await field(form, '対象').fill(name);
  await group(form, '所属').getByRole('checkbox', { name: SECTION_NAME }).check();
  for (const [of, value] of Object.entries(fields)) await field(form, of).fill(value);
  await press(lead, 'audit-plan/addTarget', '提案する', form);
  const office = await stage.open('office', `audit-plan/targets?programme=${programmeId}`);
  await confirm(office, 'audit-plan/decideTargets', '提案を全て決定する');
  const { targets } = await lead.api(auditPlanContract).listTargets({ engagementId, programmeId });
  return { programmeId, targetId: targets[0]?.id ?? '' };
}

/** The implementation plan: drafted, completed, submitted, and agreed by the city or handed to the department. */
export async function settlePlan(stage: Stage, round: Round): Promise<void> {
  const { engagementId } = stage;
  const lead = await stage.open('lead', 'audit-plan/plans');
  await field(main(lead), '計画書の種類').selectOption({ label: '実施計画' });
  await field(main(lead), '監査の手順（基本計画と実施計画）').selectOption({ label: round.title });
  if (round.perTarget)
    await field(main(lead), '対象（対象ごとに作る実施計画）').selectOption({ label: round.target.name });
  await press(lead, 'audit-plan/draftPlan', '案を作る');
  const planId = new URL(lead.page.url()).pathname.split('/').at(-1) ?? '';
  const { missing } = await lead.api(auditPlanContract).getPlan({ planId });
  for (const name of missing) await field(main(lead), name).fill('市と協議の上で定める。');
  if (missing.length > 0) await press(lead, 'audit-plan/savePlan', '保存する');
  await confirm(lead, 'audit-plan/submitPlan', '提出する');
  const office = await stage.open('office', `audit-plan/plans/${planId}`);
  if (!round.perTarget) return press(office, 'audit-plan/agreePlan', '同意する');
  await press(office, 'audit-plan/distributePlan', '所属に配る');
  const head = await stage.cast.as(HEAD);
  await head.open(`/engagements/${engagementId}/own-audit-plan`);
  return press(
    head,
    'audit-plan/confirmOwnPlan',
    '計画書を確認した',
    section(main(head), `${round.title}：${round.target.name}`),
  );
}

/** The checklist of the programme: drafted and proposed by the contractor, agreed by the city. */
export async function agreeChecklist(stage: Stage, round: Round): Promise<void> {
  const lead = await stage.open('lead', 'checklists');
  await field(section(main(lead), '案を作る'), '監査の手順').selectOption({ label: round.title });
  await press(lead, 'checklist/draftChecklist', '案を作る');
  const address = new URL(lead.page.url()).pathname;
  await confirm(lead, 'checklist/proposeChecklist', '市に提案する');
  const office = await stage.cast.as('office');
  await office.open(address);
  await confirm(office, 'checklist/agreeChecklist', '合意する');
}

/** The notice: drafted by the contractor, sent by the city. */
export async function notify(stage: Stage, round: Round, programmeId: string): Promise<void> {
  const page = `audit-plan/preparation?programme=${programmeId}`;
  const lead = await stage.open('lead', page);
  const part = section(main(lead), '監査の通知');
  await field(part, '対象').selectOption({ label: round.target.name });
  await press(lead, 'audit-plan/draftNotice', '通知の案を作る', part);
  const office = await stage.open('office', page);
  await main(office)
    .getByRole('button', { name: `「${round.target.name}」の通知を開く`, exact: true })
    .click();
  const detail = office.page.getByRole('dialog').first();
  await send(office, 'audit-plan/sendNotice', async () => {
    await detail.getByRole('button', { name: '送る', exact: true }).click();
    await office.page.getByRole('dialog').last().getByRole('button', { name: '送る', exact: true }).click();
  });
}

/** The audit is opened from the plan and begun. Answers with its id. */
export async function beginAudit(stage: Stage, round: Round, targetId: string): Promise<string> {
  const lead = await stage.open('lead', 'audit');
  const row = main(lead).getByRole('row').filter({ hasText: round.target.name });
  await confirm(lead, 'audit/openAuditOfTarget', '登録する', row);
  const { audits } = await lead.api(auditContract).getProgramme({ engagementId: stage.engagementId });
  const auditId = audits.find((audit) => audit.targetId === targetId)?.id ?? '';
  await lead.open(`/engagements/${stage.engagementId}/audit/departments/${auditId}`);
  await confirm(lead, 'audit/beginAudit', '監査を始める');
  return auditId;
}

/** One item is judged on the page, one fails with its evidence, the rest of the kind goes over HTTP. Answers with the failed item. */
export async function judgeItems(stage: Stage, round: Round, auditId: string): Promise<string> {
  const writer = await stage.open(writerOf(round), `audit/departments/${auditId}/checks`);
  await pick(main(writer), '判断', '1 適切');
  await field(main(writer), '確認した事実').fill('担当者への聞き取りと記録の閲覧により確かめた。');
  await press(writer, 'audit/judgeCheck', '保存して次へ');
  const api = writer.api(auditContract);
  await api.addEvidence({
    ...{ auditId, title: '現場の記録', source: '国民健康保険課', technique: 'site-visit', description: '' },
    from: { kind: 'note', text: '棚の上に、施錠されていない書類の箱が2つあった。' },
  });
  const { rows } = await api.listCheckRows({ auditId });
  const [, failed, ...others] = rows;
  if (failed === undefined) throw new Error('no items');
  await writer.open(`/engagements/${stage.engagementId}/audit/departments/${auditId}/checks?item=${failed.id}`);
  await pick(main(writer), '判断', '3 不備');
  await field(main(writer), '確認した事実').fill('書類の箱が2つ、施錠されない棚に置かれていた。');
  await group(main(writer), '証拠').getByRole('checkbox').first().check();
  await press(writer, 'audit/judgeCheck', '保存して次へ');
  for (const { id, version } of others)
    await api.judgeCheck({
      ...{ checkId: id, version, judgement: 'adequate', techniques: ['interview'], evidenceIds: [] },
      fact: '担当者への聞き取りにより確かめた。',
    });
  return failed.id;
}

/** The session at the target, and the contractor's attendance where the city audits itself. */
export async function recordSession(stage: Stage, round: Round, auditId: string): Promise<void> {
  const page = `audit/departments/${auditId}/sessions`;
  const writer = await stage.open(writerOf(round), page);
  const held = section(main(writer), '実施を記録する');
  await field(held, '行った日').fill(TODAY);
  await field(held, '場所').fill('国民健康保険課　執務室');
  await field(held, '方法').fill(round.methods.join('\n'));
  await field(held, '話を聞いた人の立場').fill('課長\n担当者');
  if (round.byCity) await field(held, '市の監査人').fill('内部監査人　2名');
  else await group(held, '監査の従事者').getByRole('checkbox').first().check();
  await press(writer, 'audit/recordSession', '実施を記録する', held);
  if (!round.byCity) return;
  const lead = await stage.open('lead', page);
  const attended = section(main(lead), '立会いを記録する');
  await field(attended, '行った日').fill(TODAY);
  await group(attended, '立ち会った担当者').getByRole('checkbox').first().check();
  for (const done of await attended.getByRole('radio', { name: 'できている', exact: true }).all()) await done.check();
  await press(lead, 'audit/recordAttendance', '立会いを記録する', attended);
}

/** A finding from the failed item: written, reviewed by the lead, issued, confirmed, shown, answered, settled. */
export async function settleFinding(stage: Stage, round: Round, auditId: string, checkId: string): Promise<void> {
  const { engagementId } = stage;
  const frame = `audit/departments/${auditId}`;
  const writer = await stage.open(writerOf(round), `${frame}/checks?item=${checkId}`);
  await press(writer, 'audit/draftFinding', '発見事項の案を作る');
  await pick(main(writer), '評価', round.level);
  await field(main(writer), '原因').fill('鍵のかかる書庫が満杯であった。');
  await field(main(writer), '想定されるリスク').fill('書類が持ち去られるおそれがある。');
  await field(main(writer), '改善提言').fill('書庫に空きを作り、終業時に施錠する。');
  await field(main(writer), '評価の理由').fill('基準に定めのある施錠が行われていないため');
  await press(writer, 'audit/saveFinding', '案を保存する');
  const address = new URL(writer.page.url()).pathname;
  const lead = await stage.cast.as('lead');
  await lead.open(address);
  await confirm(lead, 'audit/reviewFinding', '内容を確かめた');
  await stage.open('lead', frame);
  await confirm(lead, 'audit/closeFieldwork', '確認作業を終える');
  await stage.open('lead', `${frame}/findings`);
  await confirm(lead, 'audit/issueFindings', '確かめた発見事項を市に出す');
  const office = await stage.cast.as('office');
  await office.open(address);
  await confirm(office, 'audit/confirmFinding', '市として確認する');
  await confirm(office, 'audit/showFinding', '監査対象課に示す');
  const head = await stage.cast.as(HEAD);
  await head.open(`/engagements/${engagementId}/own-audit`);
  const own = section(main(head), await ownTitle(lead, auditId));
  await pick(own, '認識', '相違なし');
  await press(head, 'audit/answerFinding', '回答する', own);
  await office.open(address);
  await press(office, 'audit/recordFindingView', '監査対象課の認識を登録する');
}

/** The audit as its department sees it, which is audited under the theme of the year as well. */
async function ownTitle(person: Person, auditId: string): Promise<string> {
  const { departmentName, programme } = await person.api(auditContract).getAudit({ auditId });
  return `${departmentName}　${programme.title}`;
}

/** The result notice: drafted, issued by the lead, sent by the city; no explanation is wanted, the audit ends. */
export async function closeAudit(stage: Stage, auditId: string): Promise<void> {
  const page = `audit/departments/${auditId}/notice`;
  const auditor = await stage.open('auditor', page);
  await field(main(auditor), '総評').fill('おおむね取り組まれています。書類の保管について、改善を助言します。');
  await press(auditor, 'audit/draftResultNotice', '四つの欄を整理して案を作る');
  const lead = await stage.open('lead', page);
  await confirm(lead, 'audit/issueResultNotice', '確かめて市に出す');
  const office = await stage.open('office', page);
  await press(office, 'audit/sendResultNotice', '監査結果通知書を送付した');
  await unfold(main(office), '説明を不要とする');
  await field(main(office), '不要とする理由').fill('現場で事実を共有したため');
  await press(office, 'audit/waiveExplanation', '説明を不要とする');
  await confirm(office, 'audit/closeAudit', '監査を終える');
  await expectShown(main(office).getByText(AUDIT_STATE_LABELS.closed, { exact: true }));
}
