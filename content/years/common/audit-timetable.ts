/** Who audits which target on which day: assigned and placed before the plans are written, so that these name them. */
import type { Step } from '../../../src/cli/year/year.ts';
import { auditPlanContract } from '../../../src/modules/audit-plan/contract.ts';
import { momentOf, type PlannedAudit } from './audit-data.ts';
import { addMinutes } from './days.ts';
import { type Play, step } from './play.ts';

export function auditTimetable(play: Play, audit: PlannedAudit): Step[] {
  const { held, scheduled } = audit;
  if (held === undefined || scheduled === undefined) return [];
  return [
    step(scheduled, '監査人を割り当て、日程を置く', async () => {
      for (const index of audit.targets.keys()) await place(play, audit, held, index);
    }),
  ];
}

async function place(
  { world, get }: Play,
  audit: PlannedAudit,
  held: NonNullable<PlannedAudit['held']>,
  index: number,
): Promise<void> {
  const lead = world.as('lead', auditPlanContract);
  const target = audit.targets[index];
  const targetId = get(`target:${audit.source}:${index}`);
  const { version } = await lead.getTarget({ targetId });
  const attends = held.byCity !== undefined;
  const people = (['lead', 'auditor'] as const).map((key) => ({
    kind: 'member' as const,
    id: get(`member:${key}`),
    key,
  }));
  const team = people.map(({ kind, id, key }) => ({ kind, id, role: attends ? ('attendant' as const) : key }));
  await lead.assignAuditors({ targetId, version, team });
  const [day = '', from = ''] = momentOf(held, index).split(' ');
  const sessions = held.perSection === true ? (target?.sections.length ?? 1) : 1;
  await lead.placeSlots({
    travelMinutes: 0,
    slots: [
      {
        targetId,
        departmentId: null,
        day,
        from,
        to: addMinutes(from, (target?.minutes ?? held.minutes) * sessions),
        place: target?.place ?? held.place,
        people: people.map(({ kind, id }) => ({ kind, id })),
      },
    ],
  });
}
