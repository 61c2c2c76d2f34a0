/** Observations that the auditors of the scripted years make, each on the item of a catalogue. */
import type { Observation } from './audit-data.ts';

/** Of every section: storage, reporting, outsourcing. */
export const DISPOSAL: Observation = {
  item: 'mp-disposal-media',
  judgement: 'inadequate',
  fact: '使用しなくなった外付けハードディスク2台が、消去の記録のないまま物品庫に置かれていた。',
  evidence: '物品庫の棚に、令和元年度の備品番号のある外付けハードディスク2台を確認した。消去の記録は見当たらなかった。',
  text: {
    cause: '媒体を更新したときに、消去を依頼する手順と期限が課内で決められていなかった。',
    risk: '残った情報が持ち出され、個人情報が漏れるおそれがある。',
    recommendation:
      '更新した媒体は1か月以内に消去を依頼することを課内の手順に定め、消去した日、方法及び消去した者を台帳に記録する。',
    importance: 'high',
    ease: 'easy',
    cost: '消去は担当課が行うため、費用はかからない。',
    alternatives: [{ remedy: '消去までの間、施錠した箱に納めて封印する。', ease: 'easy', cost: '箱の購入に約5千円' }],
    constraints: { physical: '物品庫は他課と共用である。', organisational: '特になし。', affair: '特になし。' },
  },
  sectionSays: '指摘のとおりです。2台は速やかに消去を依頼し、今後は台帳で管理します。',
};

export const REPORT_ROUTE: Observation = {
  item: 'mp-report-route',
  judgement: 'minor',
  fact: '事故の連絡先の掲示が前年度の担当者のままとなっており、聞き取りをした職員5人のうち2人が連絡先を答えられなかった。',
  evidence: '執務室の掲示（前年度の日付）を確認し、職員5人に連絡先を尋ねた結果を記録した。',
  text: {
    cause: '人事異動の後に掲示と名簿を改める担当が決まっていなかった。',
    risk: '事故の発見から報告までに時間がかかり、被害が広がるおそれがある。',
    recommendation: '年度当初に連絡先の掲示を改めることを事務引継書に加え、4月の課内会議で全ての職員に知らせる。',
    importance: 'medium',
    ease: 'easy',
    cost: '費用はかからない。',
    constraints: {
      physical: '特になし。',
      organisational: '会計年度任用職員が多く、全員が集まる機会は限られる。',
      affair: '特になし。',
    },
  },
  sectionSays: '掲示は当日に改めました。会計年度任用職員にも個別に説明します。',
};

export const REGISTER: Observation = {
  item: 'mp-register-coverage',
  judgement: 'minor',
  fact: '今年度に作られた共有フォルダ2つが、情報資産の台帳に載っていなかった。',
  evidence: '共有フォルダの一覧と台帳を照合し、台帳にない2つのフォルダの名称と作成日を記録した。',
  text: {
    cause: 'フォルダを作るときに、台帳への記載を確かめる手順がなかった。',
    risk: '誰も把握しない情報が残り、権限の見直しと廃棄が行われないおそれがある。',
    recommendation: 'フォルダの作成を申請する様式に台帳の番号の欄を設け、半年に1回、一覧と台帳を照合する。',
    importance: 'medium',
    ease: 'moderate',
    cost: '様式の変更のみで、費用はかからない。',
    constraints: { physical: '特になし。', organisational: '特になし。', affair: '特になし。' },
  },
  sectionSays: '台帳に追記しました。半年ごとの照合を始めます。',
};

export const CONTRACT_CLAUSES: Observation = {
  item: 'mp-oc-clauses',
  judgement: 'adequate',
  fact: '契約を起案するときに、課独自の確認表で条項の漏れを確かめ、確認した者の印を残していた。',
  evidence: '今年度の契約3件の確認表を閲覧し、全ての条項に確認の印があることを確かめた。',
  sectionSays: '今後も続けます。',
};

/** Of affairs and sections that handle individual numbers. */
export const LOCK: Observation = {
  item: 'mn-e-b-lock',
  judgement: 'inadequate',
  fact: '個人番号の記載された申請書の綴り6冊が、終業後も施錠されない棚に置かれていた。',
  evidence: '終業後の執務室で、扉のない棚に置かれた綴り6冊を確認し、背表紙の番号を記録した。',
  text: {
    cause: '施錠できる書庫が満杯となっており、保存期間を過ぎた文書の廃棄が遅れていた。',
    risk: '清掃や来庁者の立入りの際に閲覧され、又は持ち去られるおそれがある。',
    recommendation: '保存期間を過ぎた文書を廃棄して書庫に空きを作り、終業時に綴りの数を確かめて施錠する。',
    importance: 'high',
    ease: 'moderate',
    cost: '文書の溶解処理に約2万円を要する。',
    alternatives: [{ remedy: '鍵のかかる書庫を1台増やす。', ease: 'hard', cost: '約8万円' }],
    constraints: {
      physical: '執務室に書庫を増やす場所が少ない。',
      organisational: '特になし。',
      affair: '受付の時間中は綴りを窓口の近くに置く必要がある。',
    },
  },
  sectionSays: '事実に相違ありません。年内に廃棄を終え、施錠を徹底します。',
};

export const LEAVERS: Observation = {
  item: 'mn-f-a-change',
  judgement: 'minor',
  fact: '4月に異動した職員1人の利用者権限が、6月末まで有効であった。異動後の利用の記録はなかった。',
  evidence: '利用者の一覧と人事異動の通知を照合し、停止した日を記録した。',
  text: {
    cause: '人事異動の通知から権限の停止を依頼するまでの担当が、課内で決まっていなかった。',
    risk: '異動した職員の利用者IDが使われ、権限のない者が特定個人情報を閲覧するおそれがある。',
    recommendation: '異動の内示を受けた日に停止の依頼を出すこととし、月に1回、利用者の一覧と在籍者を照合する。',
    importance: 'high',
    ease: 'easy',
    cost: '費用はかからない。',
    constraints: {
      physical: '特になし。',
      organisational: '年度当初は異動者が多く、作業が重なる。',
      affair: '特になし。',
    },
  },
  sectionSays: '担当を決め、毎月の照合を始めました。',
};

export const PAPER_DISPOSAL: Observation = {
  item: 'mn-e-d-paper',
  judgement: 'adequate',
  fact: '廃棄する書類を二人で数え、溶解の証明書と突き合わせる手順が定着していた。',
  evidence: '廃棄の記録4件と溶解の証明書を突き合わせ、数と日付が一致することを確かめた。',
  sectionSays: '二人で数える手順を今後も続けます。',
};

export const NO_FOREIGN: Observation = {
  item: 'mn-g-system',
  judgement: 'not-applicable',
  fact: '特定個人情報を国外で取り扱う委託先及び外部サービスがないことを、契約の一覧と聞き取りにより確かめた。',
};

/** Of a network and its systems. */
export const EXCEPTIONS: Observation = {
  item: 'bp-exception-control',
  judgement: 'minor',
  fact: '例外として許可した通信7件のうち2件について、許可の期限を過ぎた後の更新の記録がなかった。',
  evidence: '例外の許可の一覧を閲覧し、期限を過ぎた2件の番号と期限を記録した。',
  text: {
    cause: '期限の到来を知らせる仕組みがなく、更新は申請した課の申出に任されていた。',
    risk: '不要となった通信が残り、外部からの侵入の経路となるおそれがある。',
    recommendation: '例外の一覧を四半期ごとに点検し、期限の1か月前に申請した課へ更新の要否を尋ねる。',
    importance: 'medium',
    ease: 'easy',
    cost: '費用はかからない。',
    constraints: { physical: '特になし。', organisational: '特になし。', affair: '特になし。' },
  },
  sectionSays: '2件は不要と確認し、停止しました。四半期ごとに点検します。',
};

export const RECOVERY: Observation = {
  item: 'bp-recovery',
  judgement: 'inadequate',
  fact: 'バックアップからの復旧の訓練が2年間行われておらず、復旧の手順書に移行後の構成が反映されていなかった。',
  evidence: '訓練の記録（2年前の日付）と手順書の構成図を閲覧し、現在の構成と異なる箇所を記録した。',
  text: {
    cause: '構成の変更の後に手順書を見直す作業が、移行の計画に含まれていなかった。',
    risk: '事故の際に復旧に時間を要し、業務が長く止まるおそれがある。',
    recommendation: '現在の構成により手順書を改め、年に1回、業務の画面までの復旧の訓練を行う。',
    importance: 'high',
    ease: 'moderate',
    cost: '訓練の支援に保守業者の作業約2日分を要する。',
    constraints: { physical: '特になし。', organisational: '特になし。', affair: '業務の停止できる日が限られる。' },
  },
  sectionSays: '手順書を改め、年度末までに訓練を行います。',
};

export const JOINERS: Observation = {
  item: 'sa-joiner-leaver',
  judgement: 'inadequate',
  fact: '退職した職員3人の利用者IDが有効のまま残っていた。',
  evidence: '利用者の一覧と退職者の名簿を照合し、3人の利用者IDの状態を記録した。',
  text: {
    cause: '退職の情報が主管課に届く時期が決まっておらず、停止の依頼が担当者の記憶に任されていた。',
    risk: '退職した者の利用者IDにより、情報が不正に閲覧されるおそれがある。',
    recommendation: '人事担当課から毎月の異動と退職の一覧を受け、5日以内に停止を終えて記録する。',
    importance: 'high',
    ease: 'easy',
    cost: '費用はかからない。',
    constraints: { physical: '特になし。', organisational: '人事担当課との調整を要する。', affair: '特になし。' },
  },
  sectionSays: '3人の利用者IDは停止しました。人事担当課と手順を定めます。',
};

export const RESTORE: Observation = {
  item: 'sa-restore-drill',
  judgement: 'minor',
  fact: 'ファイル単位の復元は確かめていたが、システム全体を別の環境に戻す訓練は行われていなかった。',
  evidence: '復元の記録を閲覧し、対象がファイル単位に限られることを確かめた。',
  text: {
    cause: '訓練に用いる環境がなく、保守の契約にも訓練が含まれていなかった。',
    risk: '障害の際に業務の再開までの時間が見込めず、窓口の業務が止まるおそれがある。',
    recommendation: '次の保守の契約に、年に1回の全体の復元の訓練を加える。',
    importance: 'medium',
    ease: 'hard',
    cost: '訓練1回につき約30万円を要する。',
    constraints: { physical: '特になし。', organisational: '特になし。', affair: '休日に限って作業ができる。' },
  },
  sectionSays: '次年度の予算で要求します。',
};

export const COMPONENTS: Observation = {
  item: 'ws-components',
  judgement: 'minor',
  fact: '使っている部品の一覧がなく、版が分からないものがあった。',
  evidence: '管理の画面で部品の一覧を確かめ、版の分からない2つの名称を記録した。',
  text: {
    cause: '部品の一覧を納めることが、制作の契約に含まれていなかった。',
    risk: '脆弱性が公表されても影響の有無が分からず、改ざんされるおそれがある。',
    recommendation: '保守業者から部品の一覧と版の報告を毎月受け、公表された脆弱性と照合する。',
    importance: 'high',
    ease: 'moderate',
    cost: '保守の契約の範囲で行うことができる。',
    constraints: { physical: '特になし。', organisational: '特になし。', affair: '特になし。' },
  },
  sectionSays: '保守業者に一覧の提出を求めました。',
};

/** Of the site of a vendor that maintains from afar. */
export const LOG_REVIEW: Observation = {
  item: 'vs-work-log-review',
  judgement: 'minor',
  fact: '操作の記録は取得されていたが、点検は年に1回にとどまり、点検した者の記名がなかった。',
  evidence: '直近1年の点検の記録を閲覧し、点検の日と記名の有無を記録した。',
  text: {
    cause: '点検の頻度と記録の様式が、拠点の規程に定められていなかった。',
    risk: '不正な操作があっても長い間気付かないおそれがある。',
    recommendation: '点検を月に1回とし、点検した者、範囲及び結果を記録する様式を定める。',
    importance: 'medium',
    ease: 'easy',
    cost: '費用はかからない。',
    constraints: { physical: '特になし。', organisational: '特になし。', affair: '特になし。' },
  },
  sectionSays: '事業者に是正を求めます。',
};

export const TWO_PERSONS: Observation = {
  item: 'vs-work-two-persons',
  judgement: 'adequate',
  fact: '強い権限による作業は、操作する者と確かめる者の二人で行い、画面の録画を残していた。',
  evidence: '直近の作業3件の申請書と録画の一覧を照合し、二人の氏名の記載があることを確かめた。',
  sectionSays: '事業者の取組を他の拠点にも伝えます。',
};
