/** Sheets of forms with every type of item, conditions, segments and files. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyType } from '../../core/assessment/testing/forms.ts';
import type { AnswerSheet } from '../../core/assessment/index.ts';
import type { FormItem } from '../../core/content-schema/index.ts';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { TestApplication } from '../../kernel/test-application.ts';
import { questionnaireContract } from '../questionnaire/contract.ts';
import { type City, client, createCity, startApplication } from './testing/city.ts';

let test: TestApplication;
let place: City;
let campaignId: string;
const section = (index: number): string => place.sections[index] ?? '';

beforeAll(async () => {
  test = await startApplication();
  test.clock.moveTo('2026-07-01T00:00:00.000Z');
  place = await createCity(test, await test.addTenant('types'), 4);
  const forms = test.application.client(questionnaireContract, place.office);
  const draft = await forms.createQuestionnaire({
    type: 'preliminary-survey',
    fiscalYear: 2026,
    title: '全ての答え方',
  });
  const built = await forms.buildDraft({
    questionnaireId: draft.id,
    version: draft.version,
    edits: [
      ...everyType.map((item, index) => ({
        kind: 'add-item' as const,
        section: 'section-1',
        item: { number: 1, question: `${index + 1}番目はどうか。`, ...item } as unknown as FormItem,
      })),
      { kind: 'ask-segment', item: 'kind' },
      {
        kind: 'add-item',
        section: 'section-1',
        item: {
          id: 'server',
          number: 1,
          type: 'text',
          question: '機器は何か。',
          segments: ['system'],
        } as unknown as FormItem,
      },
    ],
  });
  await forms.publish({ questionnaireId: draft.id, version: built.version });
  ({ id: campaignId } = await client(place, place.office).openCampaign({
    engagementId: place.engagementId,
    questionnaireId: draft.id,
    departments: 'all',
    opens: '2026-07-01',
    due: '2026-07-31',
  }));
});
afterAll(() => test.close());

const whole: AnswerSheet = {
  kind: { value: 'general' },
  pledge: { value: 'yes' },
  media: { value: ['paper'] },
  level: { value: 4 },
  habits: { value: { lock: 'always', shred: 'never' } },
  list: { value: [{ name: '端末', lent: true, to: '総務課' }] },
};
const submit = (index: number, changed: AnswerSheet, caller = place.staff(index), expectedRevision = 0) =>
  client(place, caller).submitResponse({
    campaignId,
    departmentId: section(index),
    expectedRevision,
    answers: { ...whole, ...changed },
  });
const upload = async (caller: Caller, name = '鍵の貸出簿.txt') =>
  (await test.application.upload(caller, name, oneChunk(new TextEncoder().encode('貸出簿')))).id;
const refused = (path: string, message: RegExp) => ({
  code: 'input.invalid',
  detail: { fields: [{ path: `answers.${path}`, message: expect.stringMatching(message) }] },
});

describe('a sheet with every type of item', () => {
  it('is handed in, and its file comes back to those who may read the answers', async () => {
    const staff = place.staff(0);
    const fileId = await upload(staff);
    const own = { campaignId, departmentId: section(0) };
    await client(place, staff).attachAnswerFile({ ...own, item: 'proof', fileId });
    const answers = { ...whole, proof: { value: [fileId] } };
    await client(place, staff).saveDraft({ ...own, draftVersion: 0, answers });
    expect(await client(place, staff).getSheet(own)).toMatchObject({
      answers,
      files: [{ id: fileId, item: 'proof', name: '鍵の貸出簿.txt' }],
    });
    expect(await submit(0, answers)).toMatchObject({ revision: 1, state: 'submitted' });
    const { bytes } = await client(place, place.office).downloadAnswerFile({ ...own, fileId });
    expect(new TextDecoder().decode(bytes)).toBe('貸出簿');
    await expect(client(place, place.staff(1)).downloadAnswerFile({ ...own, fileId })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    const results = await client(place, place.office).analyseCampaign({ campaignId });
    expect(
      results.choices.filter(({ item }) => item === 'habits' || item === 'level').map(({ column }) => column),
    ).toEqual([null, 'lock', 'shred']);
  });

  it.each<[string, AnswerSheet, string, RegExp]>([
    ['an unknown choice', { kind: { value: 'nobody' } }, 'kind.value', /^問1：選択肢の中から/],
    [
      'a text of 100,000 letters',
      { note: { value: 'あ'.repeat(100_000) } },
      'note.value',
      /^問8：200字以内で.*今は100,000字/,
    ],
    ['an answer to a hidden item', { server: { value: '端末' } }, 'server.value', /^問11：.*答える必要のない設問/],
    ['a missing reason', { pledge: { value: 'no' } }, 'pledge.reason', /^問2：「いいえ」の理由/],
    ['a row left out', { habits: { value: { lock: 'always' } } }, 'habits.value.shred', /^問5：「書類の裁断」について/],
    ['a step that the scale has not', { level: { value: 9 } }, 'level.value', /^問4：1から5まで/],
    [
      'a file that was never attached',
      { proof: { value: ['0d4f0f1e-5c1b-4a0e-9d0e-111111111111'] } },
      'proof.value',
      /^問9：添付したファイルが見つかりません/,
    ],
  ])('refuses %s and names the item', async (_, changed, path, message) => {
    await expect(submit(1, changed)).rejects.toMatchObject(refused(path, message));
  });

  it('asks system staff what it does not ask others', async () => {
    await expect(submit(1, { kind: { value: 'system' } })).rejects.toMatchObject(
      refused('server.value', /^問11：回答/),
    );
    expect(await submit(1, { kind: { value: 'system' }, server: { value: '端末' } })).toMatchObject({ revision: 1 });
  });

  it("takes files of the sheet's own department only, for items that ask for files, until the closing", async () => {
    const [mine, other] = [place.staff(2), place.staff(3)];
    const fileId = await upload(mine);
    const own = { campaignId, departmentId: section(2), item: 'proof', fileId };
    await expect(client(place, other).attachAnswerFile(own)).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(client(place, mine).attachAnswerFile({ ...own, item: 'note' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'item' }] },
    });
    const foreign = { ...own, departmentId: section(3) };
    await expect(client(place, other).attachAnswerFile(foreign)).rejects.toMatchObject({ code: 'file.missing' });
    await client(place, mine).attachAnswerFile(own);
    await expect(submit(3, { proof: { value: [fileId] } })).rejects.toMatchObject(
      refused('proof.value', /見つかりません/),
    );
    expect(await submit(2, { proof: { value: [fileId] } })).toMatchObject({ revision: 1 });
    await client(place, place.office).closeCampaign({ campaignId, version: 1 });
    await expect(client(place, mine).attachAnswerFile(own)).rejects.toMatchObject({ code: 'state.refused' });
  });
});
