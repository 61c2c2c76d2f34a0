/** Audits of the year as they are carried out: opened, every item judged, held on the spot, papers reviewed and confirmed. */
import type { Step } from '../../../src/cli/year/year.ts';
import { auditContract } from '../../../src/modules/audit/contract.ts';
import { auditPlanContract } from '../../../src/modules/audit-plan/contract.ts';
import type { PlannedAudit } from './audit-planning.ts';
import { type Play, step } from './play.ts';

export function auditWork(play: Play): Step[] {
  return (play.data.audits ?? []).flatMap((audit) => stepsOf(play, audit));
}

function stepsOf(play: Play, audit: PlannedAudit): Step[] {
  const { world, get } = play;
  const { held, noticed } = audit;
  const office = () => world.as('office', auditPlanContract);
  const targets = audit.targets.map((_, index) => index);
  const targetId = (index: number) => get(`target:${audit.source}:${index}`);
  return [
    ...(noticed === undefined
      ? []
      : [
          step(noticed, '監査を受ける所属に、監査の実施を通知する', async () => {
            for (const index of targets) {
              const { id, version } = await world
                .as('lead', auditPlanContract)
                .draftNotice({ targetId: targetId(index) });
              await office().sendNotice({ noticeId: id, version });
            }
          }),
        ]),
    ...(held === undefined
      ? []
      : [
          step(held.at, '監査を行う', async () => {
            for (const index of targets) await hold(play, audit, held, index);
          }),
          step(held.confirmed, '監査調書の事実を確かめる', async () => {
            for (const index of targets) await confirmPapers(play, get(`audit:${audit.source}:${index}`));
          }),
        ]),
  ];
}

async function hold(
  { world, get, keep }: Play,
  audit: PlannedAudit,
  held: NonNullable<PlannedAudit['held']>,
  index: number,
): Promise<void> {
  const lead = world.as('lead', auditContract);
  const auditor = world.as('auditor', auditContract);
  const { id, version } = await lead.openAuditOfTarget({ targetId: get(`target:${audit.source}:${index}`) });
  keep(`audit:${audit.source}:${index}`, id);
  await lead.beginAudit({ auditId: id, version });
  const { rows } = await auditor.listCheckRows({ auditId: id });
  for (const row of rows) {
    await auditor.judgeCheck({
      checkId: row.id,
      version: row.version,
      judgement: 'adequate',
      techniques: ['interview', 'document-review'],
      fact: '担当者への聞き取りと記録の閲覧により、定めのとおり行われていることを確かめた。',
      evidenceIds: [],
    });
  }
  await auditor.recordSession({
    auditId: id,
    occurredOn: held.at.slice(0, 10),
    minutes: held.minutes,
    onSite: true,
    place: held.place,
    participants: [get('member:lead'), get('member:auditor')],
    interviewees: [...held.interviewees],
    interviewTopics: [...held.interviewTopics],
    methods: [...held.methods],
    checks: [...(held.checks ?? [])],
    documentsSeen: 3,
    placesSeen: 1,
  });
}

async function confirmPapers({ world }: Play, auditId: string): Promise<void> {
  const lead = world.as('lead', auditContract);
  const auditor = world.as('auditor', auditContract);
  const papers = async () =>
    (await auditor.listCheckRows({ auditId })).rows.map((row) => ({ checkId: row.id, version: row.paperVersion }));
  await auditor.submitPapers({ auditId, papers: await papers() });
  await lead.reviewPapers({ auditId, papers: await papers() });
  const version = async () => (await lead.getAudit({ auditId })).version;
  await lead.draftPaperSet({ auditId, version: await version() });
  await world.as('office', auditContract).confirmPaperSet({ auditId, version: await version() });
}
