import { describe, expect, it } from 'vitest';
import { checkForm, exampleData, field, linesField, listField, marksOf } from './index.ts';
import { nearestName } from './nearest.ts';

const FIELDS = [
  field('契約名', '契約の名称', '監査業務', { required: true }),
  linesField('決定事項', '決まったこと', '・方針'),
  listField('指摘', '指摘の一覧', [
    ['番号', '番号', '1'],
    ['内容', '内容', '台帳がない'],
  ]),
];
const check = (...texts: readonly string[]) =>
  checkForm(
    texts.map((text, index) => ({ part: 'a', place: `${index + 1}番目の段落`, text })),
    FIELDS,
  );

describe('marks', () => {
  it('are read as officials type them, full-width included', () => {
    expect(
      marksOf('甲{{ 契約名 }}乙｛｛＃指摘｝｝{{番号}}{{／指摘}}{{?決定事項}}').map(({ kind, name }) => [kind, name]),
    ).toEqual([
      ['value', '契約名'],
      ['repeat', '指摘'],
      ['value', '番号'],
      ['end', '指摘'],
      ['when', '決定事項'],
    ]);
  });
});

describe('the check of a form', () => {
  it('is content with a form in order', () => {
    expect(
      check('{{契約名}}', '{{#指摘}}', '{{連番}} {{番号}}　{{内容}}（{{契約名}}）', '{{/指摘}}', '{{決定事項}}'),
    ).toEqual([]);
  });

  it('names the nearest field of an unknown one, and its place', () => {
    expect(check('{{契約名}}', '{{契約名称}}')).toEqual([
      {
        kind: 'unknown',
        place: '2番目の段落',
        message: '差込み項目「{{契約名称}}」は、この文書にはありません。「{{契約名}}」の書き誤りではありませんか。',
      },
    ]);
  });

  it('tells that a column was used outside of its list', () => {
    expect(check('{{契約名}}{{番号}}')[0]?.message).toContain('「{{#指摘}}」から「{{/指摘}}」までの間で');
  });

  it('misses what is required', () => {
    expect(check('{{決定事項}}').map(({ kind, place }) => [kind, place])).toEqual([['missing', '様式全体']]);
  });

  it.each([
    ['{{契約名}}{{#指摘}}{{番号}}', 'unbalanced'],
    ['{{契約名}}{{/指摘}}', 'unbalanced'],
    ['{{契約名}}{{#指摘}}{{?決定事項}}{{/指摘}}{{/決定事項}}', 'unbalanced'],
    ['{{契約名}}{{指摘}}', 'misused'],
    ['{{契約名}}{{#契約名}}{{/契約名}}', 'misused'],
    ['{{契約名}}{{決定事項', 'broken'],
  ])('refuses %s', (text, kind) => {
    expect(check(text)[0]).toMatchObject({ kind, place: '1番目の段落' });
  });

  it('wants a repetition closed in the part where it was opened', () => {
    const problems = checkForm(
      [
        { part: 'a', place: '本文', text: '{{契約名}}{{#指摘}}' },
        { part: 'b', place: 'ヘッダー', text: '{{/指摘}}' },
      ],
      FIELDS,
    );
    expect(problems.map(({ place }) => place)).toEqual(['本文', 'ヘッダー']);
  });
});

it('suggests nothing when nothing comes near', () => {
  expect(nearestName('気温', ['契約名', '決定事項'])).toBeNull();
  expect(nearestName('対応事頂', ['決定事項', '対応事項'])).toBe('対応事項');
});

it('makes examples of every kind', () => {
  expect(exampleData([...FIELDS, field('契約日', '日', '2026-06-01', { kind: 'day' })])).toMatchObject({
    契約名: '監査業務',
    指摘: { rows: [{ 番号: '1' }, { 番号: '1' }] },
    契約日: { day: '2026-06-01' },
  });
});
