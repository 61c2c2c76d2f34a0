import { fold } from './line.ts';
import type { Passage } from './passage.ts';

/** A guess with how sure it is and, where the text of the clause has them, the words that it rests on. */
export type Guess<T extends string> = { value: T; confidence: number; start: number; end: number };

/**
 * Parts of the product and the words that point to them, the more particular ones first: where two fit equally well, a
 * training about マイナンバー is about マイナンバー.
 */
const CAPABILITIES: readonly (readonly [string, RegExp])[] = [
  ['password-audit', /パスワード(?:検査|ファイル|解析|の強度)/u],
  ['vendor-site-audit', /リモート保守|保守拠点|データセンタ/u],
  ['my-number', /マイナンバ|特定個人情報|個人番号|番号法/u],
  ['procurement-review', /調達(?!仕様書$)|企画審査|審査依頼|費用対効果|システム構成|見積(?:書)?の(?:精査|妥当)/u],
  ['cloud-service', /クラウド|外部サービス|ISMAP|SaaS/iu],
  ['drill', /訓練/u],
  ['registers', /台帳|登録簿|管理表/u],
  ['internal-audit', /内部監査/u],
  ['diagnosis', /診断|侵入検査|脆弱性|ペネトレーション|ポートスキャン/u],
  ['self-check', /自己点検|予備調査|セルフチェック|自己評価/u],
  ['training', /研修|eラーニング|教材|受講|講師|講義|教育/iu],
  ['incident', /インシデント|CSIRT|事故(?!対応訓練)|漏えい[^。]*(?:生じ|発生)/iu],
  ['external-audit', /外部監査|(?<!内部)監査|現場確認|現地調査|発見事項|指摘事項/u],
  [
    'policy',
    /ポリシ[ー―]|規[程定則](?:類|等)?の?(?:改[定訂]|見直|整備)|対策基準|改[定訂]|対照表|手順書?の(?:改|見直|作成|整備)|推進関連文書/u,
  ],
  ['consultation', /相談|問[いい]?合わ?せ/u],
  ['advisory', /助言|情報提供|情報収集|提言|動向|支援計画/u],
  ['meetings', /会議|打ち?合わ?せ|定例(?:報告)?会|キックオフ|議事録/u],
  ['deliverables', /成果物|納品|納入|返還|返却|廃棄|消去|抹消|電子媒体|CD-ROM/u],
  ['team', /資格|従事者|実施体制|業務体制|実績を|監査チーム|経験を|認証|責任者を|担当者の変更|人員/u],
  [
    'obligations',
    /守秘|秘密|機密|再委託|個人情報の(?:保護|取扱|取り扱)|法令|著作権|帰属|目的外|立入|検査を|誓約|第三者|監督者|遵守/u,
  ],
  [
    'engagement',
    /件名|業務名|委託期間|履行(?:期間|場所)|契約期間|スケジュール|作業計画|進捗|疑義|協議[^。]*(?:定め|決定)|目的|支払|負担/u,
  ],
];

/** Chapters that settle what everything under them is about, whatever it names. */
const CHAPTERS: readonly (readonly [string, RegExp])[] = [
  ['deliverables', /成果物|納品物|納入物|成果品|提出書類|納入(?:場所|方法)/u],
  [
    'team',
    /(?:資格|体制|従事者)(?:等|について)?$|(?:資格|従事者|監査人|担当者|技術者|受託者|受注者|人員)[^、]{0,6}要件$|資格及び体制|実施体制/u,
  ],
  ['obligations', /守秘|秘密|機密保持|個人情報|情報セキュリティに関する(?:事項|遵守)|遵守事項|再委託|損害|著作権/u],
  ['policy', /(?:適用|準拠)(?:する)?基準|関係(?:法令|規程)等?$/u],
];
/** What belongs elsewhere in spite of its chapter. */
const APART: Readonly<Record<string, RegExp>> = {
  deliverables: /環境に配慮/u,
  team: /会議|打ち?合わ?せ|連絡(?:手段|体制)|電子メールを基本/u,
  obligations: /返還|廃棄|返却|抹消/u,
};
/** What a contract says of itself, whatever its name names. */
const FRAME = /^(?:件名|業務名|委託(?:業務)?名|(?:委託|履行|契約)(?:期間|場所))/u;
const RIGHTS = /著作権|帰属(?:する|は)/u;

/** The part of the product that looks after a clause. */
export function capabilityOf(passage: Passage): Guess<string> {
  const text = fold(passage.text);
  const title = fold(passage.title);
  const under = passage.under.map(fold);
  const chapter = under[0] ?? title;
  if (FRAME.test(title)) return { value: 'engagement', confidence: 0.85, ...placeOf(FRAME, text) };
  if (RIGHTS.test(text)) return { value: 'obligations', confidence: 0.7, ...placeOf(RIGHTS, text) };
  const settled = CHAPTERS.find(([, words]) => words.test(chapter));
  if (settled !== undefined && APART[settled[0]]?.test(text) !== true) {
    return { value: settled[0], confidence: 0.8, ...placeOf(settled[1], text) };
  }
  const general = generalIn(under);
  const scores = CAPABILITIES.map(([capability, words], order) => {
    const headings = under.map((one, depth) => (words.test(one) ? 2 + depth * 0.5 : 0));
    const own = (words.test(title) ? 3 : 0) + (words.test(text) ? 1 : 0);
    return { capability, words, score: general.has(capability) ? 0 : own + Math.max(0, ...headings), order };
  }).sort((a, b) => b.score - a.score || a.order - b.order);
  const [best, second] = scores;
  if (best === undefined || best.score === 0) return { value: 'engagement', confidence: 0.3, start: 0, end: 0 };
  const lead = best.score / (best.score + (second?.score ?? 0));
  return { value: best.capability, confidence: Math.min(0.9, Number(lead.toFixed(2))), ...placeOf(best.words, text) };
}

/** What a heading names only in general beside something particular: of an audit of マイナンバー, the audit. */
function generalIn(under: readonly string[]): ReadonlySet<string> {
  return new Set(
    under.flatMap((heading) =>
      CAPABILITIES.filter(([, words]) => words.test(heading))
        .slice(1)
        .map(([capability]) => capability),
    ),
  );
}

/** The first words of the text that fit; nothing where only a heading does. */
export function placeOf(words: RegExp, folded: string): { start: number; end: number } {
  const match = words.exec(folded);
  return match === null ? { start: 0, end: 0 } : { start: match.index, end: match.index + match[0].length };
}
