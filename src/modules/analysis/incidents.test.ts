import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionnaireItems } from '../../core/content-schema/index.ts';
import { selfCheckForm } from '../../core/assessment/testing/sheets.ts';
import type { TestApplication } from '../../kernel/test-application.ts';
import { dutyContract } from '../duty/contract.ts';
import { createCity } from '../self-check/testing/city.ts';
import { answered, client, no, startApplication } from './testing/city.ts';

const ITEMS = questionnaireItems(selfCheckForm).flatMap(({ id, type }) => (type === 'yes-no-na' ? [id] : []));

let test: TestApplication;
beforeAll(async () => {
  test = await startApplication();
  test.clock.moveTo('2026-07-01T00:00:00.000Z');
});
afterAll(() => test.close());

describe('incidents of the records', () => {
  it('relates gaps to the incidents that were reported, by the departments that they concern', async () => {
    const place = await createCity(test, await test.addTenant('incidents'), 12);
    const campaignId = await answered(
      place,
      Array.from({ length: 12 }, (_, index) => Object.fromEntries(ITEMS.slice(0, index).map((id) => [id, no()]))),
    );
    const { engagementId, sections, tenantId } = place;
    const manager = test.application.client(dutyContract, test.caller(['project-manager'], { tenantId }));
    const notice = async (departments: readonly string[]): Promise<string> => {
      const { id } = await manager.noticeIncident({
        engagementId,
        title: '誤送信',
        class: '漏えい',
        suspected: false,
        awareOn: '2026-07-01',
        description: '宛先の誤り',
        departments: [...departments],
        subcontractId: null,
        firstMeasures: '',
      });
      return id;
    };
    const office = client(place, place.office);
    const relation = async () =>
      (await office.relate({ campaignId })).relations.find(({ id }) => id === 'recorded-incidents');
    const first = await notice(sections.slice(6));
    const second = await notice(sections.slice(9));
    // Until they are reported they are the contractor's own.
    expect(await relation()).toMatchObject({ n: 12, rho: null });
    await manager.reportIncident({ engagementId, id: first, version: 1 });
    await manager.reportIncident({ engagementId, id: second, version: 1 });
    const told = await relation();
    expect(told?.n).toBe(12);
    expect(told?.rho).toBeGreaterThan(0.7);
    expect(told?.sentence).toContain('記録された事故等の数');
  });
});
