import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ListValues } from '../../../core/exchange/index.ts';
import type { OpenList } from '../../../kernel/module.ts';
import type { TestApplication } from '../../../kernel/test-application.ts';
import { type City, client, createCity, publish, startApplication } from '../testing/city.ts';
import { campaignList } from './campaigns.ts';

let test: TestApplication;
let city: City;
let form: string;
beforeAll(async () => {
  test = await startApplication();
  city = await createCity(test, test.tenantId, 9);
  form = await publish(city, 'self-check-2026');
}, 60_000);
afterAll(() => test.close());

const open = <T>(use: (list: OpenList) => Promise<T>): Promise<T> =>
  test.application.run(city.office, async (context) =>
    use(await campaignList.open(context, { engagementId: city.engagementId, subject: null })),
  );
const row = (more: ListValues): ListValues => ({
  ...{ questionnaireId: form, title: '令和8年度自己点検', opens: '2026-06-01', due: '2026-06-30', message: '' },
  ...more,
});

it('a row begins a campaign for all sections, and the list knows its form', async () => {
  await open((list) => list.add?.(row({ unit: 'department' })) ?? Promise.reject(new Error('no way to add')));
  const { campaigns } = await client(city, city.office).listCampaigns({ engagementId: city.engagementId });
  expect(campaigns).toMatchObject([{ state: 'open', departments: 9, title: '令和8年度自己点検', due: '2026-06-30' }]);
  await open(async ({ columns, rows }) => {
    const forms = columns.find(({ key }) => key === 'questionnaireId')?.choices ?? [];
    expect(forms.map(({ value }) => value)).toContain(rows[0]?.values['questionnaireId']);
    expect(rows[0]?.locked).toMatch(/変えられません/u);
  });
});

it('what has begun is not dropped by leaving its row out', async () => {
  const { campaigns } = await client(city, city.office).listCampaigns({ engagementId: city.engagementId });
  await expect(open((list) => list.remove?.(campaigns[0]?.id ?? '') ?? Promise.resolve())).rejects.toMatchObject({
    code: 'state.refused',
  });
});

it('a day before the beginning is refused at its cell', async () => {
  const late = row({ unit: 'person', due: '2026-05-01' });
  await expect(open((list) => list.add?.(late) ?? Promise.resolve())).rejects.toMatchObject({
    code: 'input.invalid',
    detail: { fields: [{ path: 'due' }] },
  });
});
