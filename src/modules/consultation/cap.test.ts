import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discoverModules } from '../../kernel/discovery.ts';
import type { ServerModule } from '../../kernel/module.ts';
import type { SpecificationView } from '../engagement/contract.ts';
import { type City, openCity, plainAnswer } from './testing/city.ts';

const CONDITIONS: NonNullable<SpecificationView['conditions']['consultation']> = {
  clause: '4(1)ア(ア)-p1',
  intake: '情報化推進室',
  categories: ['技術的な対策', 'その他の情報セキュリティの相談'],
  considerations: ['所管課での実現可能性', '最近の技術動向'],
  basis: ['city-standard'],
  channels: ['電子メール', '画面'],
  cap: { clause: '4(1)ア(ア)-p2', max: 10, per: 'month', carryOver: 'none', unit: 'consultation' },
  answerWithin: { n: 10, unit: 'opening-days', first: 'exclusive', roll: 'none' },
};

/** The modules of the product, under a specification that has these conditions. */
async function modulesUnder(consultation: typeof CONDITIONS): Promise<ServerModule[]> {
  return (await discoverModules()).map((module) => {
    const read = module.handlers['getSpecification'];
    if (module.contract.id !== 'engagement' || read === undefined) return module;
    const getSpecification: typeof read = async (context, input) => {
      const view = (await read(context, input)) as SpecificationView;
      return { ...view, conditions: { ...view.conditions, consultation } };
    };
    return { ...module, handlers: { ...module.handlers, getSpecification } };
  });
}

const question = {
  title: '無線LANの利用',
  category: '技術的な対策',
  urgent: false,
  questions: 1,
  question: '会議室で無線LANを使えますか。',
  fileIds: [],
};

const goodAnswer = {
  ...plainAnswer('認証を付ければ使えます。'),
  citations: [{ code: 'city-standard', place: '第20条' }],
  considerations: [
    { name: '所管課での実現可能性', text: '設定だけで足りる。' },
    { name: '最近の技術動向', text: 'WPA3が広く使える。' },
  ],
};

async function ask(city: City): Promise<{ engagementId: string; consultationId: string }> {
  const { engagementId } = city;
  const { id } = await city.as(city.people.tax).askConsultation({ engagementId, ...question });
  return { engagementId, consultationId: id };
}

const take = (city: City, inHand: { engagementId: string; consultationId: string }, more: object = {}) =>
  city.as(city.people.office).triageConsultation({ ...inHand, version: 1, decision: 'contractor', due: null, ...more });

const meterOf = async (city: City) =>
  (await city.as(city.people.office).listConsultations({ engagementId: city.engagementId })).meter;

describe('ten consultations a month', () => {
  let city: City;
  const taken: { engagementId: string; consultationId: string }[] = [];
  beforeAll(async () => {
    city = await openCity('chiba-2026', '2026-06-01', await modulesUnder(CONDITIONS));
  });
  afterAll(() => city.test.close());

  it('are taken on without further ado, and shown as used and left', async () => {
    for (let count = 0; count < 10; count += 1) {
      const inHand = await ask(city);
      await take(city, inHand);
      taken.push(inHand);
    }
    expect(await meterOf(city)).toMatchObject({ period: '2026-06', max: 10, used: 0, waiting: 10, left: 0, over: 0 });
    expect(
      (await city.as(city.people.auditor).listConsultations({ engagementId: city.engagementId })).meter,
    ).toMatchObject({ left: 0 });
    expect((await city.as(city.people.tax).listConsultations({ engagementId: city.engagementId })).meter).toBeNull();
    // Ten opening days after 1 June.
    const { consultations } = await city.as(city.people.tax).listConsultations({ engagementId: city.engagementId });
    expect(new Set(consultations.map(({ due }) => due))).toEqual(new Set(['2026-06-15']));
  });

  it('leave the eleventh to the office: beyond the cap with a reason, or later', async () => {
    const eleventh = await ask(city);
    await expect(take(city, eleventh)).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('令和8年6月の上限に達しています') },
    });
    await expect(take(city, eleventh, { overrun: { choice: 'exceed', reason: ' ' } })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await take(city, eleventh, { overrun: { choice: 'exceed', reason: '住民への影響が大きいため' } });
    expect(await meterOf(city)).toMatchObject({ waiting: 11, left: 0, over: 1 });
    expect(await city.as(city.people.manager).getConsultation(eleventh)).toMatchObject({
      planned: '2026-06',
      exceededBecause: '住民への影響が大きいため',
    });
    expect(await city.as(city.people.tax).getConsultation(eleventh)).toMatchObject({
      planned: null,
      exceededBecause: '',
    });
    const twelfth = await ask(city);
    await take(city, twelfth, { overrun: { choice: 'next-period' } });
    expect(await meterOf(city)).toMatchObject({ waiting: 11 });
    expect(await city.facts(['consultation.cap-exceeded-approved', 'consultation.deferred'])).toMatchObject([
      { subject: eleventh.consultationId, data: { month: '2026-06' } },
      { subject: twelfth.consultationId, data: { month: '2026-07' } },
    ]);
    const months = (await city.facts(['consultation.triaged'])).map(({ data }) => data['month']);
    expect(months.filter((month) => month === '2026-06')).toHaveLength(11);

    const issue = {
      ...twelfth,
      version: 2,
      answer: goodAnswer,
      channel: '画面' as const,
      occurredOn: '2026-06-01',
      fileIds: [],
    };
    await expect(city.as(city.people.auditor).issueAnswer(issue)).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('令和8年7月分に回した相談です') },
    });
    // The office changes its mind.
    await take(city, twelfth, { version: 2, overrun: { choice: 'exceed', reason: '急ぐため' } });
    await city.as(city.people.auditor).issueAnswer({ ...issue, version: 3 });
    expect(await meterOf(city)).toMatchObject({ used: 1, waiting: 11, over: 2 });
  });

  it('never make the record of a talk impossible', async () => {
    const { manager } = city.people;
    const recorded = await city.as(manager).recordConsultation({
      engagementId: city.engagementId,
      ...question,
      channel: '電話',
      departmentId: city.departments.tax,
      asker: '市民税課の職員',
      occurredOn: '2026-06-01',
      answer: goodAnswer,
    });
    expect(recorded.state).toBe('received');
    const inHand = { engagementId: city.engagementId, consultationId: recorded.id };
    expect((await city.as(city.people.office).getConsultation(inHand)).draft).toBeNull();
    await take(city, inHand, { version: 2, overrun: { choice: 'exceed', reason: '電話で答えた後のため' } });
    expect((await city.as(manager).getConsultation(inHand)).draft).toMatchObject({ text: goodAnswer.text });
  });

  it('are answered as the clause asks', async () => {
    const { auditor, office } = city.people;
    const inHand = taken[0] ?? { engagementId: '', consultationId: '' };
    const issue = { ...inHand, version: 2, channel: '画面' as const, occurredOn: '2026-06-01', fileIds: [] };
    const refused = async (answer: object, path: string, more: object = {}) =>
      expect(
        city.as(auditor).issueAnswer({ ...issue, answer: { ...goodAnswer, ...answer }, ...more }),
      ).rejects.toMatchObject({ code: 'input.invalid', detail: { fields: [{ path }] } });
    await refused({ considerations: goodAnswer.considerations.slice(0, 1) }, 'answer.considerations');
    await refused({ citations: [] }, 'answer.citations');
    await refused({}, 'channel', { channel: '電話' });
    await refused({}, 'occurredOn', { occurredOn: '2026-05-31' });
    await city.as(auditor).issueAnswer({ ...issue, answer: goodAnswer });
    expect((await city.facts(['consultation.answered'])).at(-1)?.data).toMatchObject({
      considerations: ['所管課での実現可能性', '最近の技術動向'],
      citations: ['city-standard 第20条'],
    });
    // The office is bound by none of this.
    const own = await ask(city);
    await city.as(office).triageConsultation({ ...own, version: 1, decision: 'office', due: null });
    await city.as(office).issueAnswer({
      ...own,
      version: 2,
      answer: plainAnswer('使えます。'),
      channel: '画面',
      occurredOn: '2026-06-01',
      fileIds: [],
    });
    expect((await city.facts(['consultation.answered'])).at(-1)?.data).toMatchObject({ counted: false });
  });

  it('begin anew with the month', async () => {
    city.test.clock.moveTo('2026-07-01T00:00:00.000Z');
    expect(await meterOf(city)).toMatchObject({ period: '2026-07', waiting: 0, left: 10, carried: 0 });
    const { summary } = await city.as(city.people.office).summariseConsultations({
      engagementId: city.engagementId,
      period: 'fiscal-year',
      day: '2026-07-01',
    });
    expect(summary.cap).toMatchObject([
      { period: '2026-06', max: 10, used: 2, over: 3 },
      { period: '2026-07', over: 0 },
    ]);
  });
});

describe('the last place', () => {
  it('is taken once by two who come at the same time', async () => {
    const cap = {
      ...CONDITIONS.cap,
      clause: '4',
      max: 1,
      per: 'month' as const,
      carryOver: 'next-period' as const,
      unit: 'question' as const,
    };
    const city = await openCity('chiba-2026', '2026-06-01', await modulesUnder({ ...CONDITIONS, cap }));
    const [one, other] = [await ask(city), await ask(city)];
    const outcomes = await Promise.allSettled([take(city, one), take(city, other)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await meterOf(city)).toMatchObject({ waiting: 1, left: 0, unit: 'question' });
    // A further question is never refused, but it is seen.
    const first = outcomes[0]?.status === 'fulfilled' ? one : other;
    await city.as(city.people.tax).addMessage({
      ...first,
      version: 2,
      kind: 'question',
      audience: 'all',
      body: 'もう一つ教えてください。',
      fileIds: [],
    });
    expect(await meterOf(city)).toMatchObject({ waiting: 2, over: 1 });
    city.test.clock.moveTo('2026-08-03T00:00:00.000Z');
    expect(await meterOf(city)).toMatchObject({ carried: 1, left: 2 });
    await city.test.close();
  });
});
