import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormItem } from '../../core/content-schema/index.ts';
import type { InputOf } from '../../kernel/contract.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { questionnaireContract } from './contract.ts';
import module from './server.ts';

let test: TestApplication;
beforeAll(async () => {
  test = await startTestApplication({ modules: [module] });
});
afterAll(() => test.close());

const as = (...[roles, options]: Parameters<TestApplication['caller']>) =>
  test.application.client(questionnaireContract, test.caller(roles, options));
const code = (expected: string) => expect.objectContaining({ code: expected });
type Edit = InputOf<typeof questionnaireContract, 'buildDraft'>['edits'][number];

const item = (id: string, rest: object = {}): FormItem =>
  ({ id, number: 1, type: 'text', question: `${id}はどうか。`, ...rest }) as unknown as FormItem;
const kind = item('kind', {
  type: 'single',
  question: 'あなたはどの立場か。',
  options: [
    { value: 'owner', label: 'システムの所管課' },
    { value: 'vendor', label: '事業者' },
  ],
});

async function draftOf(edits: readonly Edit[]) {
  const office = as(['security-office']);
  const draft = await office.createQuestionnaire({ type: 'preliminary-survey', fiscalYear: 2026, title: '新しい調査' });
  const add = (one: Edit[]) => office.buildDraft({ questionnaireId: draft.id, version: draft.version, edits: one });
  return { office, draft, build: () => add([...edits]) };
}

describe('building', () => {
  it('starts with nothing, grows by edits, and is published without errors only', async () => {
    const { office, draft, build } = await draftOf([
      { kind: 'add-item', section: 'section-1', item: kind },
      { kind: 'ask-segment', item: 'kind' },
      { kind: 'add-section', section: 'vendors', title: '事業者', segments: ['vendor'] },
      {
        kind: 'add-item',
        section: 'vendors',
        item: item('contract', { visibleIf: { item: 'kind', equals: 'owner' } }),
      },
    ]);
    expect(draft).toMatchObject({ items: 0, state: 'draft' });
    await expect(office.publish({ questionnaireId: draft.id, version: 1 })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('設問が一つもありません。') },
    });
    const built = await build();
    expect(built.form.sections.map(({ title, items }) => [title, items.map(({ number }) => number)])).toEqual([
      ['設問', [1]],
      ['事業者', [2]],
    ]);
    // The section is for vendors, the question for owners: nobody would ever see it.
    await expect(office.publish({ questionnaireId: draft.id, version: built.version })).rejects.toMatchObject({
      detail: { message: expect.stringContaining('問2は、どのように答えても表示されません。') },
    });
    const mended = await office.buildDraft({
      questionnaireId: draft.id,
      version: built.version,
      edits: [{ kind: 'change-item', item: item('contract') }],
    });
    const published = await office.publish({ questionnaireId: draft.id, version: mended.version });
    expect(published).toMatchObject({ state: 'published', items: 2 });
  });

  it.each<[string, Edit, string, RegExp]>([
    [
      'a question that is none',
      { kind: 'add-item', section: 'section-1', item: item('x', { question: '書く。' }) },
      'edits.0.item.question',
      /か。/,
    ],
    [
      'a choice without choices',
      { kind: 'add-item', section: 'section-1', item: item('x', { type: 'single' }) },
      'edits.0.item.options',
      /選択肢/,
    ],
    [
      'an unknown way of answering',
      { kind: 'add-item', section: 'section-1', item: item('x', { type: 'magic' }) },
      'edits.0.item.type',
      /。$/,
    ],
    [
      'a setting that no item has',
      { kind: 'add-item', section: 'section-1', item: item('x', { evil: true }) },
      'edits.0.item.',
      /。$/,
    ],
    [
      'guidance without an end',
      { kind: 'add-item', section: 'section-1', item: item('x', { guidance: { why: '途中' } }) },
      'edits.0.item.guidance.why',
      /文末/,
    ],
    [
      'a description without an end',
      { kind: 'change-section', section: 'section-1', title: '設問', description: '途中' },
      'edits.0.description',
      /文末/,
    ],
    [
      'a section that is not there',
      { kind: 'add-item', section: 'gone', item: item('x') },
      'edits.0',
      /もうありません/,
    ],
  ])('refuses %s at its place', async (_, edit, path, message) => {
    const { build } = await draftOf([edit]);
    await expect(build()).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path, message: expect.stringMatching(message) }] },
    });
  });

  it('gives items of the library, narrowed down by words and by collection', async () => {
    const office = as(['security-office']);
    const all = await office.searchLibrary({});
    expect(all.libraries.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['questionnaires/self-check-2026', 'questionnaires/preliminary-survey-2026']),
    );
    expect(all.items.length).toBeLessThan(all.found);
    const locked = await office.searchLibrary({ library: 'questionnaires/self-check-2026', words: '鍵　施錠' });
    expect(locked.items.map((one) => one.item.id)).toContain('asset-locked-storage');
    expect(locked.found).toBeLessThan(30);
    const draft = await office.createQuestionnaire({ type: 'self-check', fiscalYear: 2026, title: '小さな点検' });
    const [copied] = locked.items;
    if (copied === undefined) throw new Error('nothing found');
    const detail = await office.buildDraft({
      questionnaireId: draft.id,
      version: draft.version,
      edits: [{ kind: 'add-item', section: 'section-1', item: copied.item }],
    });
    expect(detail.form.sections[0]?.items).toMatchObject([{ id: copied.item.id, number: 1 }]);
  });

  it('has ready questions for the segment: duties of staff, affairs of My Number, positions to a system', async () => {
    const { items } = await as(['security-office']).searchLibrary({ library: 'segments/respondents' });
    expect(
      items.map((found) => (found.item.type === 'single' ? found.item.options.map(({ value }) => value) : [])),
    ).toEqual([
      ['general-staff', 'system-staff', 'protection-officer'],
      ['number-using', 'number-related', 'no-number'],
      ['system-owner', 'operator', 'vendor'],
    ]);
  });

  it('is for the office, in its own municipality', async () => {
    const { office, draft } = await draftOf([]);
    const edits: Edit[] = [{ kind: 'add-item', section: 'section-1', item: item('x') }];
    const input = { questionnaireId: draft.id, version: draft.version, edits };
    await expect(as(['auditor']).buildDraft(input)).rejects.toEqual(code('permission.refused'));
    await expect(as(['department-head']).searchLibrary({})).rejects.toEqual(code('permission.refused'));
    const other = as(['security-office'], { tenantId: await test.addTenant('みどり市') });
    await expect(other.buildDraft(input)).rejects.toEqual(code('record.missing'));
    await office.buildDraft(input);
    await expect(office.buildDraft(input)).rejects.toMatchObject({
      code: 'record.stale',
      detail: { current: { items: 1 } },
    });
  });
});
