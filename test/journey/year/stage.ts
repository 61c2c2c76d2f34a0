/** The demonstration in December 2026, and what all parts of the journey share. */
import type { Browser } from 'playwright-core';
import type { Client, Contract } from '../../../src/kernel/contract.ts';
import { auditContract } from '../../../src/modules/audit/contract.ts';
import { deliverablesContract } from '../../../src/modules/deliverables/contract.ts';
import { formatEra } from '../../../src/core/calendar/era.ts';
import { SECTIONS, type Audited } from '../../../content/years/chiba-2026/cast.ts';
import { type Cast, openCast } from '../harness/demonstration.ts';
import { field, main, press } from '../harness/hand.ts';
import type { Person } from '../harness/person.ts';
import type { Product } from '../harness/product.ts';

export interface Stage {
  readonly product: Product;
  readonly cast: Cast;
  readonly engagementId: string;
  /** Opens a page of the engagement as somebody. */
  open(key: string, path: string): Promise<Person>;
  /** Opens a page of a section's audit as somebody; `tab` is the last part of its address. */
  openAudit(key: string, section: Audited, tab: string): Promise<Person>;
  /** The rest of a kind of action, over HTTP with that person's session. */
  api<C extends Contract>(key: string, contract: C): Promise<Client<C>>;
  auditOf(section: Audited): Promise<{ readonly auditId: string; readonly version: number }>;
  departmentOf(auditId: string): Promise<string>;
  /** Makes a version of a deliverable over HTTP; answers with the deliverable's id. */
  produce(type: string): Promise<string>;
  /** Turns the calendar of the demonstration to the morning of that day, on its page. */
  advanceTo(day: string): Promise<void>;
}

export async function openStage(browser: Browser, product: Product): Promise<Stage> {
  const cast = openCast(browser, product.address);
  const office = await cast.as('office');
  const home = await office.page.getByRole('link', { name: '概要', exact: true }).getAttribute('href');
  const engagementId = home?.split('/')[2] ?? '';
  const api: Stage['api'] = async (key, contract) => (await cast.as(key)).api(contract);

  const auditOf: Stage['auditOf'] = async (section) => {
    const name = SECTIONS.find(({ key }) => key === section)?.name ?? '';
    const { audits } = await (await api('lead', auditContract)).getProgramme({ engagementId });
    const found = audits.find(({ departmentName }) => departmentName.endsWith(name));
    if (found === undefined) throw new Error(`no audit of ${name}`);
    return { auditId: found.id, version: found.version };
  };
  const open: Stage['open'] = async (key, path) => {
    const person = await cast.as(key);
    await person.open(`/engagements/${engagementId}/${path}`);
    return person;
  };
  return {
    product,
    cast,
    engagementId,
    open,
    api,
    auditOf,
    async openAudit(key, section, tab) {
      const { auditId } = await auditOf(section);
      return open(key, `audit/departments/${auditId}${tab === '' ? '' : `/${tab}`}`);
    },
    departmentOf: async (auditId) => (await (await api('lead', auditContract)).getAudit({ auditId })).departmentId,
    produce: async (type) =>
      (await (await api('lead', deliverablesContract)).produce({ engagementId, type, subject: null })).deliverableId,
    async advanceTo(day) {
      await office.choose('デモの日付');
      await field(main(office), '進める日').fill(day.replaceAll('-', '/'));
      await press(office, 'people/advanceDemonstrationClock', '日付を進める');
      await office.page.locator('header').getByText(formatEra(day)).waitFor();
    },
  };
}
