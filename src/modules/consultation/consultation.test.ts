import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consultationChapter } from './documents/chapter.ts';
import { type City, openCity, plainAnswer } from './testing/city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity('chiba-2026', '2026-06-01');
});
afterAll(() => city.test.close());

const engagement = () => ({ engagementId: city.engagementId });
const question = {
  title: 'USBメモリの貸出し',
  category: 'その他',
  urgent: false,
  questions: 1,
  question: '窓口の委託先にUSBメモリを貸してよいですか。',
  fileIds: [],
};

/** Asked by the tax department and handed to the contractor. */
async function handedOver(more: Partial<typeof question> = {}) {
  const { id } = await city.as(city.people.tax).askConsultation({ ...engagement(), ...question, ...more });
  const inHand = { ...engagement(), consultationId: id };
  await city.as(city.people.office).triageConsultation({ ...inHand, version: 1, decision: 'contractor', due: null });
  return inHand;
}

describe('a question', () => {
  it('is seen by the department that asked and the office, and by the contractor once it is handed over', async () => {
    const { tax, welfare, office, ciso, auditor } = city.people;
    const { id, number } = await city.as(tax).askConsultation({ ...engagement(), ...question });
    const one = { ...engagement(), consultationId: id };
    expect(number).toBe(1);
    expect(await city.as(tax).getConsultation(one)).toMatchObject({
      state: 'received',
      department: { id: city.departments.tax, name: '市民税課' },
      own: true,
      entries: [{ kind: 'question', body: question.question, audience: 'all' }],
    });
    expect((await city.as(ciso).listConsultations(engagement())).consultations).toHaveLength(1);
    for (const stranger of [welfare, auditor]) {
      await expect(city.as(stranger).getConsultation(one)).rejects.toMatchObject({ code: 'record.missing' });
      expect((await city.as(stranger).listConsultations(engagement())).consultations).toEqual([]);
    }
    await city.as(office).triageConsultation({ ...one, version: 1, decision: 'contractor', due: '2026-06-12' });
    expect(await city.as(auditor).getConsultation(one)).toMatchObject({ state: 'contractor', due: '2026-06-12' });
    expect(await city.facts(['consultation.received', 'consultation.triaged'])).toMatchObject([
      {
        subject: id,
        data: { category: 'その他', channel: '画面', origin: 'department', urgent: false, questions: 1 },
      },
      { subject: id, data: { decision: 'contractor', due: '2026-06-12', month: null } },
    ]);
  });

  it('is refused where it is malformed, or speaks for others', async () => {
    const { tax, welfare, auditor } = city.people;
    const ask = (more: object) => city.as(tax).askConsultation({ ...engagement(), ...question, ...more });
    await expect(ask({ category: '占い' })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(ask({ departmentId: city.departments.welfare })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(ask({ questions: 0 })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(ask({ question: ' \n' })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(ask({ fileIds: ['00000000-0000-7000-8000-00000000ffff'] })).rejects.toMatchObject({
      code: 'file.missing',
    });
    await expect(city.as(auditor).askConsultation({ ...engagement(), ...question })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(
      city.as(welfare).triageConsultation({
        ...engagement(),
        consultationId: city.departments.tax,
        version: 1,
        decision: 'office',
        due: null,
      }),
    ).rejects.toMatchObject({ code: 'permission.refused' });
  });

  it('never reaches another municipality', async () => {
    const inHand = await handedOver();
    const stranger = city.test.caller(['security-office'], { tenantId: await city.test.addTenant('kita') });
    await expect(city.as(stranger).getConsultation(inHand)).rejects.toMatchObject({ code: 'record.missing' });
  });

  it('that came by telephone is put on record, with the answer that was given at once', async () => {
    const { office, manager } = city.people;
    const call = {
      ...engagement(),
      ...question,
      channel: '電話' as const,
      departmentId: city.departments.welfare,
      asker: '福祉総務課の職員',
      occurredOn: '2026-06-01',
      answer: plainAnswer('管理簿に記録してから貸してください。'),
    };
    const byOffice = await city.as(office).recordConsultation(call);
    expect(byOffice.state).toBe('answered');
    const byContractor = await city.as(manager).recordConsultation({ ...call, answer: null });
    expect(byContractor.state).toBe('contractor');
    expect(
      await city.as(city.people.welfare).getConsultation({ ...engagement(), consultationId: byOffice.id }),
    ).toMatchObject({ own: true, entries: [{ channel: '電話' }, { kind: 'answer', channel: '電話' }] });
    await expect(city.as(office).recordConsultation({ ...call, occurredOn: '2026-06-02' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const counted = await city.facts(['consultation.answered']);
    expect(counted.find(({ subject }) => subject === byOffice.id)?.data).toMatchObject({
      channel: '電話',
      counted: false,
    });
  });

  it('that was asked before is closed, and leads to the first one only whom may see it', async () => {
    const { office, tax, welfare } = city.people;
    const first = await handedOver();
    const { id } = await city.as(welfare).askConsultation({ ...engagement(), ...question });
    const inHand = { ...engagement(), consultationId: id, version: 1 };
    await expect(city.as(office).closeAsDuplicate({ ...inHand, duplicateOf: id, note: '' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await city.as(office).closeAsDuplicate({ ...inHand, duplicateOf: first.consultationId, note: '同じ内容です。' });
    const one = { ...engagement(), consultationId: id };
    expect((await city.as(welfare).getConsultation(one)).sameAs).toBeNull();
    expect((await city.as(office).getConsultation(one)).sameAs).toMatchObject({ id: first.consultationId });
    await expect(city.as(tax).getConsultation(one)).rejects.toMatchObject({ code: 'record.missing' });
  });
});

describe('an answer', () => {
  it('is the business of the contractor until it is issued', async () => {
    const { office, tax, manager, auditor } = city.people;
    const inHand = await handedOver();
    await city.as(manager).assignMember({ ...inHand, version: 2, memberId: auditor.accountId });
    await expect(
      city.as(manager).assignMember({ ...inHand, version: 3, memberId: office.accountId }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    const draft = { ...plainAnswer('まだ考えています。'), channel: '画面' as const, occurredOn: null };
    await expect(city.as(office).saveAnswer({ ...inHand, version: 3, draft })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: '受託者が答える相談です。' },
    });
    await city.as(auditor).saveAnswer({ ...inHand, version: 3, draft });
    for (const reader of [office, tax]) expect((await city.as(reader).getConsultation(inHand)).draft).toBeNull();
    expect((await city.as(manager).getConsultation(inHand)).draft).toEqual(draft);
    expect((await city.as(tax).getConsultation(inHand)).member).toBeNull();

    const issue = {
      ...inHand,
      version: 4,
      answer: {
        ...plainAnswer('対策基準に従い、管理簿を付けて貸してください。'),
        plain: '貸すたびに、だれに、いつ貸したかを書きます。',
        citations: [{ code: 'city-standard', place: '第12条' }],
      },
      channel: '画面' as const,
      occurredOn: '2026-06-01',
      fileIds: [],
    };
    const strange = { ...issue.answer, citations: [{ code: 'iso-27001', place: '5.1' }] };
    await expect(city.as(auditor).issueAnswer({ ...issue, answer: strange })).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'answer.citations.0' }] },
    });
    await expect(
      city
        .as(auditor)
        .issueAnswer({ ...issue, answer: { ...issue.answer, considerations: [{ name: '勘', text: '良い' }] } }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(city.as(auditor).issueAnswer({ ...issue, version: 3 })).rejects.toMatchObject({
      code: 'record.stale',
      detail: { current: { version: 4 } },
    });
    await city.as(auditor).issueAnswer(issue);
    const read = await city.as(tax).getConsultation(inHand);
    expect(read).toMatchObject({ state: 'answered', answeredOn: '2026-06-01', draft: null });
    expect(read.entries.at(-1)).toMatchObject({
      kind: 'answer',
      author: '𠮷野　隆',
      answer: { plain: '貸すたびに、だれに、いつ貸したかを書きます。' },
    });
    const answered = (await city.facts(['consultation.answered'])).at(-1);
    expect(answered).toEqual(
      expect.objectContaining({
        subject: inHand.consultationId,
        data: {
          channel: '画面',
          citations: ['city-standard 第12条'],
          considerations: [],
          summaryForLaypeople: true,
          counted: true,
          questions: 1,
          occurredOn: '2026-06-01',
        },
      }),
    );
    await expect(city.as(auditor).issueAnswer({ ...issue, version: 5 })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });

  it('taken back by the office does not carry the draft of the contractor with it', async () => {
    const { office, auditor } = city.people;
    const inHand = await handedOver();
    const draft = { ...plainAnswer('受託者の下書き'), channel: '画面' as const, occurredOn: null };
    await city.as(auditor).saveAnswer({ ...inHand, version: 2, draft });
    await city.as(office).triageConsultation({ ...inHand, version: 3, decision: 'office', due: null });
    expect((await city.as(office).getConsultation(inHand)).draft).toBeNull();
    await expect(city.as(auditor).getConsultation(inHand)).rejects.toMatchObject({ code: 'record.missing' });
  });
});

describe('what follows', () => {
  it('keeps notes of one side from the other, and from the department', async () => {
    const { office, tax, auditor } = city.people;
    const inHand = await handedOver();
    const note = { ...inHand, kind: 'note' as const, fileIds: [] };
    await city.as(auditor).addMessage({ ...note, version: 2, audience: 'contractor', body: '受託者だけ' });
    await city.as(office).addMessage({ ...note, version: 3, audience: 'parties', body: '両者だけ' });
    await expect(
      city.as(office).addMessage({ ...note, version: 4, audience: 'contractor', body: 'だめ' }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(
      city.as(tax).addMessage({ ...note, version: 4, audience: 'parties', body: 'だめ' }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(
      city.as(auditor).addMessage({ ...note, kind: 'question', version: 4, audience: 'all', body: 'だめ' }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    const seen = async (caller: typeof tax) =>
      (await city.as(caller).getConsultation(inHand)).entries.slice(1).map(({ body }) => body);
    expect(await seen(tax)).toEqual([]);
    expect(await seen(office)).toEqual(['両者だけ']);
    expect(await seen(auditor)).toEqual(['受託者だけ', '両者だけ']);
  });

  it('reopens with a further question, is rated by those who asked, and closed', async () => {
    const { office, tax, manager, auditor } = city.people;
    const inHand = await handedOver();
    const issue = {
      ...inHand,
      answer: plainAnswer('はい。'),
      channel: '画面' as const,
      occurredOn: '2026-06-01',
      fileIds: [],
    };
    await expect(city.as(tax).rateConsultation({ ...inHand, version: 2, score: 5, comment: '' })).rejects.toMatchObject(
      { code: 'state.refused' },
    );
    await city.as(auditor).issueAnswer({ ...issue, version: 2 });
    await city.as(tax).addMessage({
      ...inHand,
      version: 3,
      kind: 'question',
      audience: 'all',
      body: '紛失したときは。',
      questions: 2,
      fileIds: [],
    });
    expect(await city.as(manager).getConsultation(inHand)).toMatchObject({ state: 'contractor', questions: 3 });
    await city.as(manager).recordVisit({
      ...inHand,
      version: 4,
      occurredOn: '2026-06-01',
      place: '市民税課の窓口',
      memberIds: [auditor.accountId],
      cityPeople: '市民税課の職員2人',
      body: '保管場所を見た。',
      fileIds: [],
    });
    await expect(
      city.as(manager).recordVisit({
        ...inHand,
        version: 5,
        occurredOn: '2026-06-01',
        place: '窓口',
        memberIds: [office.accountId],
        cityPeople: '1人',
        body: '見た。',
        fileIds: [],
      }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await city.as(auditor).issueAnswer({ ...issue, version: 5 });
    await expect(
      city.as(office).rateConsultation({ ...inHand, version: 6, score: 5, comment: '' }),
    ).rejects.toMatchObject({ code: 'permission.refused' });
    await city.as(tax).rateConsultation({ ...inHand, version: 6, score: 4, comment: '早かった。' });
    await city.as(tax).closeConsultation({ ...inHand, version: 7 });
    await expect(
      city.as(tax).addMessage({ ...inHand, version: 8, kind: 'note', audience: 'all', body: 'あ', fileIds: [] }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    await city.as(tax).reopenConsultation({ ...inHand, version: 8, reason: '状況が変わったため' });
    expect(await city.as(auditor).getConsultation(inHand)).toMatchObject({
      state: 'contractor',
      closedBecause: null,
      score: 4,
    });
    const kinds = ['visited', 'reopened', 'rated', 'closed'].map((event) => `consultation.${event}`);
    const mine = (await city.facts(kinds)).filter(({ subject }) => subject === inHand.consultationId);
    expect(mine.map(({ data }) => data)).toEqual([
      { questions: 2 },
      { occurredOn: '2026-06-01', members: [auditor.accountId] },
      { score: 4 },
      { reason: 'resolved' },
      { questions: 0 },
    ]);
    // The first answer of a consultation is counted, the second is not.
    const counted = (await city.facts(['consultation.answered'])).filter(
      ({ subject }) => subject === inHand.consultationId,
    );
    expect(counted.map(({ data }) => data['counted'])).toEqual([true, false]);
  });

  it('may be taken back before an answer', async () => {
    const inHand = await handedOver();
    await city.as(city.people.tax).closeConsultation({ ...inHand, version: 2 });
    expect(await city.as(city.people.tax).getConsultation(inHand)).toMatchObject({ closedBecause: 'withdrawn' });
  });
});

describe('papers', () => {
  it('tell the figures of a month, which stay as they were issued', async () => {
    const { manager, tax, office } = city.people;
    const month = { ...engagement(), period: 'month' as const, day: '2026-06-15' };
    const { summary } = await city.as(office).summariseConsultations(month);
    expect(summary).toMatchObject({ from: '2026-06-01', to: '2026-06-30', cap: [], visits: 1 });
    expect(summary.themes).toMatchObject([{ theme: 'その他', received: summary.total.received }]);
    const { id: summaryId } = await city.as(manager).issueSummary(month);
    await handedOver();
    const after = await city.as(office).summariseConsultations(month);
    expect(after.summary.total.received).toBe(summary.total.received + 1);
    expect(after.issued).toMatchObject([{ id: summaryId, count: after.summary.total.received - 1 }]);
    expect(await city.facts(['consultation-summary.issued'])).toMatchObject([
      { subject: summaryId, data: { period: 'month', from: '2026-06-01', to: '2026-06-30' } },
    ]);
    for (const format of ['docx', 'pdf', 'xlsx'] as const) {
      const paper = await city.as(manager).downloadSummary({ ...month, summaryId, format });
      expect(paper.bytes.length).toBeGreaterThan(1000);
    }
    await expect(city.as(tax).summariseConsultations(month)).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(city.as(manager).issueSummary({ ...month, day: '2027-01-01' })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });

  it('tell the business report of the year', async () => {
    const { manager } = city.people;
    const blocks = await city.test.application.run(manager, (context) =>
      consultationChapter.build(context, city.engagementId, []),
    );
    const { summary } = await city
      .as(manager)
      .summariseConsultations({ ...engagement(), period: 'fiscal-year', day: '2026-06-01' });
    expect(JSON.stringify(blocks)).toContain(`${summary.total.received}件（質問${summary.total.questions}問`);
  });

  it('list every answer that the caller may see, without the notes of one side', async () => {
    const textOf = async (caller: typeof city.people.office) => {
      const { bytes } = await city.as(caller).downloadLog({ ...engagement(), format: 'docx' });
      return Object.values(unzipSync(bytes, { filter: (file) => file.name === 'word/document.xml' }))
        .map((part) => Buffer.from(part).toString())
        .join('');
    };
    const log = await textOf(city.people.manager);
    expect(log).toContain('対策基準に従い、管理簿を付けて貸してください。');
    expect(log).not.toContain('受託者だけ');
    // What the office answered itself was never handed over.
    expect(log).not.toContain('管理簿に記録してから貸してください。');
    expect(await textOf(city.people.office)).toContain('管理簿に記録してから貸してください。');
    expect((await city.as(city.people.office).downloadLog({ ...engagement(), format: 'xlsx' })).name).toMatch(/xlsx$/);
  });
});
