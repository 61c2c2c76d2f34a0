import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type City, openCity, plainAnswer } from './testing/city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity('chiba-2026', '2026-06-01');
});
afterAll(() => city.test.close());

const engagement = () => ({ engagementId: city.engagementId });
const question = {
  ...{ title: '内部監査の対象の決め方', category: 'その他', urgent: false, questions: 1, fileIds: [] },
  question: '対象の所属と時期をどう決めるとよいですか。',
};
const advice = { area: 'internal-audit', topic: '実施方法' } as const;

async function asked() {
  const { id } = await city.as(city.people.office).askConsultation({ ...engagement(), ...question, advice });
  const inHand = { ...engagement(), consultationId: id };
  await city.as(city.people.office).triageConsultation({ ...inHand, version: 1, decision: 'contractor', due: null });
  return inHand;
}

describe("advice on the office's own work", () => {
  it('is asked for by the office, on a topic of the area', async () => {
    const { office, tax } = city.people;
    await expect(city.as(tax).askConsultation({ ...engagement(), ...question, advice })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(
      city.as(office).askConsultation({ ...engagement(), ...question, advice: { ...advice, topic: '献立' } }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    const one = await asked();
    expect(await city.as(office).getConsultation(one)).toMatchObject({ advice, adviceRecordedOn: null });
    expect((await city.facts(['advice.requested'])).map(({ data }) => data)).toEqual([advice]);
  });

  it('is given with its grounds, put into writing once, and made a paper', async () => {
    const one = await asked();
    const { lead, office } = city.people;
    await expect(city.as(lead).recordAdvice({ ...one, version: 2 })).rejects.toMatchObject({ code: 'state.refused' });
    const { version } = await city.as(lead).issueAnswer({
      ...{ ...one, version: 2, channel: '電話', occurredOn: '2026-06-01', fileIds: [] },
      answer: {
        ...plainAnswer('達成率の低い所属から選び、繁忙期を避けてください。'),
        precedents: [{ kind: '他の団体の例', text: '三年で一巡させている。' }],
      },
    });
    await expect(city.as(office).recordAdvice({ ...one, version })).rejects.toMatchObject({ code: 'state.refused' });
    const kept = await city.as(lead).recordAdvice({ ...one, version });
    await expect(city.as(lead).recordAdvice({ ...one, version: kept.version })).rejects.toMatchObject({
      code: 'state.refused',
    });
    expect((await city.facts(['advice.given', 'advice.recorded'])).map(({ data }) => data)).toMatchObject([
      { ...advice, channel: '電話', precedents: ['他の団体の例'], occurredOn: '2026-06-01' },
      { area: 'internal-audit' },
    ]);
    const paper = await city.as(office).downloadAdvice({ ...one, format: 'docx' });
    expect(paper.bytes.byteLength).toBeGreaterThan(4000);
  });

  it('leaves ordinary questions as they are', async () => {
    const { office, lead } = city.people;
    const { id } = await city.as(office).askConsultation({ ...engagement(), ...question });
    const one = { ...engagement(), consultationId: id };
    await city.as(office).triageConsultation({ ...one, version: 1, decision: 'contractor', due: null });
    expect((await city.as(office).getConsultation(one)).advice).toBeNull();
    await expect(city.as(lead).recordAdvice({ ...one, version: 2 })).rejects.toMatchObject({ code: 'state.refused' });
  });
});
