/** A municipality with two sections, its people, the contractor's manager and a contract, for journeys of surveys. */
import type { Browser } from 'playwright-core';
import { engagementContract } from '../../../src/modules/engagement/contract.ts';
import { peopleContract } from '../../../src/modules/people/contract.ts';
import { field, main } from './hand.ts';
import { navigation, newPerson, type Person } from './person.ts';
import type { Product } from './product.ts';

const PASSWORD = 'こすもすの丘を四周ほどあるく';
const SECTIONS = ['市民課', '税務課'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Who may sign in, by what they are. */
const ACCOUNTS = {
  office: { loginName: 'yamamoto', displayName: '山本　恵', role: 'security-office' },
  staff: { loginName: 'tamura', displayName: '田村　葵', role: 'department-staff' },
  manager: { loginName: 'sato', displayName: '佐藤　健一', role: 'project-manager' },
} as const;

export interface SurveyCity {
  readonly engagementId: string;
  readonly departmentId: (name: SectionName) => string;
  readonly arrive: (who: keyof typeof ACCOUNTS) => Promise<Person>;
}

export async function surveyCity(browser: Browser, product: Product): Promise<SurveyCity> {
  const admin = await newPerson(browser, product.address, '大野　学');
  const people = admin.api(peopleContract);
  const account = { loginName: 'ohno', displayName: '大野　学', password: PASSWORD };
  await people.createFirstAdministrator({ municipalityName: 'みなも市', ...account });
  await people.signIn({ loginName: 'ohno', password: PASSWORD });
  const from = '2026-04-01';
  const bureau = await people.saveDepartment({ name: '市民局', kana: '', bureauId: null, from });
  const departments = new Map<SectionName, string>();
  for (const name of SECTIONS) {
    const made = await people.saveDepartment({ name, kana: '', bureauId: bureau.departmentId, from });
    departments.set(name, made.departmentId);
  }
  const { firmId } = await people.saveFirm({ kind: 'contractor', name: '株式会社かわせみ監査' });
  const places = { office: bureau.departmentId, staff: departments.get('市民課') ?? null, manager: null } as const;
  for (const who of ['office', 'staff', 'manager'] as const) {
    const { role, ...names } = ACCOUNTS[who];
    const party = who === 'manager' ? ('contractor' as const) : ('city' as const);
    await people.createAccount({
      ...names,
      ...{ email: null, password: PASSWORD, party, roles: [role], departmentId: places[who] },
      firmId: who === 'manager' ? firmId : null,
    });
  }
  const arrive = async (who: keyof typeof ACCOUNTS): Promise<Person> => {
    const { loginName, displayName } = ACCOUNTS[who];
    const person = await newPerson(browser, product.address, displayName);
    await person.page.goto('/');
    await field(main(person), '利用者名').fill(loginName);
    await field(main(person), 'パスワード').fill(PASSWORD);
    await main(person).getByRole('button', { name: 'サインインする', exact: true }).click();
    await navigation(person.page).waitFor();
    await person.quiet();
    return person;
  };
  const founder = await arrive('office');
  const { engagementId } = await founder.api(engagementContract).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '株式会社かわせみ監査',
    client: { department: '情報政策課', address: '本町1番1号', tel: '000-000-0001', fax: '', email: '' },
    places: ['みなも市役所'],
  });
  await founder.context.close();
  return { engagementId, departmentId: (name) => departments.get(name) ?? '', arrive };
}
