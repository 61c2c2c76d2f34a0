/** A city with two departments, its people and an engagement, for the tests of this module. */
import type { Caller } from '../../../kernel/caller.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { ServerModule } from '../../../kernel/module.ts';
import type { Role } from '../../../kernel/role.ts';
import { startTestApplication, type TestApplication } from '../../../kernel/test-application.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import { consultationContract } from '../contract.ts';

export interface City {
  readonly test: TestApplication;
  readonly engagementId: string;
  readonly departments: { readonly tax: string; readonly welfare: string };
  readonly people: Readonly<
    Record<'office' | 'reviewer' | 'ciso' | 'tax' | 'welfare' | 'manager' | 'lead' | 'auditor', Caller>
  >;
  as(caller: Caller): ReturnType<typeof clientFor>;
  facts(kinds: readonly string[]): Promise<{ subject: string; data: Readonly<Record<string, unknown>> }[]>;
}

const clientFor = (test: TestApplication, caller: Caller) => test.application.client(consultationContract, caller);

export async function openCity(
  specification: string,
  contractDate: string,
  modules?: readonly ServerModule[],
): Promise<City> {
  const test = await startTestApplication({
    start: `${contractDate}T00:00:00.000Z`,
    ...(modules === undefined ? {} : { modules }),
  });
  const administrator = test.application.client(peopleContract, test.caller(['administrator']));
  const { created } = await administrator.reorganise({
    from: '2020-04-01',
    changes: [
      { kind: 'create', key: 'a', name: '総務局', kana: 'そうむきょく', bureau: null },
      { kind: 'create', key: 'tax', name: '市民税課', kana: 'しみんぜいか', bureau: 'new:a' },
      { kind: 'create', key: 'welfare', name: '福祉総務課', kana: 'ふくしそうむか', bureau: 'new:a' },
    ],
  });
  const idOf = (key: string): string => created.find((one) => one.key === key)?.id ?? '';
  const departments = { tax: idOf('tax'), welfare: idOf('welfare') };
  const { firmId } = await administrator.saveFirm({ kind: 'contractor', name: '青空監査法人' });
  const member = async (loginName: string, displayName: string, role: Role): Promise<Caller> => {
    const { accountId } = await administrator.createAccount({
      loginName,
      displayName,
      party: 'contractor',
      roles: [role],
      title: null,
      departmentId: null,
      firmId,
      email: null,
      password: 'なのはな畑を三周ほどあるく',
    });
    return test.caller([role], { accountId });
  };
  const people = {
    office: test.caller(['security-office']),
    reviewer: test.caller(['security-office']),
    ciso: test.caller(['ciso']),
    tax: test.caller(['department-staff'], { departmentIds: [departments.tax] }),
    welfare: test.caller(['department-head'], { departmentIds: [departments.welfare] }),
    manager: await member('sato', '佐藤　健一', 'project-manager'),
    lead: await member('takasaki', '髙﨑　由美', 'audit-lead'),
    auditor: await member('yoshino', '𠮷野　隆', 'auditor'),
  };
  const { engagementId } = await test.application.client(engagementContract, people.manager).createEngagement({
    specification,
    contractDate,
    contractor: '青空監査法人',
    client: { department: '情報化推進室', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  });
  return {
    test,
    engagementId,
    departments,
    people,
    as: (caller) => clientFor(test, caller),
    facts: (kinds) =>
      test.application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, { engagementId, kinds })),
  };
}

/** An answer that says only what must be said. */
export const plainAnswer = (text: string) => ({
  text,
  plain: '',
  citations: [],
  considerations: [],
  precedents: [],
  basis: [],
  questions: 1,
});
