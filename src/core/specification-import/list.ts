import { fold, isSentence } from './line.ts';
import { titleOf } from './outline.ts';
import type { Place } from './place.ts';

/** What a list stands under: the sentence before it, the headings, a box. */
export type ListContext = { stem: string; under: readonly string[]; inBox: boolean };

const ALTERNATIVES = /いずれか|何れか|もしくは次|のうち(?:一|１|1)つ/;
const DELIVERABLES = /成果物|納品物|納入物|成果品|提出物|提出書類/;
const FIELDS =
  /(?:調査|確認|点検|監査|記載)項目として(?:次|以下|下記)|(?:次|以下|下記)(?:の|に|に(?:掲げ|挙げ|示す?|記す))[^。]*?(?:事項|項目|観点|点|技法|内容|要素|区分|情報|順序)(?:[^。]*?)(?:記載|含|確認|調査|点検|留意|注意|明記|報告|定め|行え|用い|整理|明示|実施|届け出|設け)/;
const DOCUMENT =
  /(?:書|書類|表|簿|台帳|資料|計画|要領|要綱|手順|規程|規則|規定|基準|基準群|方針|ポリシー|ガイドライン|マニュアル|ハンドブック|記録|報告|案|様式|シート|チェックリスト|議事録|データ|図|認証|登録|登録簿|証|票|対応策|パンフレット|教材)(?:等|類|一式)?(?:\s*[（(][^（）()]*[)）])*$/;
const COUNTED =
  /\d+ ?(?:人|名|部|件|回|項目|課|局|所属|システム|サイト|事務|ページ|ip|アカウント|時間|分間?|日間?|台|拠点|種|つ|社|箇所|か所|円|千円)/i;

/** Whether the members of a list only fill in the sentence before it, rather than being duties of their own. */
export function isContents(places: readonly Place[], context: ListContext): boolean {
  const style = places[0]?.marker?.style;
  if (style === 'note' || style === 'box' || style === 'angle') return false;
  const texts = places.map((place) => titleOf(place));
  const deep = places.some((place) => place.flow.length > 1);
  const folded = texts.map((text) => fold(text).trim());
  if (context.inBox && (style === 'bullet' || places.some((place) => place.embedded)))
    return !(
      places.some((place) => !place.embedded) &&
      folded.every((text) => isSentence(text)) &&
      !COUNTED.test(folded.join())
    );
  if (places.every((place) => place.embedded)) return true;
  if (style === 'bullet' && places.length === 1) return true;
  if (ALTERNATIVES.test(context.stem)) return !deep || style === 'bullet';
  if (deep) return false;
  if (context.under.some((title) => DELIVERABLES.test(title))) return false;
  const sentences = folded.filter((text) => isSentence(text)).length;
  if (FIELDS.test(fold(context.stem))) return sentences < places.length / 2 || /調査|点検|記載/.test(context.stem);
  if (sentences >= places.length / 2) return false;
  if (folded.some((text) => COUNTED.test(text))) return false;
  if (folded.some((text) => hasLabel(text))) return false;
  return folded.filter((text) => DOCUMENT.test(text)).length < places.length / 2;
}

/** A member that states an amount in a sentence is a duty of its own even among mere contents. */
export function standsAlone(place: Place, context: ListContext): boolean {
  if (context.inBox || ALTERNATIVES.test(context.stem)) return false;
  const text = fold(titleOf(place)).trim();
  return place.marker?.style === 'bullet' && isSentence(text) && COUNTED.test(text);
}

/** 「日程 発注者と調整の上決定する」, 「対象：全ての事務」: a name with what is said about it. */
const hasLabel = (text: string): boolean =>
  /^[^\s、。:]{2,12}(?:[ :]|…|・{2,})\s*\S{4,}/.test(text) && !/^[A-Za-z]/.test(text);
