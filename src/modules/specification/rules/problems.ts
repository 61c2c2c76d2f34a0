/** What keeps a draft from being published, and what should be looked at. */
import { checkReadings, parseSpecification, SpecificationError } from '../../../core/specification/index.ts';
import type { PartName, Problem } from '../contract.ts';
import { PART_NAMES } from '../part-names.ja.ts';
import { fileOf } from './content.ts';
import { ruleProblems } from './rule-text.ts';
import type { DraftContent, StoredClause } from './stored.ts';

/**
 * Everything that keeps a draft from being published, and what should be looked at. Before publication under every reading
 * that a user can choose; while editing under the default ones, which is quick.
 */
export function problemsOf(content: DraftContent, readings: 'every' | 'default' = 'default'): Problem[] {
  const problems = [...headProblems(content), ...clauseProblems(content.clauses)];
  if (problems.some((one) => one.weight === 'error')) return problems;
  return [...problems, ...fileProblems(content, readings)];
}

const whole = (message: string, weight: Problem['weight'] = 'error'): Problem => ({
  clause: null,
  line: null,
  part: null,
  weight,
  message,
});

function headProblems({ head, clauses, proposed }: DraftContent): Problem[] {
  return [
    ...(clauses.length === 0 ? [whole('条項が一つもありません。条項を加えてください。')] : []),
    ...(head.title === '' ? [whole('件名がありません。「基本の事項」に件名を入力してください。')] : []),
    ...(head.authority === '' ? [whole('発注者がありません。「基本の事項」に発注者の名称を入力してください。')] : []),
    ...(head.fiscalYear === null
      ? [whole('年度が書かれていません。仕様書に年度の定めがないときは、契約の日から決まります。', 'hint')]
      : []),
    ...(head.periodTo === null
      ? [
          whole(
            '委託期間の末日が書かれていません。仕様書に末日の定めがないときは、契約を登録するときに入力します。',
            'hint',
          ),
        ]
      : []),
    ...proposed.map((part) => ({
      ...whole(`「${PART_NAMES[part]}」の定めは、取込みで作った案のままです。開いて確かめ、保存してください。`, 'hint'),
      part,
    })),
  ];
}

function clauseProblems(clauses: readonly StoredClause[]): Problem[] {
  const problems: Problem[] = [];
  const add = (clause: StoredClause, message: string, weight: Problem['weight'] = 'error'): void => {
    const line = clause.parts[0]?.line ?? null;
    problems.push({ clause: clause.id, line, part: null, weight, message: `${placeOf(clause)}：${message}` });
  };
  const seen = new Set<string>();
  for (const clause of clauses) {
    if (seen.has(clause.id)) add(clause, `番号「${clause.id}」が二つ以上あります。番号を変えるか、合わせてください。`);
    seen.add(clause.id);
    for (const message of ruleProblems(clause.rules)) add(clause, message);
    const unused =
      clause.rules === '' &&
      clause.suggestions.some(
        (one) =>
          one.type === 'deadline' && one.confidence >= 0.8 && one.decision !== 'refused' && one.gives.length === 0,
      );
    if (unused)
      add(clause, '期限が見つかりましたが、規則がありません。記録から判定するときは、規則を加えてください。', 'hint');
    if (clause.kindConfidence < 0.5) add(clause, '種類の推定に自信がありません。確かめてください。', 'hint');
  }
  return problems;
}

const placeOf = (clause: StoredClause): string => {
  const part = clause.parts[0];
  const page = part?.page === undefined ? '' : `${part.page}頁`;
  return part === undefined ? `条項「${clause.id}」` : `条項「${clause.id}」（${page}${part.line}行目）`;
};

function fileProblems(content: DraftContent, readings: 'every' | 'default'): Problem[] {
  try {
    const source = parseSpecification(fileOf(content, content.head.id));
    if (readings === 'every') checkReadings(source);
    return [];
  } catch (error) {
    if (!(error instanceof SpecificationError)) throw error;
    return error.places.map(({ message, path }) => {
      const id = /条項「([^」]+)」/.exec(message)?.[1] ?? null;
      const clause = content.clauses.find((one) => one.id === id);
      return {
        clause: clause?.id ?? null,
        line: clause?.parts[0]?.line ?? null,
        part: clause === undefined ? partOf(path, message) : null,
        weight: 'error',
        message: clause === undefined ? message : message.replace(`条項「${clause.id}」`, placeOf(clause)),
      };
    });
  }
}

/** The page on which a value is edited; what a sentence is about where it has no path. */
function partOf(path: readonly PropertyKey[], message: string): PartName | null {
  const [first, second] = path;
  if (first === 'precedence') return 'standards';
  if (first === 'meetings' || first === 'report' || first === 'standards' || first === 'roles' || first === 'delivery')
    return first;
  if (first === 'conditions') return CONDITION_PARTS.get(String(second)) ?? null;
  return WORDS.find(([words]) => words.test(message))?.[1] ?? null;
}

const CONDITION_PARTS: ReadonlyMap<string, PartName> = new Map([
  ['meetings', 'meeting-conditions'],
  ['team', 'team'],
  ['duties', 'duties'],
  ['consultation', 'consultation'],
  ['followUp', 'follow-up'],
]);
const WORDS: readonly (readonly [RegExp, PartName])[] = [
  [/^「会議の決まり」の条件/u, 'meeting-conditions'],
  [/^「体制」の条件/u, 'team'],
  [/^「受託者の義務」の条件/u, 'duties'],
  [/^「相談」の条件/u, 'consultation'],
  [/^「フォローアップ」の条件/u, 'follow-up'],
  [/定例の会議/u, 'meeting-conditions'],
  [/体制の条件/u, 'team'],
  [/報告書の章/u, 'report'],
  [/^(?:優先順位の基準|基準)「/u, 'standards'],
  [/^役割「/u, 'roles'],
  [/^会議「/u, 'meetings'],
  [/^納品（delivery）/u, 'delivery'],
];
