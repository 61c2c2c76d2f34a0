import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  auditItems,
  ContentError,
  contractItems,
  findProvision,
  parseChecklist,
  parseQuestionnaire,
  parseStandard,
  questionnaireItems,
} from './index.ts';

const contentFile = (name: string) => new URL(`../../../content/${name}`, import.meta.url);
const read = (name: string) => readFileSync(contentFile(name), 'utf8');
const contract = parseChecklist(read('checklists/external-service-29.yaml'));
const department = parseChecklist(read('checklists/department-audit.yaml'));
if (contract.type !== 'contract-documents' || department.type !== 'department-audit') {
  throw new Error('チェックリストの種類が違います');
}
const standards = readdirSync(contentFile('standards')).map((name) => parseStandard(read(`standards/${name}`)));

describe('外部サービスの29項目', () => {
  const items = contractItems(contract);

  test('四部と八つの区分に、21、4、1、3項目が並ぶ', () => {
    expect(contract.parts.map((part) => part.groups.map((group) => group.items.length))).toEqual([
      [1, 1, 3, 2, 1, 2, 7, 4],
      [4],
      [1],
      [3],
    ]);
    expect(items).toHaveLength(29);
    expect([items[0]?.number, items[1]?.number, items.at(-1)?.number]).toEqual(['1-1-1', '1-2-1', '4-1-3']);
  });

  test('先頭の二つは認証などの選択肢を持ち、調達仕様書か入札参加資格要件を問う', () => {
    expect(items.map((item) => item.anyOf.length)).toEqual([2, 3, ...Array.from({ length: 27 }, () => 0)]);
    for (const item of items.slice(0, 2)) expect(item.question).toContain('調達仕様書又は入札参加資格要件');
    expect(items[1]?.anyOf.map((choice) => choice.id)).toEqual(['iso27017', 'ismap', 'audit-report']);
  });

  test('記載例、代替措置、よりよい書き方の助言が項目ごとに違う', () => {
    for (const texts of [
      items.map((item) => item.example),
      items.map((item) => item.alternative),
      items.map((item) => item.betterWording),
      items.map((item) => item.point),
      items.map((item) => item.question),
    ]) {
      expect(new Set(texts).size).toBe(29);
      expect(Math.min(...texts.map((text) => text.length))).toBeGreaterThanOrEqual(25);
    }
    expect(items.every((item) => item.question.endsWith('ているか。'))).toBe(true);
  });

  test('受託者と市の呼び名は差し替えられる', () => {
    const renamed = JSON.stringify(parseChecklist(read('checklists/external-service-29.yaml'), { provider: '乙' }));
    expect(renamed).toContain('乙は、再委託をするときは');
    expect(renamed).not.toContain('受託者は、');
  });
});

describe('課の監査チェックリスト', () => {
  const items = auditItems(department);
  const selfCheck = questionnaireItems(parseQuestionnaire(read('questionnaires/self-check-2026.yaml')));

  test('30項目が通し番号で並ぶ', () => {
    expect(items.map((item) => item.number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  test('自己点検の30項目の全てを確かめ、存在しない設問を指さない', () => {
    const linked = new Set(items.flatMap((item) => item.selfCheckItems));
    expect([...linked].toSorted()).toEqual(selfCheck.map((item) => item.id).toSorted());
  });

  test('書類確認、ヒアリング、現場確認が用いられ、項目ごとに証拠の例がある', () => {
    const used = items.flatMap((item) => item.confirmation.map((step) => step.technique));
    expect(new Set(used)).toEqual(new Set(['document-review', 'interview', 'site-visit', 're-performance']));
    expect(items.every((item) => item.evidence.length >= 2)).toBe(true);
  });

  test('窓口、サーバ室、外部サービスに固有の項目がある', () => {
    const only = (kind: string) => items.filter((item) => item.suitability.join() === kind).length;
    expect([only('visitor-counter'), only('server-room'), only('external-service')]).toEqual([1, 1, 1]);
  });

  test('想定されるリスクと改善提言の下書きは項目ごとに違い、保証するような言い方をしない', () => {
    expect(new Set(items.map((item) => item.assumedRisk)).size).toBe(30);
    expect(new Set(items.map((item) => item.recommendation)).size).toBe(30);
    for (const item of items) {
      expect(item.assumedRisk).toMatch(/おそれがある。$/u);
      expect(item.recommendation).toMatch(/こと。$/u);
    }
  });
});

test('チェックリストの引用は全て基準の目録に解決し、市の規程と国の手引の両方を挙げる', () => {
  for (const item of [...contractItems(contract), ...auditItems(department)]) {
    const open = item.references.filter((target) => findProvision(standards, target) === undefined);
    expect(open, item.id).toEqual([]);
    const cited = new Set(item.references.map((target) => target.standard.split('-')[0]));
    expect(cited, item.id).toEqual(new Set(['city', 'mic']));
  }
});

describe('誤ったチェックリスト', () => {
  test.each([
    ['番号の飛び', 'number: 1-7-4', 'number: 1-7-9', '「1-7-4」になるはず'],
    ['重複した識別子', 'id: es-isolation', 'id: es-logging', '「es-logging」が重複'],
    [
      '確かめる書類がない',
      'lookFor:\n              specification: データや環境を',
      'lookFor:\n              poster: データや環境を',
      'poster',
    ],
    ['少なすぎる手掛かり', '[責任分界, 役割分担, 分担表, 責任範囲]', '[責任分界]', 'keywords'],
  ])('%sは断られる', (_, from, to, expected) => {
    const text = read('checklists/external-service-29.yaml');
    expect(text).toContain(from);
    expect(() => parseChecklist(text.replace(from, to))).toThrow(ContentError);
    expect(() => parseChecklist(text.replace(from, to))).toThrow(expected);
  });

  test('知らない種類は断られる', () => {
    expect(() => parseChecklist('type: survey\n')).toThrow(ContentError);
    expect(() => parseChecklist('')).toThrow(ContentError);
  });
});
