/** The planning of audits over a real database: a fictional city with departments, a team and a contract year. */
import type { Client } from '../../../kernel/contract.ts';
import type { JournalEntry } from '../../../kernel/fact.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Role } from '../../../kernel/role.ts';
import { startTestApplication, type TestApplication } from '../../../kernel/test-application.ts';
import { engagementContract } from '../../engagement/contract.ts';
import engagement from '../../engagement/server.ts';
import { peopleContract } from '../../people/contract.ts';
import people from '../../people/server.ts';
import type { ServerModule } from '../../../kernel/module.ts';
import specification from '../../specification/server.ts';
import standards from '../../standards/server.ts';
import { teamContract } from '../../team/contract.ts';
import team from '../../team/server.ts';
import { auditPlanContract } from '../contract.ts';
import auditPlan from '../server.ts';

export type PlanClient = Client<typeof auditPlanContract>;

export interface PlanTest extends TestApplication {
  readonly engagementId: string;
  readonly departments: readonly string[];
  /** Two members; the first holds a qualification. */
  readonly members: readonly [string, string];
  readonly lead: PlanClient;
  readonly office: PlanClient;
  head(index: number): PlanClient;
  as(roles: readonly Role[], options?: Parameters<TestApplication['caller']>[1]): PlanClient;
  upload(who: number, name?: string): Promise<string>;
  facts(...kinds: string[]): Promise<readonly JournalEntry[]>;
}

const NAMES = ['市民課', '税務課', '福祉課', '情報課', '公園課', '総務課', '会計課'];
const CONTRACT_DAYS: Readonly<Record<string, string>> = {
  'koganei-2023': '2023-05-08',
  'kyoto-2024': '2024-05-07',
  'fukuoka-2025': '2025-05-07',
  'chiba-2026': '2026-06-01',
  tokubetsuku: '2026-04-06',
};

/** An engagement under a specification, on a day within its year, and the modules that a test needs besides. */
export async function startPlan(
  specificationId: string,
  start: string,
  more: readonly ServerModule[] = [],
): Promise<PlanTest> {
  const modules = [specification, people, engagement, team, standards, auditPlan, ...more];
  const test = await startTestApplication({ start, modules });
  const { application } = test;
  const contractDate = CONTRACT_DAYS[specificationId] ?? '2026-04-06';
  const administrator = application.client(peopleContract, test.caller(['administrator']));
  const { created } = await administrator.reorganise({
    from: '2020-04-01',
    changes: [
      { kind: 'create', key: 'b', name: '市民局', kana: 'しみんきょく', bureau: null },
      ...NAMES.map((name, index) => ({ kind: 'create' as const, key: `d${index}`, name, kana: 'か', bureau: 'new:b' })),
    ],
  });
  const departments = NAMES.map((_, index) => created.find(({ key }) => key === `d${index}`)?.id ?? '');
  const manager = test.caller(['project-manager']);
  const { engagementId } = await application.client(engagementContract, manager).createEngagement({
    specification: specificationId,
    contractDate,
    ...(specificationId === 'tokubetsuku' ? { periodTo: '2027-03-31' } : {}),
    contractor: '青空監査法人',
    client: { department: '情報課', address: '一番町1', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  });
  const crew = application.client(teamContract, manager);
  const { roles } = await crew.getTeam({ engagementId });
  const members: string[] = [];
  for (const [index, name] of ['青木', '白石'].entries()) {
    const { id } = await crew.assignMember({
      engagementId,
      name,
      firm: '青空監査法人',
      department: '監査部',
      roles: roles.slice(index + 1, index + 2),
      handlesMyNumber: true,
      accountId: null,
    });
    members.push(id);
  }
  const heads = departments.map((id) => test.caller(['department-head'], { departmentIds: [id] }));
  const client = (caller: ReturnType<TestApplication['caller']>) => application.client(auditPlanContract, caller);
  const headOf = (index: number) => {
    const caller = heads[index];
    if (caller === undefined) throw new Error('no such department');
    return caller;
  };
  return {
    ...test,
    engagementId,
    departments,
    members: members as unknown as PlanTest['members'],
    lead: client(test.caller(['audit-lead'])),
    office: client(test.caller(['security-office'])),
    head: (index) => client(headOf(index)),
    as: (roles, options) => client(test.caller(roles, options)),
    async upload(who, name = '資料.txt') {
      const bytes = new TextEncoder().encode('書類の内容');
      const file = await application.upload(
        headOf(who),
        name,
        (async function* () {
          yield bytes;
        })(),
      );
      return file.id;
    },
    facts: (...kinds) =>
      application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, kinds.length === 0 ? {} : { kinds })),
  };
}

/** Takes a bundled programme over and answers its id. */
export async function adopt(test: PlanTest, source: string): Promise<string> {
  const { id } = await test.lead.adoptProgramme({ engagementId: test.engagementId, source });
  return id;
}
