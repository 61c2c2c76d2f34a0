/** What the four sections plan against the findings of this year, and what came of it before the contract ended. */
import type { Result } from '../common/improvement-acts.ts';
import type { ImprovementWords } from '../common/improvement-words.ts';

export interface PlanWords extends Omit<ImprovementWords, keyof Result> {
  readonly due: string;
  /** Where it was put right and confirmed within the contract. */
  readonly done?: Result;
}

/** By section and item of the checklist. */
export const PLAN_WORDS: Readonly<Record<string, PlanWords>> = {
  'citizens:da-locked-storage': {
    cause: '書庫の鍵の保管場所と、使った後に返す手順を決めていなかった。',
    measure: '施錠できる鍵箱を課長の席の近くに設け、貸出しと返却を鍵の管理簿に記録する。',
    shortTerm: '鍵箱を設けるまでの間、鍵を係長の施錠した引出しに保管する。',
    longTerm: '半年に1回、管理簿と鍵の現物を係長が照らし合わせる。',
    budget: '鍵箱の購入　約3万円（令和9年度の予算で対応）',
    advice: '鍵箱の鍵を持つ者と、不在のときに代わる者も手順に書いてください。',
    due: '2027-04-30',
  },
  'citizens:da-takeout': {
    cause: '承認する者が不在のときの手続がなく、口頭の承認を後から記録することになっていた。',
    measure: '課長、課長補佐及び係長の順に承認する者を定め、承認のない持出しを行わないこととする。',
    shortTerm: '管理簿の様式に代わりに承認する者の欄を加える。',
    longTerm: '毎月末に、管理簿の記載の漏れを課長補佐が確かめる。',
    budget: '不要',
    advice: '毎月末の確認は、確かめた日と者が分かる形で管理簿に残してください。',
    due: '2027-04-01',
  },
  'citizens:da-counter': {
    cause: '繁忙期の仮置きの場所を決めていなかった。',
    measure: '受付済みの申請書の仮置きの棚を窓口の内側に設け、1時間ごとに執務室に移す。',
    shortTerm: '仮置きの棚を窓口の内側に移す。',
    longTerm: '繁忙期の前に、窓口の配置を課内で確かめる。',
    budget: '不要',
    advice: '移す時刻と担当を当番表に書いておくと、応援の職員にも伝わります。',
    due: '2027-03-19',
    done: {
      report: '棚を窓口の内側に移し、移す時刻と担当を当番表に加えた。',
      evaluation: '3月の繁忙期の2週間、来庁者の手の届く場所に申請書が残ることはなかった。',
      result: '窓口の写真と当番表を読み、棚が内側に置かれ、1時間ごとの担当が記録されていることを確かめた。',
    },
  },
  'systems:da-server-room': {
    cause: '退室の時刻の記入漏れを確かめる担当と頻度を決めていなかった。',
    measure: '毎週、入退室の記録を電子錠の記録と照らし合わせ、記入漏れの理由を確かめて記録する。',
    shortTerm: '9月及び10月の記入漏れ17件を、電子錠の記録により補う。',
    longTerm: '次の電子錠の更新の際に、手書きの記録を廃することを検討する。',
    budget: '不要（電子錠の更新は令和10年度に検討）',
    advice: '照らし合わせた結果、電子錠にも記録のないものは、その日のうちに課長へ知らせる手順としてください。',
    due: '2027-05-31',
  },
  'systems:da-media': {
    cause: '保守用の記録媒体を加えたときに登録する手順がなかった。',
    measure: '媒体を受け入れた日に登録し、登録番号の札を付けてから使うこととする。',
    shortTerm: '登録していなかった1本を登録する。',
    longTerm: '四半期ごとに、管理簿と現物を照らし合わせる。',
    budget: '不要',
    advice: '保守業者が持ち込む媒体も、受け入れの際に登録の対象としてください。',
    due: '2027-03-19',
    done: {
      report: '1本を登録し、全ての媒体に登録番号の札を付けた。3月の照らし合わせを終えた。',
      evaluation: '管理簿の7本と現物が一致した。手順を改めた後に加えた1本は、受け入れた日に登録している。',
      result: '管理簿と札の写真を読み、登録番号と本数が一致することを確かめた。',
    },
  },
  'insurance:da-outsourcing-supervision': {
    cause: '委託先の管理の状況を確かめる様式と時期を決めておらず、電話による確認を記録していなかった。',
    measure: '年1回、市の様式により委託先から報告を受け、必要に応じて実地で確かめて記録する。',
    shortTerm: '令和8年度分の報告を全ての委託先に求める。',
    longTerm: '次の契約の仕様書に、報告の様式と時期を加える。',
    budget: '不要',
    advice: '報告の様式には、再委託先の状況と、情報を返した又は消去した記録の欄を設けてください。',
    due: '2027-06-30',
  },
  'nursery:da-takeout': {
    cause: '施設の巡回のときに管理簿を記入する手順が定着していなかった。',
    measure: '巡回の前後に係長が管理簿の記入を確かめ、記入のない端末を渡さないこととする。',
    shortTerm: '巡回に用いる端末の置き場に、管理簿を備える。',
    longTerm: '巡回の予定表と管理簿を毎月照らし合わせる。',
    budget: '不要',
    advice: '係長が巡回に出るときに代わって確かめる者も定めてください。',
    due: '2027-04-30',
  },
  'nursery:da-training': {
    cause: '年度の途中で任用した職員に、研修の案内が届いたかを確かめる手順がなかった。',
    measure: '任用の際に研修の予定を渡し、受講した日を任用の書類の一覧に記録する。',
    shortTerm: '受講を確かめられなかった3人に、2月中に受講させる。',
    longTerm: '四半期ごとに、在籍する会計年度任用職員と受講の記録を照らし合わせる。',
    budget: '不要',
    advice: '受講の記録は、研修を行う課から届く一覧と突き合わせると漏れを防げます。',
    due: '2027-03-19',
    done: {
      report: '3人が2月19日までに受講した。任用の書類の一覧に、受講した日の欄を加えた。',
      evaluation: '会計年度任用職員14人の全員の受講を、記録で確かめられるようになった。',
      result: '受講の記録と任用の書類の一覧を読み、14人の受講の日が一致することを確かめた。',
    },
  },
};
