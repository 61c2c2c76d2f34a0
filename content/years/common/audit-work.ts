/** Audits of the year as they are carried out: opened, every item judged, held on the spot, papers reviewed and confirmed. */
import type { Step } from '../../../src/cli/year/year.ts';
import { auditContract } from '../../../src/modules/audit/contract.ts';
import { auditPlanContract } from '../../../src/modules/audit-plan/contract.ts';
import { type Held, momentOf, type Observation, type PlannedAudit } from './audit-data.ts';
import { type Play, step } from './play.ts';

/** Whoever writes at the audit: the contractor's auditor, or the office for the city's own auditors. */
export const writerOf = ({ held }: PlannedAudit): 'auditor' | 'office' =>
  held?.byCity === undefined ? 'auditor' : 'office';

/** What was observed at one target, by the key of the item. */
export const observedAt = ({ observed = [] }: PlannedAudit, target: number): ReadonlyMap<string, Observation> =>
  new Map(observed.filter(({ at }) => at.includes(target)).map(({ what }) => [what.item, what]));

export function auditWork(play: Play): Step[] {
  return (play.data.audits ?? []).flatMap((audit) => stepsOf(play, audit));
}

function stepsOf(play: Play, audit: PlannedAudit): Step[] {
  const { world, get } = play;
  const { held, noticed } = audit;
  const targets = [...audit.targets.keys()];
  const auditId = (index: number) => get(`audit:${audit.source}:${index}`);
  return [
    ...(noticed === undefined
      ? []
      : [
          step(noticed, '監査を受ける所属に、監査の実施を通知する', async () => {
            for (const index of targets) {
              const targetId = get(`target:${audit.source}:${index}`);
              const { id, version } = await world.as('lead', auditPlanContract).draftNotice({ targetId });
              await world.as('office', auditPlanContract).sendNotice({ noticeId: id, version });
            }
          }),
        ]),
    ...(held === undefined
      ? []
      : [
          ...targets.map((index) =>
            step(momentOf(held, index), '監査を行う', async () => {
              await open(play, audit, index);
              await judge(play, audit, index);
              await hold(play, audit, held, index);
            }),
          ),
          ...(held.vendorVisits ?? []).map((visit) =>
            step(visit.at, '保守業者の拠点を確かめる', async () => {
              await world.as('auditor', auditContract).recordSession({
                ...sessionOf(play, held),
                auditId: auditId(visit.target),
                occurredOn: visit.at.slice(0, 10),
                minutes: visit.minutes,
                place: visit.place,
                vendorSite: true,
                vendorPeople: visit.people,
                vendorApproved: true,
                checks: [...visit.checks],
              });
            }),
          ),
          step(held.confirmed, '監査調書の事実を確かめる', async () => {
            for (const index of targets) await confirmPapers(play, auditId(index), writerOf(audit));
          }),
        ]),
  ];
}

async function open({ world, get, keep }: Play, { source }: PlannedAudit, index: number): Promise<void> {
  const lead = world.as('lead', auditContract);
  const { id, version } = await lead.openAuditOfTarget({ targetId: get(`target:${source}:${index}`) });
  keep(`audit:${source}:${index}`, id);
  await lead.beginAudit({ auditId: id, version });
}

async function judge({ world, get }: Play, audit: PlannedAudit, index: number): Promise<void> {
  const writer = world.as(writerOf(audit), auditContract);
  const auditId = get(`audit:${audit.source}:${index}`);
  const observed = observedAt(audit, index);
  const { checks } = await writer.listChecks({ auditId });
  const strange = [...observed.keys()].filter((item) => !checks.some(({ key }) => key === item));
  if (strange.length > 0) throw new Error(`${audit.source}: no item ${strange.join(', ')}`);
  for (const check of checks) {
    const seen = observed.get(check.key);
    const techniques = [...new Set(check.procedures.map(({ technique }) => technique))];
    const evidence =
      seen?.evidence === undefined
        ? null
        : await writer.addEvidence({
            auditId,
            title: `${check.title}の確認の記録`,
            source: '監査対象の所属',
            technique: techniques[0] ?? 'document-review',
            description: '',
            from: { kind: 'note', text: seen.evidence },
          });
    await writer.judgeCheck({
      checkId: check.id,
      version: check.version,
      judgement: seen?.judgement ?? 'adequate',
      techniques: techniques.length === 0 ? ['interview'] : techniques,
      fact: seen?.fact ?? inOrder(check),
      evidenceIds: evidence === null ? [] : [evidence.id],
    });
  }
}

/** What is written of an item that is as it should be. */
function inOrder({ title, evidenceExamples, askWhom }: { title: string; evidenceExamples: string[]; askWhom: string }) {
  const papers = evidenceExamples.slice(0, 2).join('及び');
  const seen = papers === '' ? '記録' : papers;
  const asked = askWhom === '' ? '担当者' : askWhom;
  return `「${title}」について、${seen}を閲覧し、${asked}への聞き取りと合わせて、定めのとおり行われていることを確かめた。`;
}

function sessionOf({ get }: Play, held: Held) {
  const { minutes, place, byCity } = held;
  return {
    ...{ minutes, place, onSite: true },
    participants: byCity === undefined ? [get('member:lead'), get('member:auditor')] : [],
    ...(byCity === undefined ? {} : { cityAuditors: byCity.auditors }),
    interviewees: [...held.interviewees],
    interviewTopics: [...held.interviewTopics],
    methods: [...held.methods],
    checks: [...(held.checks ?? [])],
    viewpoints: [...(held.viewpoints ?? [])],
    documentsSeen: 3,
    placesSeen: 1,
  };
}

async function hold(play: Play, audit: PlannedAudit, held: Held, index: number): Promise<void> {
  const { world, get } = play;
  const auditId = get(`audit:${audit.source}:${index}`);
  const occurredOn = momentOf(held, index).slice(0, 10);
  const target = audit.targets[index];
  const sections = held.perSection === true ? (target?.sections ?? []) : [null];
  for (const section of sections)
    await world.as(writerOf(audit), auditContract).recordSession({
      ...sessionOf(play, held),
      ...{ auditId, occurredOn, place: target?.place ?? held.place, minutes: target?.minutes ?? held.minutes },
      departmentId: section === null ? null : get(`department:${section}`),
    });
  if (held.byCity === undefined) return;
  const lead = world.as('lead', auditContract);
  const { helped } = held.byCity;
  const { programme } = await lead.getAudit({ auditId });
  await lead.recordAttendance({
    ...{ auditId, occurredOn },
    members: [get('member:lead'), get('member:auditor')],
    points: programme.attendancePoints.map((point) => {
      const support = helped[point] ?? '';
      return { point, result: support === '' ? 'done' : 'supported', support };
    }),
  });
}

async function confirmPapers({ world }: Play, auditId: string, writer: 'auditor' | 'office'): Promise<void> {
  const lead = world.as('lead', auditContract);
  const author = world.as(writer, auditContract);
  const papers = async () =>
    (await author.listCheckRows({ auditId })).rows.map((row) => ({ checkId: row.id, version: row.paperVersion }));
  await author.submitPapers({ auditId, papers: await papers() });
  await lead.reviewPapers({ auditId, papers: await papers() });
  const version = async () => (await lead.getAudit({ auditId })).version;
  await lead.draftPaperSet({ auditId, version: await version() });
  await world.as('office', auditContract).confirmPaperSet({ auditId, version: await version() });
}
