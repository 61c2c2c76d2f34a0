/** What is delivered, when: made from the records, checked by the lead, submitted, accepted (clause 11). */
import type { Step, World } from '../../../src/cli/year/year.ts';
import { deliverablesContract, REVIEW_POINTS } from '../../../src/modules/deliverables/contract.ts';
import type { Memory } from './memory.ts';

/** Types delivered once, by the day on which they are due or naturally ready. */
const DELIVERED: readonly { readonly at: string; readonly types: readonly string[] }[] = [
  {
    at: '2026-06-15 15:00',
    types: ['work-plan', 'wbs', 'handler-notice', 'confidentiality-evidence'],
  },
  { at: '2026-10-22 15:00', types: ['audit-policy'] },
  { at: '2027-02-19 15:00', types: ['checklist', 'findings-list'] },
  { at: '2027-03-29 15:00', types: ['clause-table'] },
  { at: '2027-03-31 16:00', types: ['disposal-report'] },
];

/** Types owed several times: per department, hearing, visit, contract or meeting. */
const PER_SUBJECT: readonly { readonly at: string; readonly types: readonly string[] }[] = [
  { at: '2026-06-15 16:00', types: ['staff-training-plan', 'staff-training-report'] },
  { at: '2026-12-16 15:00', types: ['hearing-minutes', 'visit-timetable', 'visit-outline'] },
  { at: '2027-02-19 16:00', types: ['contract-check', 'result-notice'] },
  { at: '2027-03-29 16:00', types: ['minutes'] },
];

export function deliveries(world: World, memory: Memory): Step[] {
  const engagementId = () => memory.get('engagement');
  return [
    ...DELIVERED.map(({ at, types }): Step => ({
      at,
      title: `成果物を提出する（${types.length}件）`,
      run: async () => {
        for (const type of types) await deliver(world, engagementId(), type, null);
      },
    })),
    ...PER_SUBJECT.map(({ at, types }): Step => ({
      at,
      title: '対象ごとの成果物を提出する',
      run: async () => {
        const register = world.as('pm', deliverablesContract);
        const { deliverables } = await register.listDeliverables({ engagementId: engagementId() });
        for (const owed of deliverables) {
          if (types.includes(owed.type) && owed.subject !== null)
            await deliver(world, engagementId(), owed.type, owed.subject);
        }
      },
    })),
    {
      at: '2027-03-18 10:00',
      title: '事業報告書の案を作成する',
      run: async () => {
        const version = await world
          .as('lead', deliverablesContract)
          .produce({ engagementId: engagementId(), type: 'business-report', subject: null });
        memory.keep('deliverable:business-report', version.deliverableId);
      },
    },
    {
      at: '2027-03-26 10:00',
      title: '事業報告書を提出する',
      run: async () => {
        await deliver(world, engagementId(), 'business-report', null);
        await world.as('pm', deliverablesContract).declareNoPreexisting({ engagementId: engagementId() });
      },
    },
    {
      at: '2027-03-31 17:00',
      title: '納品の一式をまとめる',
      run: async () => {
        const { packageId } = await world
          .as('office', deliverablesContract)
          .makePackage({ engagementId: engagementId() });
        memory.keep('package:final', packageId);
      },
    },
  ];
}

async function deliver(world: World, engagementId: string, type: string, subject: string | null): Promise<void> {
  const made = await world.as('lead', deliverablesContract).produce({ engagementId, type, subject });
  const versionId = made.id;
  await world.as('lead', deliverablesContract).review({
    engagementId,
    versionId,
    checked: [...REVIEW_POINTS],
    comment: '確認の観点のとおり確かめた。',
  });
  await world
    .as('pm', deliverablesContract)
    .submit({ engagementId, versionId, form: 'electronic', paper: null, copies: 1 });
  await world.as('office', deliverablesContract).accept({ engagementId, versionId, comment: '' });
}
