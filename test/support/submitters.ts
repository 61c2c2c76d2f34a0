/**
 * Municipalities with an open self-check of thirty items, and in each department one signed-in person who can hand in
 * its sheet, for tests under load and measurements.
 */
import type { AnswerSheet } from '../../src/core/assessment/index.ts';
import type { Caller } from '../../src/kernel/caller.ts';
import type { Service } from '../../src/server/service.ts';
import { createTenant } from '../../src/kernel/tenant.ts';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { peopleContract } from '../../src/modules/people/contract.ts';
import { issueToken } from '../../src/kernel/token.ts';
import { insertAccount } from '../../src/modules/people/store/account-store.ts';
import { insertSession } from '../../src/modules/people/store/session-store.ts';
import { questionnaireContract } from '../../src/modules/questionnaire/contract.ts';
import { selfCheckContract } from '../../src/modules/self-check/contract.ts';
import type { Questionnaire } from '../../src/core/content-schema/index.ts';

export interface Submitter {
  readonly tenantId: number;
  readonly campaignId: string;
  readonly departmentId: string;
  /** Value of the session cookie. */
  readonly token: string;
}

export interface Load {
  readonly submitters: readonly Submitter[];
  /** A complete sheet; different for each number, so that two submissions are never the same. */
  sheet(number: number): AnswerSheet;
}

const DAY = 86_400_000;
/** The day that the municipalities live in: inside the time of the campaign. */
const TODAY = Date.parse('2026-07-15T03:00:00.000Z');

export async function prepareLoad(
  service: Pick<Service, 'application' | 'database'>,
  size: { readonly tenants: number; readonly departments: number },
): Promise<Load> {
  const submitters: Submitter[] = [];
  let form: Questionnaire | undefined;
  for (let index = 0; index < size.tenants; index += 1) {
    const city = await prepareCity(service, `load-${index}`, size.departments);
    submitters.push(...city.submitters);
    form = city.form;
  }
  const items = form?.sections.flatMap((section) => section.items) ?? [];
  return {
    submitters,
    sheet: (number) =>
      Object.fromEntries(
        items.map((item, index) => [
          item.id,
          index === 0 ? { value: 'no', reason: `確認中（${number}）` } : { value: 'yes' },
        ]),
      ),
  };
}

async function prepareCity(
  { application, database }: Pick<Service, 'application' | 'database'>,
  code: string,
  departments: number,
): Promise<{ readonly submitters: readonly Submitter[]; readonly form: Questionnaire }> {
  const { clock } = application.parts;
  const clockOffset = TODAY - clock.now().getTime();
  const tenantId = await createTenant(
    database,
    { code, name: `試験市${code}`, demonstration: true, clockOffset },
    clock.now(),
  );
  const as = (role: 'administrator' | 'security-office'): Caller => ({
    tenantId,
    accountId: '00000000-0000-0000-0000-000000000000',
    party: 'system',
    roles: [role],
    departmentIds: [],
    clockOffset,
  });
  const people = application.client(peopleContract, as('administrator'));
  const bureau = await people.saveDepartment({ name: '局', kana: '', bureauId: null, from: '2026-04-01' });
  const departmentIds: string[] = [];
  for (let from = 0; from < departments; from += 150) {
    const sections = Array.from({ length: Math.min(150, departments - from) }, (_, index) => ({
      kind: 'create' as const,
      key: `s${from + index}`,
      name: `課${from + index}`,
      kana: '',
      bureau: bureau.departmentId,
    }));
    const { created } = await people.reorganise({ from: '2026-04-01', changes: sections });
    departmentIds.push(...created.map(({ id }) => id));
  }
  const office = as('security-office');
  const { engagementId } = await application.client(engagementContract, office).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '試験監査',
    client: { department: '担当課', address: '1-1', tel: '000', fax: '', email: '' },
    places: [],
  });
  const forms = application.client(questionnaireContract, office);
  const draft = await forms.importFromContent({ content: 'self-check-2026' });
  await forms.publish({ questionnaireId: draft.id, version: draft.version });
  const selfCheck = application.client(selfCheckContract, office);
  const campaign = await selfCheck.openCampaign({
    engagementId,
    questionnaireId: draft.id,
    departments: 'all',
    opens: '2026-07-15',
    due: '2026-12-28',
  });
  const submitters = await application.run(office, async (context) => {
    const made: Submitter[] = [];
    for (const departmentId of departmentIds) {
      const accountId = context.newId();
      await insertAccount(
        context.tx,
        {
          id: accountId,
          loginName: `${code}-${accountId}`,
          displayName: '担当',
          title: null,
          party: 'city',
          roles: ['department-staff'],
          departmentId,
          firmId: null,
          email: null,
          passwordHash: null,
          status: 'active',
        },
        context.now,
      );
      const { token, tokenHash } = issueToken('t', tenantId);
      const at = clock.now();
      await insertSession(context.tx, { tokenHash, accountId, at, expiresAt: new Date(at.getTime() + DAY / 2) });
      made.push({ tenantId, campaignId: campaign.id, departmentId, token });
    }
    return made;
  });
  const { form } = await selfCheck.getSheet({ campaignId: campaign.id, departmentId: departmentIds[0] ?? '' });
  return { submitters, form };
}
