/** April to June: the city and its people, the contract, the standards, the work plan. */
import { deliverablesContract } from '../../../src/modules/deliverables/contract.ts';
import { engagementContract } from '../../../src/modules/engagement/contract.ts';
import { peopleContract } from '../../../src/modules/people/contract.ts';
import { standardsContract } from '../../../src/modules/standards/contract.ts';
import type { Step, World } from '../../../src/cli/year/year.ts';
import { BUREAUS, CAST, CONTRACTOR, VENDOR } from './cast.ts';
import type { Memory } from './memory.ts';
import { PROGRESS_DAYS, workOf } from './work-plan.ts';

/** Shown to everybody who tries the demonstration; a real account never has it. */
export const PASSWORD = 'aoba-demo-2026';
const ORGANISED_FROM = '2026-04-01';

export function begin(world: World, memory: Memory): Step[] {
  return [
    {
      at: '2026-04-01 09:00',
      title: '組織と利用者を登録する',
      run: async () => {
        world.enrol('system', {
          tenantId: world.tenantId,
          accountId: '00000000-0000-0000-0000-000000000000',
          party: 'system',
          roles: ['administrator'],
          departmentIds: [],
          clockOffset: 0,
        });
        const people = world.as('system', peopleContract);
        for (const bureau of BUREAUS) {
          const { departmentId: bureauId } = await people.saveDepartment({
            name: bureau.name,
            kana: bureau.kana,
            bureauId: null,
            from: ORGANISED_FROM,
          });
          memory.keep(`bureau:${bureau.name}`, bureauId);
          for (const section of bureau.sections) {
            const { departmentId } = await people.saveDepartment({
              name: section.name,
              kana: section.kana,
              bureauId,
              from: ORGANISED_FROM,
            });
            memory.keep(`department:${section.key}`, departmentId);
          }
        }
        const contractor = await people.saveFirm({ kind: 'contractor', name: CONTRACTOR });
        const vendor = await people.saveFirm({ kind: 'vendor', name: VENDOR });
        for (const member of CAST) {
          const departmentId = member.section === undefined ? null : memory.get(`department:${member.section}`);
          const firmId =
            member.party === 'contractor' ? contractor.firmId : member.party === 'vendor' ? vendor.firmId : null;
          const { accountId } = await people.createAccount({
            loginName: member.key,
            displayName: member.displayName,
            title: member.title,
            party: member.party,
            roles: [...member.roles],
            departmentId,
            firmId,
            password: PASSWORD,
          });
          world.enrol(member.key, {
            tenantId: world.tenantId,
            accountId,
            party: member.party,
            roles: member.roles,
            departmentIds: departmentId === null ? [] : [departmentId],
            clockOffset: 0,
          });
        }
      },
    },
    {
      at: '2026-06-01 10:00',
      title: '仕様書から業務委託を作成する',
      run: async () => {
        const { engagementId } = await world.as('office', engagementContract).createEngagement({
          specification: 'chiba-2026',
          contractDate: '2026-06-01',
          contractor: CONTRACTOR,
          client: {
            department: '総務局　情報セキュリティ課',
            address: 'あおば市中央一丁目1番1号　市役所高層棟5階',
            tel: '000-000-5045',
            fax: '000-000-5692',
            email: 'security@city.aoba.example.jp',
          },
          places: ['あおば市役所　情報セキュリティ課', '発注者が指定する場所'],
        });
        memory.keep('engagement', engagementId);
      },
    },
    {
      at: '2026-06-02 10:00',
      title: '記録で証明できない条項を確認する',
      run: async () => {
        const engagement = world.as('pm', engagementContract);
        const engagementId = memory.get('engagement');
        const { clauses } = await engagement.traceClauses({ engagementId });
        for (const clause of clauses.filter((it) => it.isStatement)) {
          await engagement.acknowledgeStatement({ engagementId, clause: clause.id });
        }
        await world.as('pm', deliverablesContract).recordEnvironment({ engagementId, provided: false });
      },
    },
    {
      at: '2026-06-04 14:00',
      title: '規程とガイドラインを受け渡す',
      run: () => provideStandards(world, memory),
    },
    {
      at: '2026-06-08 15:00',
      title: '作業計画書を作成して提出する',
      run: async () => {
        const engagement = world.as('pm', engagementContract);
        const engagementId = memory.get('engagement');
        const { tasks } = await engagement.listTasks({ engagementId });
        for (const task of tasks) {
          await engagement.updateTask({
            engagementId,
            taskId: task.id,
            version: task.version,
            content: workOf(task.clause).content,
            members: [...workOf(task.clause).members],
            plannedStart: task.plannedStart,
            plannedEnd: task.plannedEnd,
          });
        }
        const plan = await engagement.draftPlan({
          engagementId,
          reason: '当初の計画',
          organisation: ORGANISATION,
          environment: ENVIRONMENT,
        });
        memory.keep('plan:1', plan.id);
        await engagement.submitPlan({ engagementId, planId: plan.id, form: 'electronic', copies: 1 });
      },
    },
    {
      at: '2026-06-12 16:00',
      title: '作業計画書を承認する',
      run: async () => {
        const engagementId = memory.get('engagement');
        await world.as('office', engagementContract).approvePlan({ engagementId, planId: memory.get('plan:1') });
      },
    },
    ...PROGRESS_DAYS.map((day): Step => ({
      at: `${day} 16:30`,
      title: '作業の進み具合を記録する',
      run: () => progress(world, memory, day),
    })),
  ];
}

const ORGANISATION = [
  '業務責任者（佐藤　健一）が業務全体を管理し、主任担当者（髙﨑　由美）が監査の実施、成果物の品質及び発注者との連絡を統括します。',
  '監査は主任担当者及び監査人（𠮷野　隆）が行い、監査補助者（小林　美咲）が証拠の整理と記録を補助します。',
  '品質管理者（岡田　直樹）は、監査の実施から独立して成果物を確かめます。',
  '発注者からの指示、連絡事項及び打合せの内容は、主任担当者を通じて担当者全員に伝え、読んだことを記録します。',
].join('\n');

const ENVIRONMENT = [
  '作業は発注者の庁舎及び受注者の事業所内の入退室を管理した区画で行います。',
  '端末、ソフトウェア及び会議用のライセンスは、受注者の負担で用意します。会議はブラウザだけで利用できるものを使います。',
].join('\n');

async function provideStandards(world: World, memory: Memory): Promise<void> {
  const engagementId = memory.get('engagement');
  const standards = world.as('office', standardsContract);
  const { awaited } = await standards.listStandards({ engagementId });
  const editions: Readonly<Record<string, { readonly edition: string; readonly level: '3' | '2' | '1' | null }>> = {
    'city-basic-policy': { edition: '令和7年4月1日改正', level: '1' },
    'city-standard': { edition: '令和7年4月1日改正', level: '3' },
    'city-guideline': { edition: '令和7年10月1日版', level: '2' },
    'mic-policy-guideline': { edition: '令和8年3月27日', level: '1' },
    'mic-audit-guideline': { edition: '令和8年3月', level: '1' },
  };
  for (const { code } of awaited) {
    const found = editions[code];
    if (found === undefined) throw new Error(`no edition is known for ${code}`);
    const standard = await standards.provideStandard({
      engagementId,
      code,
      edition: found.edition,
      level: found.level,
      fileId: null,
      occurredOn: '2026-06-04',
    });
    memory.keep(`standard:${code}`, standard.id);
  }
  await standards.setPrecedence({
    engagementId,
    order: [
      ['city-basic-policy', 'city-standard', 'city-guideline'],
      ['mic-policy-guideline', 'mic-audit-guideline'],
    ],
  });
}

/** Every task stands where it really stood: finished ones at 100, running ones by elapsed days. */
async function progress(world: World, memory: Memory, today: string): Promise<void> {
  const engagement = world.as('pm', engagementContract);
  const engagementId = memory.get('engagement');
  const { tasks } = await engagement.listTasks({ engagementId });
  for (const task of tasks) {
    const percent = percentAt(...workOf(task.clause).actual, today);
    if (percent === task.percent) continue;
    await engagement.reportProgress({ engagementId, taskId: task.id, version: task.version, percent });
  }
}

function percentAt(start: string, end: string, today: string): number {
  if (today < start) return 0;
  if (today >= end) return 100;
  const [from, to, now] = [start, end, today].map((day) => Date.parse(day)) as [number, number, number];
  return Math.max(5, Math.round(((now - from) / (to - from)) * 20) * 5);
}
