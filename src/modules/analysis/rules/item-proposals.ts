/**
 * Which items to drop, to sharpen or to add next year, each with its reasons (fukuoka 5(3)②, chiba 9(1)イ【自己点検のイメージ】-p1).
 * The product proposes; the city decides. Pure.
 */
import type { FormItem, Questionnaire, Reference, YesNoNaItem } from '../../../core/content-schema/index.ts';
import { questionnaireItems } from '../../../core/content-schema/index.ts';
import type { ItemRow } from './distribution.ts';

export type ProposalKind = 'drop' | 'sharpen' | 'add';

export interface ItemProposal {
  /** Kind and item: the same proposal keeps its id. */
  readonly id: string;
  readonly kind: ProposalKind;
  /** Null: nothing in the libraries fits, the item must be written. */
  readonly itemId: string | null;
  readonly question: string;
  readonly reasons: readonly string[];
  /** Of `sharpen`: a wording to begin with. */
  readonly suggestion: string | null;
  /** Of `add`: the section of the form where it fits. */
  readonly section: string | null;
}

/** From these figures on something is proposed; told in the report. */
export const LIMITS = {
  /** Achievement in percent at which an item no longer tells departments apart. */
  ceiling: 97,
  /** Share of 対象外 in percent: the item suits few; it suits hardly anybody. */
  seldom: 40,
  never: 80,
  /** Departments whose answers contradict something else. */
  contradictions: 3,
  /** Share of いいえ with an alternative among いいえ, in percent, of at least this many. */
  alternatives: 50,
  leastAlternatives: 4,
  /** Longest question. */
  question: 120,
} as const;

export interface ProposalMaterial {
  readonly form: Questionnaire;
  readonly rows: readonly ItemRow[];
  /** Rates of the year before by item, where the meaning is the same. */
  readonly before: ReadonlyMap<string, number>;
  /** Departments with a contradiction, by item. */
  readonly contradictions: ReadonlyMap<string, number>;
  /** Grounds of findings of the audits, and how many findings rest on each. */
  readonly grounds: readonly { readonly reference: Reference; readonly citation: string; readonly findings: number }[];
  /** Items that could be added, in the order of the libraries. */
  readonly library: readonly FormItem[];
  /** Answers below which nothing is said about an item. */
  readonly leastAnswers: number;
  /** Chapters (areas) of the form's standard without an item, with their items in the library. */
  readonly emptyAreas: readonly { readonly label: string; readonly items: readonly FormItem[] }[];
}

export function proposeItems(material: ProposalMaterial): ItemProposal[] {
  const items = questionnaireItems(material.form).filter((item): item is YesNoNaItem => item.type === 'yes-no-na');
  const rows = new Map(material.rows.map((row) => [row.id, row]));
  const changed = items.flatMap((item) => {
    const row = rows.get(item.id);
    return row === undefined || row.answered < material.leastAnswers || row.hidden
      ? []
      : proposeChange(item, row, material);
  });
  return [...changed, ...proposeAdditions(material)];
}

function proposeChange(item: YesNoNaItem, row: ItemRow, material: ProposalMaterial): ItemProposal[] {
  const na = row.notApplicable ?? 0;
  const before = material.before.get(item.id) ?? null;
  const doubted = material.contradictions.get(item.id) ?? 0;
  const ceiling = row.rate !== null && row.rate >= LIMITS.ceiling;
  const drop = (reasons: readonly string[]): ItemProposal[] => [
    { ...common('drop', item), reasons, suggestion: null, section: null },
  ];
  if (na >= LIMITS.never)
    return drop([
      `回答した${row.answered}件のうち${na}%が「対象外」であり、ほとんどの所属に当てはまりません。当てはまる所属だけに別に尋ねるほうが確かです。`,
    ]);
  const twice = ceiling && before !== null && before >= LIMITS.ceiling;
  if (twice && item.severity < 3 && doubted === 0)
    return drop([
      `達成率が前回${before}%、今回${row.rate ?? 0}%と続けて${LIMITS.ceiling}%以上であり、所属の違いを示さなくなっています。`,
    ]);
  const reasons = [
    ...(ceiling
      ? [
          item.severity === 3
            ? `達成率が${row.rate ?? 0}%で違いが出ませんが、重大な項目であるため外さず、証拠を示せるかを尋ねる形にします。`
            : `達成率が${row.rate ?? 0}%で違いが出ないため、証拠を示せるかを尋ねる形にします。`,
        ]
      : []),
    ...(!ceiling && sameForAll(row)
      ? [
          `回答した${row.answered}件の全てが同じ答えです。所属の努力だけで変わらないことを尋ねていないかを確かめ、設問を分けるなどして見直します。`,
        ]
      : []),
    ...(na >= LIMITS.seldom
      ? [`回答の${na}%が「対象外」です。当てはまる所属が分かるように前提となる設問を置くか、尋ねる区分を限ります。`]
      : []),
    ...(doubted >= LIMITS.contradictions
      ? [
          `ほかの回答、監査の判断又は前回の回答と食い違う所属が${doubted}課あります。何をもって「はい」とするかを明確にします。`,
        ]
      : []),
    ...alternativeReason(row),
  ];
  if (reasons.length === 0) return [];
  return [
    {
      ...common('sharpen', item),
      reasons,
      suggestion: ceiling ? (askForEvidence(item) ?? item.question) : item.question,
      section: null,
    },
  ];
}

const common = (kind: ProposalKind, item: FormItem) => ({
  id: `${kind}:${item.id}`,
  kind,
  itemId: item.id,
  question: item.question,
});

const sameForAll = ({ answered, counts }: ItemRow): boolean =>
  counts.some(({ label, count }) => count === answered && !label.startsWith('うち'));

function alternativeReason({ counts }: ItemRow): string[] {
  const of = (label: string): number => counts.find((one) => one.label === label)?.count ?? 0;
  const [no, replaced] = [of('いいえ'), of('うち代わりの対策あり')];
  if (replaced < LIMITS.leastAlternatives || (100 * replaced) / no < LIMITS.alternatives) return [];
  return [
    `「いいえ」の${no}件のうち${replaced}件が代わりの対策を行っています。その対策を設問又は選択肢に加えると、実態をより正しくつかめます。`,
  ];
}

/** 「…しているか。」 becomes 「…していることを、○○で示せるか。」; null where the words do not allow it. */
export function askForEvidence(item: FormItem): string | null {
  const evidence = item.guidance?.evidence?.[0];
  const stem = /^(.*[るたいう])か。$/u.exec(item.question)?.[1];
  if (evidence === undefined || stem === undefined || item.question.includes('示せるか')) return null;
  const question = `${stem}ことを、${evidence}で示せるか。`;
  return question.length <= LIMITS.question ? question : null;
}

/** Findings whose grounds no item asks about, and chapters without an item. */
function proposeAdditions({ form, grounds, library, emptyAreas }: ProposalMaterial): ItemProposal[] {
  const asked = questionnaireItems(form);
  const cites = (item: FormItem, reference: Reference): boolean =>
    item.references.some((one) => one.standard === reference.standard && one.provision === reference.provision);
  const taken = new Set(asked.map(({ id }) => id));
  const proposals: ItemProposal[] = [];
  const uncovered = grounds
    .filter(({ reference }) => !asked.some((item) => cites(item, reference)))
    .toSorted((a, b) => b.findings - a.findings || (a.citation < b.citation ? -1 : 1));
  for (const { reference, citation, findings } of uncovered) {
    const item = library.find((one) => cites(one, reference) && !taken.has(one.id));
    const reason = `監査の発見事項${findings}件が根拠とする「${citation}」について、尋ねる設問がありません。`;
    if (item === undefined) {
      const id = `add:${reference.standard}:${reference.provision}`;
      const question = `「${citation}」に関する設問`;
      const why = `${reason}設問集にも当たる設問がないため、新しく作ります。`;
      proposals.push({ id, kind: 'add', itemId: null, question, reasons: [why], suggestion: null, section: null });
      continue;
    }
    taken.add(item.id);
    proposals.push({ ...common('add', item), reasons: [reason], suggestion: null, section: sectionFor(form, item) });
  }
  for (const { label, items } of emptyAreas) {
    const item = items.find(({ id }) => !taken.has(id));
    if (item === undefined) continue;
    taken.add(item.id);
    const reasons = [`「${label}」について尋ねる設問が一つもありません。`];
    proposals.push({ ...common('add', item), reasons, suggestion: null, section: sectionFor(form, item) });
  }
  return proposals;
}

/** The section whose items cite most of the same provisions; the last one when none does. */
function sectionFor(form: Questionnaire, item: FormItem): string | null {
  const key = ({ standard, provision }: Reference): string => `${standard} ${provision}`;
  const wanted = new Set(item.references.map(key));
  const scored = form.sections.map(({ id, items }) => ({
    id,
    shared: items.flatMap(({ references }) => references).filter((one) => wanted.has(key(one))).length,
  }));
  const best = scored.reduce<(typeof scored)[number] | null>(
    (top, one) => (one.shared > 0 && (top === null || one.shared > top.shared) ? one : top),
    null,
  );
  return best?.id ?? form.sections.at(-1)?.id ?? null;
}
