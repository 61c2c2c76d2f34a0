/** July to September: self-check and preliminary survey of every section, and the choice of the four (9(1)イ). */
import type { Step, World } from '../../../src/cli/year/year.ts';
import { questionnaireContract } from '../../../src/modules/questionnaire/contract.ts';
import { selfCheckContract } from '../../../src/modules/self-check/contract.ts';
import { answersOf, surveyOf } from './answers.ts';
import { AUDITED, type Audited, SECTIONS } from './cast.ts';
import type { Memory } from './memory.ts';

/** Why each of the four was chosen. */
const REASONS: Readonly<Record<Audited, { readonly basis: ('リスク値' | '重点テーマ')[]; readonly reason: string }>> = {
  citizens: { basis: ['リスク値'], reason: '来客が多く、住民の記録を大量に扱い、施錠と書類の置き方に課題がある。' },
  systems: { basis: ['リスク値'], reason: 'サーバ室を所管し、入退室と媒体の管理に課題がある。' },
  insurance: {
    basis: ['リスク値', '重点テーマ'],
    reason: '配慮の要る記録を扱い、外部サービスによる電話案内を利用している。',
  },
  nursery: {
    basis: ['リスク値', '重点テーマ'],
    reason: '保育施設の申込みに外部サービスを利用し、契約と台帳の管理に課題がある。',
  },
};

export function survey(world: World, memory: Memory): Step[] {
  const engagementId = () => memory.get('engagement');
  return [
    {
      at: '2026-06-26 10:00',
      title: '自己点検と予備調査の調査票を用意する',
      run: async () => {
        const office = world.as('office', questionnaireContract);
        for (const content of ['self-check-2026', 'preliminary-survey-2026']) {
          const draft = await office.importFromContent({ content });
          await office.publish({ questionnaireId: draft.id, version: draft.version });
          memory.keep(`questionnaire:${content}`, draft.id);
        }
      },
    },
    {
      at: '2026-07-01 09:00',
      title: '自己点検と予備調査を全ての課に配る',
      run: async () => {
        const office = world.as('office', selfCheckContract);
        for (const [content, key, due] of [
          ['self-check-2026', 'self-check', '2026-08-07'],
          ['preliminary-survey-2026', 'preliminary-survey', '2026-08-21'],
        ] as const) {
          const campaign = await office.openCampaign({
            engagementId: engagementId(),
            questionnaireId: memory.get(`questionnaire:${content}`),
            departments: 'all',
            opens: '2026-07-01',
            due,
            message: '課で行っている対策の状況を、事実のとおりに答えてください。',
          });
          memory.keep(`campaign:${key}`, campaign.id);
        }
      },
    },
    ...SECTIONS.map((section, index): Step => {
      const day = String(6 + index).padStart(2, '0');
      return {
        at: `2026-07-${day} 1${index % 8}:20`,
        title: `${section.name}が自己点検と予備調査に答える`,
        run: () => answer(world, memory, section.key, index),
      };
    }),
    {
      at: '2026-07-15 13:00',
      title: '回答のない課に督促する',
      run: async () => {
        await world.as('office', selfCheckContract).remindLate({
          campaignId: memory.get('campaign:self-check'),
          message: '8月7日までに回答をお願いします。',
        });
      },
    },
    {
      at: '2026-08-24 10:00',
      title: '回答を締め切る',
      run: () =>
        forCampaigns(
          world,
          memory,
          async (office, campaignId, version) => void (await office.closeCampaign({ campaignId, version })),
        ),
    },
    {
      at: '2026-09-11 10:00',
      title: '回答結果を受託者に引き渡す',
      run: () =>
        forCampaigns(
          world,
          memory,
          async (office, campaignId, version) => void (await office.deliverResults({ campaignId, version })),
        ),
    },
    {
      at: '2026-09-24 14:00',
      title: '監査対象課を選び、受託者に知らせる',
      run: async () => {
        const office = world.as('office', selfCheckContract);
        const selection = await office.selectDepartments({
          engagementId: engagementId(),
          number: 0,
          choices: AUDITED.map((key) => ({ departmentId: memory.get(`department:${key}`), ...REASONS[key] })),
        });
        await office.notifyContractor({ selectionId: selection.id });
      },
    },
  ];
}

async function answer(world: World, memory: Memory, section: string, index: number): Promise<void> {
  const staff = world.as(`${section}-staff`, selfCheckContract);
  const departmentId = memory.get(`department:${section}`);
  await staff.submitResponse({
    campaignId: memory.get('campaign:self-check'),
    departmentId,
    expectedRevision: 0,
    answers: answersOf(section, index),
  });
  await staff.submitResponse({
    campaignId: memory.get('campaign:preliminary-survey'),
    departmentId,
    expectedRevision: 0,
    answers: surveyOf(section, index),
  });
}

type Office = ReturnType<typeof officeOf>;
const officeOf = (world: World) => world.as('office', selfCheckContract);

async function forCampaigns(
  world: World,
  memory: Memory,
  act: (office: Office, campaignId: string, version: number) => Promise<void>,
): Promise<void> {
  const office = officeOf(world);
  const { campaigns } = await office.listCampaigns({ engagementId: memory.get('engagement') });
  for (const campaign of campaigns) await act(office, campaign.id, campaign.version);
}
