import { type Guess, placeOf } from './capability.ts';
import type { Found } from './finding.ts';
import { fold, isSentence } from './line.ts';
import type { Passage } from './passage.ts';

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

type Rule = { kind: ClauseKind; confidence: number; fits: (seen: Seen) => RegExp | boolean };
type Seen = {
  text: string;
  title: string;
  /** Headings above, the innermost last. */
  under: readonly string[];
  found: Found;
  passage: Passage;
};

const DOCUMENT =
  '(?:書|表|票|資料|シート|チェックリスト|議事録|アンケート|案|一覧|教材|台帳|方針|概要版|版|調書|様式|WBS(?:[^。、]{0,12})?)';
/** The document is what the sentence is about: it is made, or handed over. */
const MADE = new RegExp(
  `${DOCUMENT}(?:の案)?(?:等)?(?:[(][^()]*[)])?を[^。]{0,24}(?:作成(?!に)|提出(?!を求|され)|納品|納入|取りまと|とりまと)|報告書として|成果物(?:は|と)|納品物(?:は|を)`,
  'u',
);

/** In this order; the first that fits decides. Words of the law and of contracts come before words of the trade. */
const RULES: readonly Rule[] = [
  {
    kind: 'schedule',
    confidence: 0.9,
    fits: ({ title }) => fits(/^(?:委託|履行|契約|業務|実施)?期間(?:$|[\s:])|期間$/u, title),
  },
  {
    kind: 'subcontract',
    confidence: 0.8,
    fits: ({ text }) => fits(/再委託|第三者に(?:委託|請け負わせ)|一括して委託/u, text),
  },
  {
    kind: 'confidentiality',
    confidence: 0.75,
    fits: ({ text }) =>
      fits(
        /守秘|秘密(?:保持|を守)|機密(?:保持|の保持|情報の)|知り得た[^。]*(?:漏ら|提供|開示|知らせ)|目的外|複製|誓約書|非公開|第三者に[^。]*(?:閲覧|提供|譲渡|貸与|開示|漏)|個人情報の保護/u,
        text,
      ),
  },
  {
    kind: 'disposal',
    confidence: 0.75,
    fits: ({ text }) => fits(/(?:返還|廃棄|消去|返却|抹消|焼却|裁断)[^。]*(?:する|こと|ならない|処分)/u, text),
  },
  {
    kind: 'work',
    confidence: 0.7,
    fits: ({ title, under }) => /目的$|趣旨$|背景$|^件名|^業務名/u.test(under[0] ?? title),
  },
  {
    kind: 'meeting',
    confidence: 0.8,
    fits: ({ text }) =>
      fits(/^(?:会場|開催(?:方法|場所|日時|頻度|回数))|(?:への|対する)説明(?:を|、|$|\n)|説明を行うこと/u, text),
  },
  {
    kind: 'deliverable',
    confidence: 0.85,
    fits: ({ under, text }) => listed(under, text, /成果物|納品物|納入物|成果品|提出書類/u),
  },
  {
    kind: 'standard',
    confidence: 0.8,
    fits: ({ under, title, text }) =>
      listed(under, text, /基準|規程等$|関係法令/u) || (under[0] ?? title).endsWith('基準'),
  },
  { kind: 'qualification', confidence: 0.75, fits: ({ under, text }) => listed(under, text, /要件|資格|認証/u) },
  {
    kind: 'qualification',
    confidence: 0.75,
    fits: ({ text, title }) =>
      fits(
        /資格(?:等)?[をの]|(?:資格|実績|経験|知識|知見)[^。]{0,10}(?:有し|有する|保有)|保有者|実績を(?:有|持)|経験を(?:有|持)|経験年数|認証(?:を|の取得|$)|登録(?:されて|を受けて)|有効期限|精通|要件を満たす|(?:すべて|全て)満たす/u,
        text,
      ) || fits(/(?:資格|要件)$/u, title),
  },
  {
    kind: 'team',
    confidence: 0.7,
    fits: ({ text }) =>
      fits(
        /(?:実施|業務|監査の)?体制(?:を|図|に|表)|従事者|責任者[^。]{0,14}を(?:定|置|設|選)|担当(?:者(?:を(?:定|置|配|選|変更)|の(?:配置|変更))|する(?:主たる)?者は)|人員|構成員|(?:チーム|班)(?:を|は)[^。]*(?:編成|構成)|[1-9]\d?(?:人|名)以上(?:で|を配|が)/u,
        text,
      ),
  },
  {
    kind: 'meeting',
    confidence: 0.75,
    fits: ({ under, title }) =>
      /会議|打ち?合わ?せ|報告会|説明会|定例会|への説明$|結果の説明$/u.test(under.at(-1) ?? '') &&
      fits(/会場|場所|開催|方法|出席|時間|頻度|日時|内容/u, title),
  },
  {
    kind: 'deadline',
    confidence: 0.7,
    fits: ({ text, found }) =>
      found.deadlines.some((one) => one.kind === 'span') && !/議事録|対面/u.test(text.slice(0, 12)),
  },
  {
    kind: 'meeting',
    confidence: 0.75,
    fits: ({ text, found }) => found.cadences.length > 0 && /会|打ち?合/u.test(text),
  },
  {
    kind: 'quantity',
    confidence: 0.65,
    fits: ({ text, title, found }) =>
      (/^対象(?!外)/u.test(title) || (/対象(?:は|とする)/u.test(text) && text.length < 100)) &&
      (found.quantities.length > 0 || text.length < 60),
  },
  {
    kind: 'conduct',
    confidence: 0.7,
    fits: ({ text }) =>
      fits(
        /協議(?:の上|のうえ|し(?:て|、)?|により)[^。]{0,12}(?:定め|決定|決める|実施|行)|(?:発注者|市|町|村|区|県)(?:が|で|の[^。、]{1,8}で)[^。、]{0,12}(?:行う|用意する|指定する|提供する|通知する)(?:ものと|こと)?(?:する)?。|負担(?:と|で)|省略|指示に(?:従|基づ)|ことができる。|場合がある。|誠意|柔軟|疑義|言語|連携|損害|責任を負|瑕疵|契約不適合|立ち?入り?|措置を講/u,
        text,
      ),
  },
  {
    kind: 'deadline',
    confidence: 0.6,
    fits: ({ text, found }) => found.deadlines.length > 0 || fits(/速やかに|遅滞なく|その都度|都度、|直ちに/u, text),
  },
  {
    kind: 'meeting',
    confidence: 0.7,
    fits: ({ title }) => fits(/会議|打ち?合わ?せ|報告会|説明会|定例会|検討会|キックオフ/u, title),
  },
  {
    kind: 'deliverable',
    confidence: 0.65,
    fits: ({ text, title }) => PAPER_TITLE.test(title) || (!WORK_TITLE.test(title) && fits(MADE, text)),
  },
  {
    kind: 'standard',
    confidence: 0.65,
    fits: ({ text, title }) =>
      fits(
        /(?:基準|ガイドライン|規程|規則|要領|方針|標準)(?:等)?(?:」|[(][^()]*[)])?$|準拠|最新版|を優先(?:して|する)|(?:当たって|あたって|ついて)は[^。]*(?:明示|明記|明確|考慮|配慮|記載|併記)|とは、[^。]*をいう|(?:を|も)(?:併記|明記|記載)すること|踏まえ(?:た|て)(?:内容|もの)|観点(?:から|で)|留意|遵守/u,
        text,
      ) || fits(/基準$/u, title),
  },
  {
    kind: 'quantity',
    confidence: 0.65,
    fits: ({ text, title, found }) =>
      !WORK_TITLE.test(title) &&
      text.length < 140 &&
      found.quantities.some((one) => one.bound !== 'exact' || one.confidence > 0.8 || text.length < 40),
  },
  {
    kind: 'meeting',
    confidence: 0.6,
    fits: ({ text }) => fits(/会議を|打ち?合わ?せを|(?:報告|説明|定例)会(?:を|に)/u, text),
  },
  {
    kind: 'schedule',
    confidence: 0.55,
    fits: ({ text }) => fits(/スケジュール|日程|実施時期|時期[^。]*(?:決定|選択|調整)|令和\d+年\d+月/u, text),
  },
  {
    kind: 'conduct',
    confidence: 0.55,
    fits: ({ under, title }) => /その他|全般|実施方法|共通事項|一般事項|注意事項/u.test(under[0] ?? title),
  },
  {
    kind: 'work',
    confidence: 0.6,
    fits: ({ text, title }) =>
      WORK_TITLE.test(title) ||
      fits(/実施|確認|調査|分析|支援|助言|検証|評価|提案|見直|作成|整備|点検|審査|診断|監査|対応|目的/u, text),
  },
  // Below a chapter about the business, what is no sentence names a piece of it.
  {
    kind: 'work',
    confidence: 0.5,
    fits: ({ under, text, title }) =>
      (/業務|委託/u.test(under[0] ?? '') && !isSentence(text)) || fits(/名$|件名|目的/u, title),
  },
];

/** A heading that names a document. */
const PAPER_TITLE = new RegExp(
  `(?:計画書|報告書|チェックリスト|調査票|議事録|教材|資料|様式|${DOCUMENT}(?:等)?(?:の|及び[^、]{0,12}の)(?:作成|見直し|修正|取りまとめ))(?:[(][^()]*[)])?$`,
  'u',
);
/** A heading that names work: what follows is about doing it, whatever papers it needs. */
const WORK_TITLE = /(?:の実施|支援|研修|訓練|監査|診断|対応|検査|調査|評価|見直し?|分析)$/u;

/** What a clause is about, with how sure the guess is and the words it rests on. */
export function kindOf(passage: Passage, found: Found): Guess<ClauseKind> {
  if (passage.row !== undefined) {
    return {
      value: passage.row.schedule ? 'schedule' : 'deliverable',
      confidence: 0.9,
      start: 0,
      end: passage.row.name.length,
    };
  }
  const text = fold(passage.text);
  const seen = { text, title: fold(passage.title), under: passage.under.map(fold), found, passage };
  for (const { kind, confidence, fits: holds } of RULES) {
    const held = holds(seen);
    if (held === false) continue;
    return { value: kind, confidence, ...(held === true ? numberOf(kind, found) : placeOf(held, text)) };
  }
  return { value: 'conduct', confidence: 0.4, start: 0, end: 0 };
}

/** The number that makes a clause one of this kind. */
function numberOf(kind: ClauseKind, found: Found): { start: number; end: number } {
  const one =
    kind === 'deadline'
      ? found.deadlines[0]
      : kind === 'meeting'
        ? found.cadences[0]
        : kind === 'quantity'
          ? found.quantities[0]
          : undefined;
  return { start: one?.start ?? 0, end: one?.end ?? 0 };
}

const fits = (words: RegExp, text: string): RegExp | false => (words.test(text) ? words : false);

/** A member of a list under such a heading: a name rather than a sentence. */
function listed(under: readonly string[], text: string, heading: RegExp): boolean {
  return under.some((one) => heading.test(one)) && text.length < 80 && !/。/u.test(text);
}
