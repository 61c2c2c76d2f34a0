/** Courses over a real database: a city with three internal auditors, two of whom have accounts. */
import type { Client } from '../../../kernel/contract.ts';
import type { JournalEntry } from '../../../kernel/fact.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Role } from '../../../kernel/role.ts';
import { startTestApplication, type TestApplication } from '../../../kernel/test-application.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import auditPlan from '../../audit-plan/server.ts';
import { engagementContract } from '../../engagement/contract.ts';
import engagement from '../../engagement/server.ts';
import { peopleContract } from '../../people/contract.ts';
import people from '../../people/server.ts';
import specification from '../../specification/server.ts';
import standards from '../../standards/server.ts';
import team from '../../team/server.ts';
import { trainingContract } from '../contract.ts';
import training from '../server.ts';

export type TrainingClient = Client<typeof trainingContract>;

export interface TrainingTest extends TestApplication {
  readonly engagementId: string;
  /** Internal auditors in the order of their names; the third has no account. */
  readonly auditors: readonly [string, string, string];
  readonly lead: TrainingClient;
  readonly office: TrainingClient;
  /** The first and the second auditor, signed in. */
  trainee(index: 0 | 1): TrainingClient;
  as(roles: readonly Role[], options?: Parameters<TestApplication['caller']>[1]): TrainingClient;
  planning(roles: readonly Role[]): Client<typeof auditPlanContract>;
  facts(...kinds: string[]): Promise<readonly JournalEntry[]>;
}

const SECTIONS = ['市民課', '税務課', '総務課'];

export async function startTraining(): Promise<TrainingTest> {
  const test = await startTestApplication({
    start: '2023-09-04T01:00:00.000Z',
    modules: [specification, people, engagement, team, standards, auditPlan, training],
  });
  const { application } = test;
  const { created } = await application.client(peopleContract, test.caller(['administrator'])).reorganise({
    from: '2020-04-01',
    changes: SECTIONS.map((name, at) => ({ kind: 'create' as const, key: `d${at}`, name, kana: 'か', bureau: null })),
  });
  const departments = SECTIONS.map((_, at) => created.find(({ key }) => key === `d${at}`)?.id ?? '');
  const { engagementId } = await application
    .client(engagementContract, test.caller(['project-manager']))
    .createEngagement({
      specification: 'koganei-2023',
      contractDate: '2023-05-08',
      contractor: '青空監査法人',
      client: { department: '情報課', address: '一番町1', tel: '000-000-0000', fax: '', email: '' },
      places: ['市役所'],
    });
  const callers = [0, 1].map((at) => test.caller(['department-staff'], { departmentIds: [departments[at] ?? ''] }));
  const planning = (roles: readonly Role[]) => application.client(auditPlanContract, test.caller(roles));
  const auditors: string[] = [];
  for (const [at, name] of ['相川　明', '井上　緑', '上田　進'].entries()) {
    const { id } = await planning(['security-office']).addAuditor({
      engagementId,
      name,
      accountId: callers[at]?.accountId ?? null,
      departmentId: departments[at] ?? '',
      managedDepartmentIds: [],
      trainedOn: null,
      qualification: '',
    });
    auditors.push(id);
  }
  const as: TrainingTest['as'] = (roles, options) => application.client(trainingContract, test.caller(roles, options));
  return {
    ...test,
    engagementId,
    auditors: auditors as unknown as TrainingTest['auditors'],
    lead: as(['audit-lead']),
    office: as(['security-office']),
    trainee(index) {
      const caller = callers[index];
      if (caller === undefined) throw new Error('no such trainee');
      return application.client(trainingContract, caller);
    },
    as,
    planning,
    facts: (...kinds) =>
      application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, kinds.length === 0 ? {} : { kinds })),
  };
}

/** A course from the bundled material, agreed, with its material prepared and one session planned. */
export async function prepareCourse(test: TrainingTest): Promise<{ courseId: string; sessionId: string }> {
  const { lead, office, engagementId } = test;
  const { offers } = await lead.listCourses({ engagementId });
  const offer = offers.find(({ suits }) => suits);
  if (offer === undefined) throw new Error('nothing is offered');
  const { id: courseId, version } = await lead.proposeCourse({
    engagementId,
    ...offer.fields,
    participants: 3,
    from: '2023-08-01',
    to: '2023-09-29',
  });
  await office.agreeCourse({ courseId, version });
  const draft = await lead.startMaterial({ courseId, bundled: offer.bundled });
  await lead.prepareMaterial({ materialId: draft.id, version: draft.version });
  const { id: sessionId } = await lead.planSession({
    courseId,
    day: '2023-09-04',
    from: '09:30',
    to: '12:40',
    place: '本庁舎　大会議室',
    mode: '集合',
    reason: '',
    considered: ['受講人数'],
  });
  return { courseId, sessionId };
}

export const BOTH = ['座学', '実技演習'] as const;
