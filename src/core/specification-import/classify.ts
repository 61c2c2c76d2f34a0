import type { Found } from './finding.ts';
import { fold } from './line.ts';
import type { Passage } from './passages.ts';

export type ClauseKind =
  | 'confidentiality'
  | 'conduct'
  | 'deadline'
  | 'deliverable'
  | 'disposal'
  | 'meeting'
  | 'qualification'
  | 'quantity'
  | 'schedule'
  | 'standard'
  | 'subcontract'
  | 'team'
  | 'work';

/** Words that speak for a kind, the more telling ones first. The first that fits decides. */
const KINDS: readonly (readonly [ClauseKind, RegExp])[] = [
  ['subcontract', /再委託|第三者に(?:委託|請け負わせ)|一括して委託/],
  [
    'confidentiality',
    /守秘|秘密(?:保持|を守)|機密(?:保持|の保持)|知り得た[^。]*(?:漏ら|提供|開示|知らせ)|目的外|複製(?:を|して)|誓約書|非公開/,
  ],
  ['disposal', /(?:返還|廃棄|消去|返却|抹消|焼却|裁断)[^。]*(?:する|こと|ならない|処分)/],
  ['qualification', /資格|実績を(?:有|持)|経験を(?:有|持)|認証を(?:取得|受け)|登録(?:されて|を受けて)|有効期限|精通/],
  ['team', /体制|従事者|責任者を(?:定|置|設|選)|担当者を(?:定|置|配|選)|業務担当者の変更|人員|構成員/],
];
const LATE_KINDS: readonly (readonly [ClauseKind, RegExp])[] = [
  ['meeting', /会議|打ち?合(?:わ)?せ|報告会|説明会|定例会|検討会|キックオフ|委員会[^。]*報告/],
  [
    'deliverable',
    /(?:書|表|資料|シート|チェックリスト|議事録|案|一覧|教材|台帳)(?:の案)?(?:[（(][^）)]*[)）])?(?:を|の)[^。]{0,30}(?:作成|提出|納品|納入|整備|取りまと|とりまと)/,
  ],
  ['schedule', /期間|スケジュール|日程|実施時期|時期[^。]*(?:決定|選択|調整)/],
  [
    'standard',
    /(?:基準|ガイドライン|規程|規則|要領|方針)(?:等)?(?:[（(].*[)）])?$|準拠|最新版|踏まえ(?:て|る|た)[^。]*こと|観点|留意|項目は[^。]*記載/,
  ],
];

/** What a clause is about, with how sure the guess is. */
export function kindOf(passage: Passage, found: Found): { kind: ClauseKind; confidence: number } {
  const text = fold(passage.text);
  const title = fold(passage.title);
  const under = fold(passage.under.join(' '));
  if (passage.row !== undefined) return { kind: passage.row.schedule ? 'schedule' : 'deliverable', confidence: 0.9 };
  const early = KINDS.find(([, words]) => words.test(title) || words.test(text));
  if (/期間$|^(?:委託|履行|契約)期間/.test(title)) return { kind: 'schedule', confidence: 0.9 };
  if (/成果物|納品物|納入物/.test(under) && text.length < 60 && !/。/.test(text))
    return { kind: 'deliverable', confidence: 0.85 };
  if (early !== undefined) return { kind: early[0], confidence: early[1].test(title) ? 0.8 : 0.65 };
  if (found.deadlines.some((one) => one.kind === 'span') || /速やかに|その都度|都度、|直ちに/.test(text)) {
    return { kind: 'deadline', confidence: 0.7 };
  }
  if (found.deadlines.length > 0) return { kind: 'deadline', confidence: 0.65 };
  if (found.cadences.length > 0 && /会|打合/.test(text)) return { kind: 'meeting', confidence: 0.8 };
  if (found.quantities.some((one) => one.bound !== 'exact' || one.confidence > 0.8))
    return { kind: 'quantity', confidence: 0.6 };
  const late = LATE_KINDS.find(([, words]) => words.test(title)) ?? LATE_KINDS.find(([, words]) => words.test(text));
  if (late !== undefined) return { kind: late[0], confidence: late[1].test(title) ? 0.7 : 0.55 };
  if (found.quantities.length > 0) return { kind: 'quantity', confidence: 0.5 };
  if (/(?:実施|確認|調査|分析|支援|助言|検証|評価|提案|見直|作成|整備|点検|審査|診断|監査|対応|目的)/.test(text)) {
    return { kind: 'work', confidence: 0.55 };
  }
  return { kind: 'conduct', confidence: 0.4 };
}

/** Parts of the product and the words that point to them. */
const CAPABILITIES: readonly (readonly [string, RegExp])[] = [
  ['password-audit', /パスワード(?:検査|ファイル|解析|の強度)/g],
  ['vendor-site-audit', /リモート保守|保守拠点|データセンター/g],
  ['my-number', /マイナンバ|特定個人情報|個人番号|番号法/g],
  ['internal-audit', /内部監査/g],
  ['external-audit', /外部監査|監査|ヒアリング|現場確認|発見事項|指摘事項/g],
  ['self-check', /自己点検|予備調査|セルフチェック|調査票/g],
  ['diagnosis', /診断|侵入検査|脆弱性|ペネトレーション|ポートスキャン/g],
  ['training', /研修|eラーニング|教材|受講|講師/gi],
  ['drill', /訓練/g],
  ['incident', /インシデント|CSIRT|事故(?!対応訓練)|漏えい[^。]*(?:生じ|発生)/g],
  ['policy', /ポリシ[ー―]|規[程定](?:等)?の?(?:改[定訂]|見直)|対策基準|改[定訂]|対照表/g],
  ['registers', /台帳|登録簿|管理表|一覧表/g],
  ['cloud-service', /クラウド|外部サービス|ISMAP|SaaS/g],
  ['procurement-review', /調達(?!仕様書$)|企画審査|審査依頼|費用対効果|システム構成/g],
  ['consultation', /相談|問[いい]?合わ?せ|問い合わせ/g],
  ['advisory', /助言|情報提供|提言|動向|支援計画/g],
  ['meetings', /会議|打ち?合わ?せ|定例会|キックオフ|議事録|web会議/gi],
  ['deliverables', /成果物|納品|納入|返還|廃棄|消去|電子媒体|CD-ROM/g],
  ['team', /資格|従事者|実施体制|業務体制|実績|監査チーム|経験|認証/g],
  ['obligations', /守秘|秘密|機密|再委託|個人情報の(?:保護|取扱)|法令|著作権|帰属|目的外|立入|検査を|誓約/g],
  [
    'engagement',
    /件名|業務名|委託期間|履行(?:期間|場所)|契約期間|スケジュール|作業計画|実施計画|進捗|疑義|協議(?:の上|のうえ|し(?:て)?|により)?[^。]*(?:定め|決定)|目的|支払/g,
  ],
];

/** The part of the product that looks after a clause. */
export function capabilityOf(passage: Passage): { capability: string; confidence: number } {
  const title = fold(passage.title);
  const under = fold(passage.under.slice(1).join(' '));
  const chapter = fold(passage.under[0] ?? passage.title);
  const text = fold(passage.text);
  const scores = CAPABILITIES.map(([capability, words]) => ({
    capability,
    score:
      count(title, words) * 3 + count(under, words) * 2 + count(chapter, words) * 1.5 + Math.min(3, count(text, words)),
  })).sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (best === undefined || best.score === 0) return { capability: 'engagement', confidence: 0.3 };
  const lead = best.score / Math.max(1, best.score + (second?.score ?? 0));
  return { capability: best.capability, confidence: Math.min(0.9, Number(lead.toFixed(2))) };
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0;
}
