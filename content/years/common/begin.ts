/** The beginning: organisation and people, the contract, statements, standards, the work plan. */
import type { Step } from '../../../src/cli/year/year.ts';
import { deliverablesContract } from '../../../src/modules/deliverables/contract.ts';
import { engagementContract } from '../../../src/modules/engagement/contract.ts';
import { peopleContract } from '../../../src/modules/people/contract.ts';
import { standardsContract } from '../../../src/modules/standards/contract.ts';
import { sectionsOf } from './cast.ts';
import { type Play, step } from './play.ts';

/** Shown to everybody who tries the demonstration; a real account never has it. */
export const PASSWORD = 'machimori-demo';

export function begin(play: Play): Step[] {
  const { world, data, keep, get, engagement } = play;
  const { contractDate } = data;
  return [
    step(`${contractDate} 08:30`, '組織と利用者を登録する', () => enrolEverybody(play)),
    step(`${contractDate} 09:00`, '仕様書から業務委託を作成する', async () => {
      const { engagementId } = await world.as('office', engagementContract).createEngagement({
        specification: data.specification,
        ...(data.title === undefined ? {} : { title: data.title }),
        contractDate,
        ...(data.periodTo === undefined ? {} : { periodTo: data.periodTo }),
        contractor: data.contractor,
        client: {
          department: data.office.name,
          address: data.office.place,
          tel: '000-000-0000',
          fax: '000-000-0001',
          email: `security@city.${data.municipality.code}.example.jp`,
        },
        places: [data.office.place, '発注者が指定する場所'],
      });
      keep('engagement', engagementId);
    }),
    step(`${contractDate} 09:30`, '記録で証明できない条項を確認する', async () => {
      const contractor = world.as('pm', engagementContract);
      const { clauses } = await contractor.traceClauses(engagement());
      for (const clause of clauses.filter((it) => it.isStatement)) {
        await contractor.acknowledgeStatement({ ...engagement(), clause: clause.id });
      }
      await world.as('pm', deliverablesContract).recordEnvironment({ ...engagement(), provided: false });
    }),
    step(data.duties.lent, '適用する基準を受け渡す', () => provideStandards(play)),
    step(data.plan.drafted, '計画書を作成する', () => draftPlan(play)),
    step(data.plan.submitted, '計画書を提出する', async () => {
      const plan = { ...engagement(), planId: get('plan') };
      await world.as('pm', engagementContract).submitPlan({ ...plan, form: 'electronic', copies: 1 });
    }),
    step(data.plan.approved, '計画書を承認する', async () => {
      await world.as('office', engagementContract).approvePlan({ ...engagement(), planId: get('plan') });
    }),
    ...data.agreed.map(({ at, clause, topic, decision }) =>
      step(at, '協議で決めた事項を記録する', async () => {
        const point = { ...engagement(), clause, topic, decision, occurredOn: at.slice(0, 10) };
        await world.as('office', engagementContract).agreePoint(point);
      }),
    ),
  ];
}

async function enrolEverybody({ world, data, cast, keep, get }: Play): Promise<void> {
  world.enrol('system', {
    tenantId: world.tenantId,
    accountId: '00000000-0000-0000-0000-000000000000',
    party: 'system',
    roles: ['administrator'],
    departmentIds: [],
    clockOffset: 0,
  });
  const people = world.as('system', peopleContract);
  const security = { key: 'security', name: data.office.name, kana: data.office.kana };
  for (const { key, name, kana } of [security, ...sectionsOf(data)]) {
    const { departmentId } = await people.saveDepartment({ name, kana, bureauId: null, from: data.contractDate });
    keep(`department:${key}`, departmentId);
  }
  const contractor = await people.saveFirm({ kind: 'contractor', name: data.contractor });
  for (const { key, displayName, title, party, roles, section } of cast) {
    const departmentId = section === undefined ? null : get(`department:${section}`);
    const { accountId } = await people.createAccount({
      loginName: key,
      displayName,
      title,
      party,
      roles: [...roles],
      departmentId,
      firmId: party === 'contractor' ? contractor.firmId : null,
      password: PASSWORD,
    });
    world.enrol(key, {
      tenantId: world.tenantId,
      accountId,
      party,
      roles,
      departmentIds: departmentId === null ? [] : [departmentId],
      clockOffset: 0,
    });
  }
}

async function provideStandards({ world, data, engagement }: Play): Promise<void> {
  const standards = world.as('office', standardsContract);
  const { awaited } = await standards.listStandards(engagement());
  for (const wanted of awaited) {
    const edition = data.standards[wanted.code];
    if (edition === undefined) throw new Error(`no edition is known for ${wanted.code}`);
    await standards.provideStandard({
      ...engagement(),
      code: wanted.code,
      edition,
      level: wanted.public ? '1' : '2',
      fileId: null,
      occurredOn: data.duties.lent.slice(0, 10),
    });
  }
}

async function draftPlan({ world, data, keep, engagement }: Play): Promise<void> {
  const contractor = world.as('pm', engagementContract);
  const names = data.members.map(({ name }) => name);
  const { tasks } = await contractor.listTasks(engagement());
  for (const task of tasks) {
    await contractor.updateTask({
      ...engagement(),
      taskId: task.id,
      version: task.version,
      content: [task.content, data.plan.contents?.[task.clause] ?? ''].filter((part) => part !== '').join('\n'),
      members: task.owner === 'city' ? [data.office.name] : names,
      plannedStart: task.plannedStart,
      plannedEnd: task.plannedEnd,
    });
  }
  const organisation = data.members.map(({ name, duties }) => `${name}（${duties.join('、')}）`).join('\n');
  const { id } = await contractor.draftPlan({
    ...engagement(),
    reason: '当初の計画',
    organisation: `次の体制で業務を行います。\n${organisation}`,
    environment: '作業は発注者の庁舎及び受注者の事業所内の入退室を管理した区画で行います。',
  });
  keep('plan', id);
}
