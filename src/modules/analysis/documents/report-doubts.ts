/** The report on years, trust in the answers, free texts, relations, and the method. */
import { type Block, bulletList, heading, note, paragraph, table } from '../../../documents/index.ts';
import { LIMITS } from '../rules/item-proposals.ts';
import { yearsChart } from './charts.ts';
import { charted, percent, pointsText, type ReportMaterial, yearName } from './common.ts';

export function yearBlocks({ years, overview }: ReportMaterial): Block[] {
  if (years.years.length < 2)
    return [paragraph('比べることのできる過去の調査がないため、今回の結果を次回からの比較の基とします。')];
  const moved = years.items
    .filter(({ change }) => change !== null)
    .toSorted((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0))
    .slice(0, 15);
  return [
    paragraph(
      '識別子と版が同じ設問、すなわち意味を変えていない設問だけを比べています。「良くなった」及び「悪くなった」は、前回と今回の両方に答えた所属のうち、達成の度合いが変わった数です。',
    ),
    ...charted(`${overview.campaign.title}までの回答`, yearsChart(years)),
    table({
      caption: '年度ごとの平均点',
      columns: [{ width: 30 }, { width: '1fr' }, { width: 24, align: 'right' }, { width: 24, align: 'right' }],
      header: ['年度', '調査', '回答', '平均点'],
      rows: years.years.map((year) => [yearName(year.fiscalYear), year.title, year.answered, pointsText(year.points)]),
    }),
    table({
      caption: '変化の大きい設問',
      columns: [
        { width: 11, align: 'right' },
        { width: '1fr' },
        { width: 18, align: 'right' },
        { width: 18, align: 'right' },
        { width: 20, align: 'right' },
        { width: 18, align: 'right' },
        { width: 18, align: 'right' },
      ],
      header: ['問', '確認事項', '前回', '今回', '差', '良くなった', '悪くなった'],
      rows: moved.map(({ number, question, rates, change, better, worse }) => [
        number,
        question,
        percent(rates.at(-2) ?? null),
        percent(rates.at(-1) ?? null),
        signed(change),
        better,
        worse,
      ]),
    }),
    ...(years.incomparable.length === 0
      ? []
      : [note(`前回と比べられない設問が${years.incomparable.length}問あります（新しい設問又は意味を変えた設問）。`)]),
    ...(years.dropped.length === 0
      ? []
      : [note(`前回の設問のうち${years.dropped.length}問は、今回は尋ねていません。`)]),
  ];
}

const signed = (change: number | null): string =>
  change === null ? '―' : `${change > 0 ? '＋' : change < 0 ? '−' : ''}${Math.abs(change).toFixed(1)}`;

const KINDS = {
  survey: '予備調査の回答との食違い',
  evidence: '監査の判断との食違い',
  'last-year': '前回の回答との食違い',
} as const;

/** By kind and item; the departments stand in the data for the office. */
export function doubtBlocks({ doubts, overview }: ReportMaterial): Block[] {
  const number = (item: string): number => overview.items.find(({ id }) => id === item)?.number ?? 0;
  const groups = [...Map.groupBy(doubts.doubts, ({ kind, item }) => `${kind} ${item}`).values()]
    .flatMap((same) => (same[0] === undefined ? [] : [{ first: same[0], count: same.length }]))
    .toSorted((a, b) => b.count - a.count || number(a.first.item) - number(b.first.item));
  const question = (item: string): string => overview.items.find(({ id }) => id === item)?.question ?? '';
  return [
    paragraph(
      '次の回答は、直ちに誤りを示すものではありません。書類の確認、聞き取り又は研修のときに確かめる手掛かりとして示します。所属の名称は、情報セキュリティ担当課に渡す集計データに載せています。',
    ),
    heading(2, '食い違う回答'),
    paragraph(comparedSentence(doubts)),
    table({
      caption: '食い違う回答のある設問',
      columns: [{ width: 46 }, { width: 11, align: 'right' }, { width: '1fr' }, { width: 18, align: 'right' }],
      header: ['種類', '問', '確認事項', '件数'],
      rows: groups.map(({ first, count }) => [KINDS[first.kind], number(first.item), question(first.item), count]),
      empty: '食い違う回答はありません。',
    }),
    heading(2, '一律の回答'),
    paragraph('次のいずれかに当たる回答を、一律の回答としています。'),
    bulletList([...doubts.criteria]),
    paragraph(
      doubts.uniform.length === 0
        ? '一律の回答はありません。'
        : `一律の回答は${doubts.uniform.length}件ありました（全て「はい」${countOf(doubts, 'all-yes')}件、同じ段階${countOf(doubts, 'same-step')}件、同じ文章${countOf(doubts, 'same-text')}件）。`,
    ),
  ];
}

const countOf = ({ uniform }: ReportMaterial['doubts'], kind: string): number =>
  uniform.filter((one) => one.kind === kind).length;

function comparedSentence({ surveyCompared, auditsCompared, earlierCompared }: ReportMaterial['doubts']): string {
  const compared = [
    ...(surveyCompared ? ['予備調査の回答'] : []),
    ...(auditsCompared > 0 ? [`監査の判断（${auditsCompared}課）`] : []),
    ...(earlierCompared ? ['前回の回答'] : []),
  ];
  return compared.length === 0
    ? '比べることのできる予備調査、監査の判断及び前回の回答は、まだありません。'
    : `${compared.join('、')}と比べました。`;
}

export function themeBlocks({ themes }: ReportMaterial): Block[] {
  if (themes.length === 0) return [paragraph('理由、代わりの対策及び意見の記述はありませんでした。')];
  return [
    paragraph(
      '「いいえ」及び「対象外」の理由、代わりの対策並びに意見を、情報セキュリティの分野の言葉によってテーマごとにまとめました。一つの記述が幾つかのテーマに当たることがあります。',
    ),
    table({
      caption: '自由記述のテーマ',
      columns: [{ width: 44 }, { width: 16, align: 'right' }, { width: 16, align: 'right' }, { width: '1fr' }],
      header: ['テーマ', '所属', '記述', '生かし方'],
      rows: themes.map(({ title, respondents, count, advice }) => [title, respondents, count, advice]),
    }),
  ];
}

export function relationBlocks({ relations, overview }: ReportMaterial): Block[] {
  const least = overview.criteria.criteria.leastPairs;
  return [
    bulletList(relations.map(({ sentence }) => sentence)),
    note(
      `スピアマンの順位相関係数により、両方の値が分かる所属が${least}課以上のときに限って判断しています。発見事項は、監査を行い、発見事項が提出された所属の数だけを用いています。`,
    ),
  ];
}

export function appendixBlocks({ overview }: ReportMaterial): Block[] {
  const { smallestGroup, leastPairs, leastAlike, leastAnswers } = overview.criteria.criteria;
  return [
    bulletList([
      '達成率は、「はい」を1、「いいえ」を0、代わりの対策を書いた「いいえ」を0.5とし、回答した所属の平均を百分率で示したものです。「対象外」は分母にも分子にも入れません。選択肢又は段階に達成の度合いを定めた設問は、その値によります。',
      '得点は、設問の重大度及び重みを掛けて、所属ごとに100点満点で計算したものです。平均点は、回答した所属の得点の平均です。',
      `回答が${smallestGroup}件に満たない集まり及びそれを計算で求めることのできる集まりは、表示しません。`,
      `順位の相関は${leastPairs}課以上、一律の回答は${leastAlike}問以上、設問の見直し案は${Math.max(leastAnswers, smallestGroup)}件以上の回答があるときに限って示します。`,
      `設問は、達成率${LIMITS.ceiling}%以上を違いの出ない設問、「対象外」が${LIMITS.seldom}%以上を当てはまる所属の少ない設問、食違いが${LIMITS.contradictions}課以上を答え方の揺れる設問として、見直しの対象としています。`,
    ]),
    ...(overview.criteria.number === 0
      ? []
      : [note(`分析の基準は第${overview.criteria.number}版によります（変更の理由：${overview.criteria.reason}）。`)]),
  ];
}
