import { expect, test } from 'vitest';
import { exampleData, type FormData } from '../../core/form/index.ts';
import { bulletList, document, heading, paragraph, renderPptx, table } from '../index.ts';
import { deck } from '../pptx/model.ts';
import { textOfPart } from '../testing/forms.ts';
import { objections } from '../testing/ooxml.ts';
import { deriveFields, PARTICULARS } from './derive.ts';
import { checkTemplate, fillTemplate } from './index.ts';
import { sampleDeck } from './gallery-deck.ts';
import { outlineOf } from './outline.ts';

const built = deck({ title: '結果の説明' }, [
  { kind: 'title', title: '結果の説明' },
  { kind: 'bullets', title: '主な結果', items: ['平均点は94点でした。', '達成率の低い分類は一つです。'] },
  {
    kind: 'table',
    title: '達成の低い項目',
    columns: [{ title: '番号' }, { title: '項目' }],
    rows: [
      [1, '施錠'],
      [2, '持出し'],
    ],
  },
]);
const common: FormData = { 自治体名: 'みなも市', 担当課: '情報課', 受託者名: '青空監査法人', 日付: '令和9年3月1日' };
const named = ['自治体名', '担当課', '受託者名', '日付'].map((name) => ({
  ...{ name, meaning: '', example: '例', kind: 'text' as const, required: false },
}));

const slidesOf = (bytes: Uint8Array): string =>
  [1, 2, 3, 4, 5, 6]
    .map((number) => {
      try {
        return textOfPart(bytes, `ppt/slides/slide${number}.xml`).replaceAll(/<[^>]+>/gu, ' ');
      } catch {
        return '';
      }
    })
    .join('\n');

test('a sample of slides passes the check and says what the built-in deck says', async () => {
  const data = outlineOf(built) ?? {};
  const fields = deriveFields(data, [...PARTICULARS, ...named]);
  const form = await renderPptx(sampleDeck({ title: '結果の説明', marking: null, created: '2027-03-01' }, fields));
  const known = [...PARTICULARS, ...named, ...fields];
  expect(checkTemplate(form, 'pptx', known)).toEqual([]);
  const filled = fillTemplate(form, 'pptx', { ...common, ...data });
  const said = slidesOf(filled);
  for (const words of [
    '結果の説明',
    'みなも市',
    '平均点は94点でした。',
    '達成率の低い分類は一つです。',
    '施錠',
    '持出し',
  ])
    expect(said).toContain(words);
  expect(said).not.toContain('{{');
  expect((await objections(filled, 'pptx')).length).toBe((await objections(form, 'pptx')).length);
  expect(slidesOf(fillTemplate(form, 'pptx', exampleData(known)))).not.toContain('{{');
});

test('a sample of slides keeps its marks whole, however long their names are and however narrow the columns', async () => {
  const text = (name: string) => ({ name, meaning: '', example: '例', kind: 'text' as const, required: false });
  const columns = ['監査対象課', '発見事項の番号', '確認した事実', '想定されるリスク', '改善提言'].map(text);
  const long = text('監査対象課が提出した書類の確認の結果及びその後の対応の状況');
  const list = { ...text('監査対象課ごとの発見事項'), kind: 'list' as const, fields: columns };
  const form = await renderPptx(sampleDeck({ title: '報告', marking: null, created: '2027-03-01' }, [long, list]));
  expect(checkTemplate(form, 'pptx', [...PARTICULARS, ...named, long, list])).toEqual([]);
});

test('a sample of slides can be made of what a paper says, or of its chapters, one slide each', async () => {
  const paper = document({ title: '報告書' }, [
    heading(1, '総評'),
    paragraph('おおむね整っている。'),
    heading(1, '発見事項'),
    bulletList(['施錠', '持出し']),
    table({ columns: [{ width: 20 }, { width: '1fr' }], header: ['番号', '題名'], rows: [[1, '施錠']] }),
  ]);
  const data = outlineOf(paper) ?? {};
  const fields = deriveFields(data, [...PARTICULARS, ...named]);
  const form = await renderPptx(sampleDeck({ title: '報告書', marking: '取扱注意', created: '2027-03-01' }, fields));
  expect(checkTemplate(form, 'pptx', [...PARTICULARS, ...named, ...fields])).toEqual([]);
  const said = slidesOf(fillTemplate(form, 'pptx', { ...common, ...data }));
  for (const words of ['総評', 'おおむね整っている。', '発見事項', '施錠']) expect(said).toContain(words);
  const chapters = fields.filter(({ name }) => name === '章');
  const other = await renderPptx(sampleDeck({ title: '報告書', marking: null, created: '2027-03-01' }, chapters));
  const repeated = slidesOf(fillTemplate(other, 'pptx', { ...common, ...data }));
  for (const words of ['総評', 'おおむね整っている。', '発見事項']) expect(repeated).toContain(words);
});
