/** What the importer found in a clause, said in a few Japanese words. */
import { formatEra } from '../../../core/calendar/index.ts';
import type {
  FoundCadence,
  FoundDeadline,
  FoundQuantity,
  ProposedClause,
} from '../../../core/specification-import/index.ts';
import type { Suggestion } from '../contract.ts';
import { CAPABILITY_NAMES, KIND_NAMES } from './names.ja.ts';

type Read = Omit<Suggestion, 'id' | 'decision' | 'effects'>;

const UNITS = { days: '日', 'business-days': '営業日', 'opening-days': '開庁日', months: 'か月' } as const;
const PERIODS = { days: '日', weeks: '週間', months: 'か月', years: '年' } as const;
const BOUNDS = {
  exact: '',
  about: '程度',
  'at-least': '以上',
  'at-most': '以内',
  cap: '（上限）',
  'less-than': '未満',
} as const;

/** In the order of the text. */
export function suggestionsOf(clause: ProposedClause): Read[] {
  const { found, documents, condition, text } = clause;
  const suggestions: Read[] = [
    ...found.deadlines.map((one) => ({ ...range(one), type: 'deadline' as const, label: deadlineText(one) })),
    ...found.days.map((one) => ({ ...range(one), type: 'day' as const, label: `日付：${formatEra(one.last)}` })),
    ...found.cadences.map((one) => ({ ...range(one), type: 'cadence' as const, label: cadenceText(one) })),
    ...found.quantities.map((one) => ({
      ...range(one),
      type: one.bound === 'cap' || one.bound === 'at-most' ? ('cap' as const) : ('amount' as const),
      label: amountText(one),
    })),
    ...documents.map((one) => ({
      ...range(one),
      type: 'document' as const,
      label: `成果物：${one.name}${one.copies === null ? '' : `（${one.copies}部）`}`,
    })),
  ];
  if (condition !== null) {
    const asked = [
      condition.minPersons === null ? '' : `${condition.minPersons}人以上`,
      condition.years === null ? '' : `実務${condition.years}年以上`,
      condition.qualifications.length === 0
        ? ''
        : `${condition.qualifications.length}種類の資格等${condition.any ? 'のいずれか' : ''}`,
    ].filter((one) => one !== '');
    suggestions.push({ ...range(condition), type: 'team', label: `体制の条件：${asked.join('、') || '実績'}` });
  }
  const inText = suggestions
    .map((one) => ({ ...one, end: Math.min(one.end, text.length) }))
    .filter((one) => one.start < one.end)
    .sort((a, b) => a.start - b.start);
  return [...guesses(clause), ...inText];
}

/** Kind and capability; their words are none where only a heading says it. */
function guesses(clause: ProposedClause): Read[] {
  const { kind, kindWords, kindConfidence, capability, capabilityWords, capabilityConfidence, text } = clause;
  const inside = ({ start, end }: { start: number; end: number }) => {
    const last = Math.min(end, text.length);
    return start < last ? { start, end: last } : { start: 0, end: 0 };
  };
  return [
    { ...inside(kindWords), type: 'kind', label: `種類：${KIND_NAMES[kind]}`, confidence: kindConfidence },
    {
      ...inside(capabilityWords),
      type: 'capability',
      label: `担当する機能：${CAPABILITY_NAMES[capability] ?? capability}`,
      confidence: capabilityConfidence,
    },
  ];
}

const range = ({ start, end, confidence }: { start: number; end: number; confidence: number }) => ({
  start,
  end,
  confidence,
});

function deadlineText(one: FoundDeadline): string {
  if (one.kind === 'day') {
    return one.notBefore === undefined
      ? `期日：${formatEra(one.day)}`
      : `期間：${formatEra(one.notBefore)}から${formatEra(one.day)}まで`;
  }
  const from = one.from === 'contractDate' ? '契約締結日' : one.from || '起算の日';
  const first = one.first === 'inclusive' ? '（初日を算入）' : '';
  return `期限：${from}${one.side === 'before' ? `の${one.n}${UNITS[one.unit]}前まで` : `から${one.n}${UNITS[one.unit]}以内`}${first}`;
}

function cadenceText(one: FoundCadence): string {
  const period =
    one.every === 1 && one.unit !== 'days'
      ? { weeks: '週', months: '月', years: '年' }[one.unit]
      : `${one.every}${PERIODS[one.unit]}に`;
  return `頻度：${period}${one.times}回`;
}

function amountText(one: FoundQuantity): string {
  const per = one.per === undefined ? '' : { month: '月', year: '年', each: '一つの対象につき' }[one.per];
  const amount = one.min === one.max ? String(one.min) : `${one.min}～${one.max}`;
  return `${one.bound === 'cap' ? '上限' : '数量'}：${per}${amount}${one.unit}${BOUNDS[one.bound]}`;
}
