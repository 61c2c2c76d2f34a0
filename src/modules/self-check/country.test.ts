import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selfCheckSheet } from '../../core/assessment/testing/sheets.ts';
import type { TestApplication } from '../../kernel/test-application.ts';
import { sumSurveys } from './operations/country.ts';
import { type City, client, createCity, open } from './testing/city.ts';
import { startApplication } from './testing/city.ts';

let test: TestApplication;
const cities: City[] = [];

beforeAll(async () => {
  test = await startApplication();
  for (let number = 0; number < 5; number += 1) {
    const place = await createCity(test, await test.addTenant(`country-${number}`), 2);
    cities.push(place);
    test.clock.moveTo('2026-07-01T00:00:00.000Z');
    const { id: campaignId } = await open(place, 'self-check-2026');
    for (const section of [0, 1])
      await client(place, place.staff(section)).submitResponse({
        campaignId,
        departmentId: place.sections[section] ?? '',
        expectedRevision: 0,
        answers: selfCheckSheet(number === 0 ? { 'asset-pledge': { value: 'no', reason: '準備中のため' } } : {}),
      });
  }
});
afterAll(() => test.close());

const asked = (count: number, ...question: string[]) =>
  sumSurveys(
    test.application.parts.database,
    cities.slice(0, count).map(({ tenantId }) => tenantId),
    question,
  );

describe('the country', () => {
  it('is summed up by item over all municipalities that asked the same', async () => {
    const [table, ...more] = await asked(5, 'self-check', '2026');
    expect(more).toEqual([]);
    expect(table?.notes).toEqual(['5団体、回答10件の合計です。団体ごとの数は含みません。']);
    expect(table?.rows.slice(0, 3).map(([number, , answer, count, share]) => [number, answer, count, share])).toEqual([
      ['1', 'はい', '8', '80.0%'],
      ['1', 'いいえ', '2', '20.0%'],
      ['1', '対象外', '0', '0.0%'],
    ]);
    expect(table?.rows[0]?.[1]).toContain('（達成率80%）');
    expect(table?.rows).toHaveLength(90);
    // No word of an answer and no name of a municipality.
    expect(JSON.stringify(table)).not.toMatch(/準備中|country/u);
  });

  it('is not shown where few asked the same, and the question must be understood', async () => {
    const [table] = await asked(4, 'self-check', '2026');
    expect(table).toMatchObject({ rows: [] });
    expect(table?.notes[0]).toContain('5に満たない');
    expect(await asked(5, 'self-check', '2025')).toEqual([]);
    expect(await asked(0, 'self-check', '2026')).toEqual([]);
    await expect(asked(5, 'nothing', '2026')).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(asked(5, 'self-check', 'x')).rejects.toMatchObject({ code: 'input.invalid' });
  });
});
