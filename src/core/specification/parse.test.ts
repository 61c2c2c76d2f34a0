import { describe, expect, test } from 'vitest';
import { checkReadings, parseSpecification, resolveSpecification, SpecificationError } from './index.ts';

const HEAD = `
id: sample-2026
title: 見本
authority: 見本市
fiscalYear: 2026
period: {from: contractDate, to: "2027-03-31"}
standards: []
precedence: []
qualifications: []
roles: []
meetings: []
deliverables: []
clauses:
`;
const clause = (id: string, more: string): string => `
  - id: "${id}"
    title: 作業
    kind: work
    capability: engagement
    summary: 作業をする。
    parameters: {n: 1}
    ${more}
`;
const RULE = 'rules: [{type: by, id: done, title: 作業, fact: {fact: a}, due: {$reading: month-end}}]';
const POINT = `openPoints: [{id: month-end, question: いつまでか, reading: 末日, default: last-day, options: [
      {id: before, label: 前月末, value: "2026-09-30"}, {id: last-day, label: 末日, value: "2026-10-31"}]}]
    ${RULE}`;

const problems = (text: string): readonly string[] => {
  try {
    checkReadings(parseSpecification(text));
    return [];
  } catch (error) {
    if (error instanceof SpecificationError) return error.problems;
    throw error;
  }
};

describe('readings', () => {
  const source = parseSpecification(HEAD + clause('1', POINT));
  const due = (readings?: Record<string, string>): unknown => {
    const rule = resolveSpecification(source, readings).clauses[0]?.rules[0];
    return rule?.type === 'by' ? rule.due : undefined;
  };

  test('the default holds until another reading is chosen', () => {
    expect(source).toMatchObject({ id: 'sample-2026', title: '見本' });
    expect(source.openPoints.map((point) => [point.clause, point.id])).toEqual([['1', 'month-end']]);
    expect(due()).toBe('2026-10-31');
    expect(due({ 'month-end': 'before' })).toBe('2026-09-30');
  });

  test('unknown points and options are refused', () => {
    expect(() => due({ 'month-end': 'never' })).toThrow('読み方「never」はありません');
    expect(() => due({ elsewhere: 'x' })).toThrow('「elsewhere」はありません');
  });

  test('one choice can set several values by name', () => {
    const rule = 'rules: [{type: count, id: cap, title: 件数, fact: {fact: a}, max: {$reading: rest.most}}]';
    const option = (id: string, most: string, word: string) =>
      `{id: ${id}, label: ${id}, values: {most: ${most}, word: ${word}}}`;
    const text = (options: string): string =>
      HEAD + clause('1', `openPoints: [{id: rest, question: q, reading: r, options: [${options}]}]\n    ${rule}`);
    const both = parseSpecification(
      text(`${option('none', '10', 'none')}, ${option('on', '120', 'within-year')}`).replace(
        'meetings: []',
        `meetings: []
conditions: {consultation: {clause: "1", intake: 課, categories: [a], channels: [電話], cap: {clause: "1", max: 10, per: month,
  carryOver: {$reading: rest.word}, unit: question}}}`,
      ),
    );
    const under = (readings?: Record<string, string>): unknown => {
      const { clauses, conditions } = resolveSpecification(both, readings);
      const [cap] = clauses[0]?.rules ?? [];
      return [cap?.type === 'count' ? cap.max : undefined, conditions.consultation?.cap?.carryOver];
    };
    expect(under()).toEqual([10, 'none']);
    expect(under({ rest: 'on' })).toEqual([120, 'within-year']);
    const uneven = text(`${option('none', '10', 'none')}, {id: on, label: on, values: {most: 120}}`);
    expect(problems(uneven)[0]).toContain('どれも同じ名前の values');
    const doubled = text(`${option('none', '10', 'none')}, {id: on, label: on, value: 1, values: {most: 1, word: x}}`);
    expect(problems(doubled)[0]).toContain('value か values のどちらか一方');
    expect(
      problems(text(`${option('none', '10', 'x')}, ${option('on', '9', 'x')}`).replace('rest.most', 'rest'))[0],
    ).toContain('「rest」');
  });

  test('a reading that would make the file invalid is found when it is read', () => {
    const broken = (HEAD + clause('1', POINT)).replace('"2026-09-30"', '九月末');
    expect(problems(broken)[0]).toContain('条項「1」.rules.0.due');
  });
});

describe('problems are named', () => {
  test.each([
    ['broken YAML', 'id: [', '行目'],
    ['a clause without proof', HEAD + clause('1', ''), '条項「1」：規則、証跡、確認のどれもありません。'],
    ['a statement with evidence', HEAD + clause('1', 'evidence: [{fact: a}]\n    statement: true'), '確認だけの条項'],
    [
      'the same clause twice',
      HEAD + clause('1', 'statement: true') + clause('1', 'statement: true'),
      '条項「1」が二つ以上',
    ],
    ['an unknown rule', HEAD + clause('1', 'rules: [{type: hope, id: x, title: y}]'), '条項「1」.rules.0'],
    ['a misspelt field', HEAD + clause('1', 'evidence: [{fact: a, wher: {}}]'), '条項「1」.evidence.0'],
    [
      'an impossible date',
      HEAD + clause('1', RULE.replace('{$reading: month-end}', '"2026-02-30"')),
      '条項「1」.rules.0.due',
    ],
    ['an undefined reading', HEAD + clause('1', RULE), '「month-end」'],
    [
      'a circle of tasks',
      HEAD +
        clause('1', 'statement: true\n    wbs: {name: a, start: "2026-06-01", end: "2026-06-02", after: ["2"]}') +
        clause('2', 'statement: true\n    wbs: {name: b, start: "2026-06-01", end: "2026-06-02", after: ["1"]}'),
      '循環',
    ],
    [
      'an unknown predecessor',
      HEAD + clause('1', 'statement: true\n    wbs: {name: a, start: "2026-06-01", end: "2026-06-02", after: ["9"]}'),
      '先行作業「9」',
    ],
    [
      'a deliverable of no clause',
      HEAD.replace(
        'deliverables: []',
        'deliverables: [{type: x, name: y, clause: "7", due: null, forms: [email], formats: [docx]}]',
      ) + clause('1', 'statement: true'),
      '存在しない条項「7」',
    ],
    [
      'a condition of no clause',
      HEAD.replace(
        'meetings: []',
        'meetings: []\nconditions: {consultation: {clause: "7", intake: 課, categories: [a], channels: [電話]}}',
      ) + clause('1', 'statement: true'),
      '存在しない条項「7」',
    ],
    [
      'a role that the team does not have',
      HEAD.replace(
        'meetings: []',
        'meetings: []\nconditions: {team: {roles: [監査人], lead: {clause: "1", role: 主任}}}',
      ) + clause('1', 'statement: true'),
      '役割「主任」',
    ],
    [
      'an experience that is not described',
      HEAD.replace(
        'meetings: []',
        'meetings: []\nconditions: {team: {roles: [a], people: [{id: p, clause: "1", title: t, anyExperience: [audit]}]}}',
      ) + clause('1', 'statement: true'),
      '実績「audit」',
    ],
    ['a missing head', 'clauses: []', '全体|id'],
  ])('%s', (_, text, expected) =>
    expect(problems(text).join('\n')).toMatch(new RegExp(expected.replaceAll('.', '\\.'))),
  );
});
