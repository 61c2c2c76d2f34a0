import type { FoundCadence, FoundQuantity } from './finding.ts';
import { readNumber } from './numeral.ts';

const N =
  '\\d{1,3}(?:,\\d{3})+|\\d+|[一二三四五六七八九十百]+(?=人|名|件|回|社|年|箇所|か所|日|枚)|[二三四五六七八九十百]+(?=部|冊)';
const CADENCES: readonly {
  pattern: RegExp;
  read: (match: readonly (string | undefined)[]) => Omit<FoundCadence, 'kind' | 'start' | 'end' | 'confidence'>;
}[] = [
  {
    pattern: new RegExp(`(${N}) ?(?:か|ヶ|ヵ|カ|ケ|箇)月(?:に|ごとに|毎に|につき) ?(${N})? ?[回度]?`),
    read: (m) => ({ times: readNumber(m[2] ?? '1'), every: readNumber(m[1] ?? ''), unit: 'months' }),
  },
  {
    pattern: new RegExp(`(?:毎|各|1(?:か|ヶ|ヵ|カ|箇))?月(?:に|あたり|当たり|間)? ?(${N}) ?[回度]`),
    read: (m) => ({ times: readNumber(m[1] ?? ''), every: 1, unit: 'months' }),
  },
  {
    pattern: new RegExp(`(${N}) ?回 ?/ ?月`),
    read: (m) => ({ times: readNumber(m[1] ?? ''), every: 1, unit: 'months' }),
  },
  {
    pattern: new RegExp(`(?:年|年度)(?:に|間|あたり|当たり)? ?(${N}) ?[回度]`),
    read: (m) => ({ times: readNumber(m[1] ?? ''), every: 1, unit: 'years' }),
  },
  {
    pattern: new RegExp(`(${N}) ?週間?(?:に|ごとに|毎に) ?(${N})? ?[回度]?`),
    read: (m) => ({ times: readNumber(m[2] ?? '1'), every: readNumber(m[1] ?? ''), unit: 'weeks' }),
  },
  {
    pattern: new RegExp(`週(?:に|あたり)? ?(${N}) ?[回度]`),
    read: (m) => ({ times: readNumber(m[1] ?? ''), every: 1, unit: 'weeks' }),
  },
  { pattern: /隔週/, read: () => ({ times: 1, every: 2, unit: 'weeks' }) },
  { pattern: /毎週/, read: () => ({ times: 1, every: 1, unit: 'weeks' }) },
  { pattern: /隔月/, read: () => ({ times: 1, every: 2, unit: 'months' }) },
  { pattern: /毎月(?!\d)/, read: () => ({ times: 1, every: 1, unit: 'months' }) },
  { pattern: /四半期(?:ごと|毎|に1回|に一回)/, read: () => ({ times: 1, every: 3, unit: 'months' }) },
];

/** How often something happens, as far as the (folded) text says. */
export function cadencesIn(text: string): FoundCadence[] {
  const found: FoundCadence[] = [];
  for (const { pattern, read } of CADENCES) {
    for (const match of text.matchAll(new RegExp(pattern.source, 'g'))) {
      const at = { start: match.index, end: match.index + match[0].length };
      if (found.some((one) => one.start < at.end && at.start < one.end)) continue;
      const cadence = read(match);
      if (Number.isNaN(cadence.times) || Number.isNaN(cadence.every) || cadence.every === 0) continue;
      found.push({ kind: 'cadence', ...at, ...cadence, confidence: 0.85 });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const UNITS =
  '人月|人日|人|名|部ずつ|部|件|回|項目|課|局|所属|部署|部門|システム|サイト|事務|業務システム|枚|種類?|ページ|頁|IP(?:アドレス)?|ユーザ(?:ー)?アカウント|アカウント|ユーザ|時間半?|分間?|日間|日(?!本|程|時|付|常|頃|以降)|台|拠点|社|か所|箇所|ヶ所|冊|式|千円|万円|円|点|契約|コース|セット|ホスト|URL|画面|本|つ|年間?|ライセンス|セグメント|シナリオ|チーム|(?:の)?(?:個別)?業務システム|(?:の)?(?:チェック)?項目|(?:の)?区分|割|%|パーセント|テーマ|科目|講座|問|文書|規程|週間';
const QUANTITY = new RegExp(
  `(概ね|おおむね|およそ|約|最大|最低|上限|少なくとも|計|合計|延べ|各)? ?(?:は|で|を|、|:|して)? ?(${N})(?:(?: ?(?:${UNITS}))? ?[~\\-から] ?(${N}))? ?(?:つの)?(${UNITS}) ?(半)?(程度|前後|以上|以下|以内|未満|超|を上限|を限度|まで|/ ?月|/ ?年|ずつ)?`,
  'g',
);
/** What makes a number part of a name or of a reference rather than an amount. */
const NAME_BEFORE =
  /(?:第|令和|平成|昭和|機密性|ISO\/?(?:IEC)? ?|Type|SOC|レベル|Ver\.?|版|様式|別紙|別表|別記|No\.?|番号|[A-Za-z\d\-./]) ?$/i;

/** Amounts with their units: persons, copies, cases, hours … Dates and deadlines are left to others. */
export function quantitiesIn(text: string, taken: readonly { start: number; end: number }[]): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const [whole, before, low, high, rawUnit, half, after] = match;
    const at = match.index + whole.indexOf(low ?? '');
    const end = match.index + whole.trimEnd().length;
    if (NAME_BEFORE.test(text.slice(Math.max(0, at - 6), at))) continue;
    if (taken.some((one) => one.start < end && at < one.end)) continue;
    const unit = (rawUnit ?? '').replace(/^の/, '');
    const min = readNumber(low ?? '') + (half === '半' || unit === '時間半' ? 0.5 : 0);
    const max = high === undefined ? min : readNumber(high);
    if (Number.isNaN(min) || Number.isNaN(max)) continue;
    if (unit === '年' && !/以上|以内|程度|間/.test((after ?? '') + text.slice(end, end + 2))) continue;
    if (unit === 'つ' && /^(?:一|ひと)/.test(low ?? '')) continue;
    if (/^ ?(?:あたり|当たり|につき|毎|ごと)/.test(text.slice(end))) continue;
    const context = text.slice(Math.max(0, at - 14), at);
    const later = text.slice(end, end + 8);
    found.push({
      kind: 'quantity',
      start: at,
      end,
      min,
      max,
      unit: unit === '時間半' ? '時間' : unit,
      bound: boundOf(before, after, context, later),
      confidence: before === undefined && after === undefined ? 0.7 : 0.85,
      ...perOf(after, context, later),
    });
  }
  return found;
}

function boundOf(
  before: string | undefined,
  after: string | undefined,
  context: string,
  later: string,
): FoundQuantity['bound'] {
  if (
    /上限|限度/.test(`${before ?? ''}${after ?? ''}`) ||
    /上限[^。、]{0,10}$/.test(context) ||
    /^(?:を|が)(?:上限|限度)/.test(later)
  )
    return 'cap';
  if (before === '最大' || after === '以下' || after === '以内' || /最大(?:で)? ?$/.test(context)) return 'at-most';
  if (before === '最低' || before === '少なくとも' || after === '以上') return 'at-least';
  if (after === '未満') return 'less-than';
  if (
    /概ね|おおむね|およそ|約/.test(`${before ?? ''}${context.slice(-4)}`) ||
    after === '程度' ||
    after === '前後' ||
    later.startsWith('程度')
  )
    return 'about';
  return 'exact';
}

function perOf(after: string | undefined, context: string, later: string): Pick<FoundQuantity, 'per'> {
  if (
    /月/.test(after ?? '') ||
    /(?:月|毎月|1か月)(?:に|あたり|当たり|間)?[^。、]{0,4}$/.test(context) ||
    /^\/ ?月/.test(later)
  )
    return { per: 'month' };
  if (/年/.test(after ?? '') || /(?:年間|年|年度)(?:に|で|を通じて|目標[^。、]{0,8})?[^。、]{0,4}$/.test(context))
    return { per: 'year' };
  if (/(?:あたり|当たり|につき|ごと(?:に)?)[^。、]{0,4}$/.test(context)) return { per: 'each' };
  return {};
}
