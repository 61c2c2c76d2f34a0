import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conditionHolds,
  ContentError,
  findProvision,
  isAnswered,
  parseItem,
  parseItemSet,
  parseQuestionnaire,
  parseStandard,
  questionnaireItems,
} from './index.ts';

const contentFile = (name: string) => new URL(`../../../content/${name}`, import.meta.url);
const read = (name: string) => readFileSync(contentFile(`questionnaires/${name}.yaml`), 'utf8');
const selfCheck = parseQuestionnaire(read('self-check-2026'));
const survey = parseQuestionnaire(read('preliminary-survey-2026'));
const standards = readdirSync(contentFile('standards')).map((name) =>
  parseStandard(readFileSync(contentFile(`standards/${name}`), 'utf8')),
);

describe('自己点検', () => {
  const items = questionnaireItems(selfCheck);

  test('30項目が通し番号で並び、情報資産の管理から始まる', () => {
    expect(items.map((item) => item.number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    expect(selfCheck.sections[0]).toMatchObject({ number: 1, title: '情報資産の管理' });
    expect(selfCheck.sections.map((part) => part.number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('全て「はい・いいえ・対象外」で、いいえと対象外には説明を求める', () => {
    for (const item of items) {
      expect(item).toMatchObject({
        type: 'yes-no-na',
        required: true,
        explanation: { no: 'reason-or-alternative', notApplicable: 'reason' },
        scores: { yes: 1, no: 0, noWithAlternative: 0.5, notApplicable: null },
      });
    }
  });

  test('設問は「〜ているか。」で終わる一文で、長すぎず短すぎない', () => {
    for (const { question } of items) {
      expect(question).toMatch(/[てで]いるか。$/u);
      expect(question.match(/。/gu)).toHaveLength(1);
      expect(question.length).toBeGreaterThanOrEqual(25);
      expect(question.length).toBeLessThanOrEqual(75);
    }
  });

  test('解説は六つの欄が埋まり、互いに使い回していない', () => {
    const texts = items.flatMap((item) => {
      const { evidence = [], ...rest } = item.guidance ?? {};
      expect(evidence.length).toBeGreaterThanOrEqual(2);
      return Object.values(rest).filter((text) => text !== undefined);
    });
    expect(texts).toHaveLength(30 * 5);
    expect(Math.min(...texts.map((text) => text.length))).toBeGreaterThanOrEqual(15);
    expect(new Set(texts).size).toBeGreaterThan(texts.length - 10);
  });

  test('どの課の種類にも重い項目があり、重さは一様でない', () => {
    expect(new Set(items.map((item) => item.severity))).toEqual(new Set([1, 2, 3]));
    expect(new Set(items.flatMap((item) => item.segments))).toEqual(
      new Set(['all', 'visitor-counter', 'server-room', 'external-service']),
    );
  });
});

describe('予備調査', () => {
  const items = questionnaireItems(survey);
  const table = items.find((item) => item.id === 'asset-table');

  test('情報資産の種類、量、頻度などを繰り返しの行で尋ねる', () => {
    if (table?.type !== 'table') throw new Error('情報資産の表がありません');
    expect(table.columns.map((column) => column.id)).toEqual([
      'asset-name',
      'asset-kind',
      'kind-note',
      'medium',
      'confidentiality',
      'amount',
      'frequency',
      'storage',
      'taking-out',
      'outsourced',
      'outsourced-to',
    ]);
    const grades = table.columns.find((column) => column.id === 'confidentiality');
    expect(grades?.type === 'single' && grades.options.map((choice) => choice.label)).toEqual([
      '自治体機密性3A',
      '自治体機密性3B',
      '自治体機密性3C',
      '自治体機密性2',
      '自治体機密性1',
    ]);
  });

  test('記入例の値は列の選択肢にある', () => {
    for (const item of items) {
      if (item.type !== 'table') continue;
      for (const row of item.examples) {
        for (const [key, value] of Object.entries(row)) {
          const column = item.columns.find((candidate) => candidate.id === key);
          expect(column, key).toBeDefined();
          if (column?.type === 'single' || column?.type === 'multiple') {
            expect(column.options.map((choice) => choice.value)).toContain(value);
          }
        }
      }
    }
  });

  test('課の特徴として、来客、サーバ室、外部サービスの有無と件数を尋ねる', () => {
    const attributes = survey.sections[1]?.items ?? [];
    expect(attributes.map((item) => item.id)).toEqual(
      expect.arrayContaining(['visitor-traffic', 'server-room', 'external-service-use', 'external-service-count']),
    );
    const count = attributes.find((item) => item.id === 'external-service-count');
    if (count?.visibleIf === undefined) throw new Error('件数の表示条件がありません');
    expect(conditionHolds(count.visibleIf, { 'external-service-use': 'yes' })).toBe(true);
    expect(conditionHolds(count.visibleIf, { 'external-service-use': 'unsure' })).toBe(false);
  });

  test('区分の呼び名は差し替えられる', () => {
    const text = read('preliminary-survey-2026').replaceAll('label: 自治体機密性3A', 'label: 機密性3（個人番号）');
    expect(JSON.stringify(parseQuestionnaire(text))).toContain('機密性3（個人番号）');
    expect(JSON.stringify(parseQuestionnaire(text, { level2up: '機密性2以上' }))).toContain(
      '令和8年度に、機密性2以上の情報を扱う',
    );
  });
});

test('調査票の引用は全て基準の目録に解決する', () => {
  const targets = [selfCheck, survey].flatMap((form) => [
    ...form.references,
    ...questionnaireItems(form).flatMap((item) => item.references),
  ]);
  expect(targets.length).toBeGreaterThan(60);
  expect(targets.filter((target) => findProvision(standards, target) === undefined)).toEqual([]);
  expect(questionnaireItems(selfCheck).filter((item) => item.references.length === 0)).toEqual([]);
});

describe('誤った調査票', () => {
  test.each([
    ['重複した識別子', 'self-check-2026', 'id: asset-register\n', 'id: asset-pledge\n', '「asset-pledge」が重複'],
    ['重複した番号', 'self-check-2026', 'number: 30\n', 'number: 29\n', '番号「29」が重複'],
    [
      '空の解説',
      'self-check-2026',
      '窓口の当番の職員に、忙しい時間の置き場所を聞いてください。',
      '""',
      'guidance.askWhom',
    ],
    ['問いでない設問', 'self-check-2026', '置いているか。', '置くこと。', '設問の文末'],
    ['知らない回答の種類', 'self-check-2026', 'type: yes-no-na', 'type: maybe', 'sections.0.items.0'],
    [
      'ない設問を見る条件',
      'preliminary-survey-2026',
      '{ item: server-room, in',
      '{ item: server-hall, in',
      '「server-hall」がありません',
    ],
    [
      'ない列を見る条件',
      'preliminary-survey-2026',
      '{ item: asset-kind, equals',
      '{ item: visitor-traffic, equals',
      '「visitor-traffic」がありません',
    ],
    ['ない選択肢の一覧', 'preliminary-survey-2026', 'optionSet: storage', 'optionSet: place', '「place」がありません'],
  ])('%sは断られる', (_, file, from, to, expected) => {
    const text = read(file);
    expect(text).toContain(from);
    expect(() => parseQuestionnaire(text.replace(from, to))).toThrow(ContentError);
    expect(() => parseQuestionnaire(text.replace(from, to))).toThrow(expected);
  });
});

describe('設問だけのファイル', () => {
  test('書いた順に番号が付き、設問でないもの、同じ識別子は断られる', () => {
    const item = { id: 'a', type: 'text', question: '何がありますか。' };
    const file = (...items: object[]) => JSON.stringify({ title: '設問', items });
    expect(parseItemSet(file(item, { ...item, id: 'b' })).items.map(({ id, number }) => [id, number])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(() => parseItemSet(file(item, { id: 'b' }))).toThrow(ContentError);
    expect(() => parseItemSet(file(item, item))).toThrow('設問の識別子');
  });

  test.each([
    ['選択肢のない選択', { type: 'single' }, '選択肢'],
    [
      '重複した行',
      {
        type: 'matrix',
        options: [
          { value: 'a', label: 'あ' },
          { value: 'b', label: 'い' },
        ],
        rows: [
          { id: 'r', label: '一' },
          { id: 'r', label: '二' },
        ],
      },
      '重複',
    ],
    ['逆さの範囲', { type: 'number', unit: '台', min: 3, max: 2 }, '最大は最小以上'],
    ['問いでない文', { type: 'text', question: '書く。' }, '設問の文末'],
  ])('%sは断られる', (_, rest, expected) => {
    expect(() => parseItem({ id: 'a', number: 1, question: 'どうか。', ...rest })).toThrow(expected);
  });
});

describe('条件', () => {
  const answers = { kind: 'a', media: ['paper', 'usb'], count: 3, blank: '' };

  test('値、候補、下限、回答の有無を見る', () => {
    expect(conditionHolds({ item: 'kind', equals: 'a' }, answers)).toBe(true);
    expect(conditionHolds({ item: 'media', equals: 'usb' }, answers)).toBe(true);
    expect(conditionHolds({ item: 'media', in: ['cloud', 'disc'] }, answers)).toBe(false);
    expect(conditionHolds({ item: 'count', atLeast: 3 }, answers)).toBe(true);
    expect(conditionHolds({ item: 'count', atLeast: 4 }, answers)).toBe(false);
    expect(conditionHolds({ item: 'blank', answered: false }, answers)).toBe(true);
    expect(conditionHolds({ item: 'toString', answered: true }, answers)).toBe(false);
  });

  test('「全て」「いずれか」「でない」はド・モルガンの関係にある', () => {
    const part = fc.record({ item: fc.constantFrom('kind', 'count', 'none'), equals: fc.constantFrom('a', 3, 'z') });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const denied = conditionHolds({ not: { all: parts } }, answers);
        expect(denied).toBe(conditionHolds({ any: parts.map((inner) => ({ not: inner })) }, answers));
      }),
    );
  });

  test('空の値は未回答、偽と0は回答である', () => {
    expect([undefined, null, '', []].map(isAnswered)).toEqual([false, false, false, false]);
    expect([false, 0, 'a', ['a']].map(isAnswered)).toEqual([true, true, true, true]);
  });
});
