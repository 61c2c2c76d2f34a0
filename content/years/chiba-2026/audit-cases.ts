/** What the auditors see in each of the four sections: answers, judgements that are not 適切, and their findings. */
import type { Audited } from './cast.ts';

export interface Case {
  readonly profile: {
    readonly visitorCounter: boolean;
    readonly serverRoom: boolean;
    readonly externalService: boolean;
  };
  readonly issue: { readonly text: string; readonly items: readonly string[]; readonly approach: string };
  readonly method: { readonly hearing: boolean; readonly visit: boolean; readonly reason: string };
  readonly documents: readonly string[];
  readonly questions: readonly { readonly question: string; readonly answer: string }[];
  /** Checks judged 不備 or 一部不備, by the key of the item. */
  readonly faults: Readonly<
    Record<
      string,
      {
        readonly judgement: 'minor' | 'inadequate';
        readonly fact: string;
        readonly cause: string;
        readonly grade: '指摘' | '意見';
        readonly sectionSays: string;
      }
    >
  >;
  /** What the site visit showed, for the outline of findings. */
  readonly visited?: {
    readonly summary: string;
    readonly title: string;
    readonly decisions: string;
    readonly attendees: string;
    readonly room: string;
  };
  readonly summary: string;
}

export const CASES: Readonly<Record<Audited, Case>> = {
  citizens: {
    profile: { visitorCounter: true, serverRoom: false, externalService: false },
    issue: {
      text: '書庫の施錠と、窓口の周りの書類の置き方に課題がある。',
      items: ['asset-locked-storage', 'asset-counter-placement'],
      approach: '鍵の管理簿を確かめ、現場で置き方を見る。',
    },
    method: {
      hearing: true,
      visit: true,
      reason: '来客が多く、書類の置き方と施錠を現場で確かめる必要が特に高いため。',
    },
    documents: [
      '鍵の管理簿の写し（令和8年4月から10月まで）',
      '情報資産の持出し管理簿の写し',
      '会計年度任用職員の誓約書の写し',
    ],
    questions: [
      {
        question: '閉庁後の書庫の鍵は、誰がどこに保管していますか。',
        answer: '退庁する最後の職員が係長の机の引出しに入れています。引出しの鍵は使っていません。',
      },
      {
        question: '持出しを承認する人が不在のときは、どのようにしていますか。',
        answer: '課長補佐が口頭で承認しています。後から管理簿に書くことにしていますが、書いていないことがあります。',
      },
    ],
    faults: {
      'da-locked-storage': {
        judgement: 'inadequate',
        fact: '書庫の鍵が、開庁の時間中は施錠していない机の引出しに置かれ、職員以外も近づける状態であった。',
        cause: '鍵の保管場所と返却の手順が決められていない。',
        grade: '指摘',
        sectionSays: '事実に相違ありません。施錠できる鍵箱の設置を進めます。',
      },
      'da-takeout': {
        judgement: 'minor',
        fact: '持出し管理簿に、4月から10月までの12件のうち3件で承認の記録がなかった。',
        cause: '承認者が不在のときの手続が決められていない。',
        grade: '指摘',
        sectionSays: '事実に相違ありません。代わりに承認する職員を定めます。',
      },
      'da-counter': {
        judgement: 'minor',
        fact: '記載台から手の届く棚に、受付済みの申請書が一時的に置かれていた。',
        cause: '繁忙期の仮置きの場所が決められていない。',
        grade: '意見',
        sectionSays: '事実に相違ありません。仮置きの棚を窓口の内側に移しました。',
      },
    },
    visited: {
      summary: '窓口の周り、書庫の施錠及び鍵の管理を確かめました。書庫の鍵の管理に、発見事項が1件ありました。',
      title: '書庫の鍵の保管',
      decisions:
        '現場で確かめた事実は、発見事項の概要で示します。\n持出し管理簿の写し（令和8年10月分まで）の記載を、書類の確認で確かめます。',
      attendees: '市民課長、管理係長',
      room: '本庁舎1階　会議室A',
    },
    summary:
      '役割の周知と研修はおおむね適切に行われています。書庫の鍵と持出しの承認について、手順を定めることを提言します。',
  },
  systems: {
    profile: { visitorCounter: false, serverRoom: true, externalService: false },
    issue: {
      text: 'サーバ室の入退室の記録と、記録媒体の管理に課題がある。',
      items: ['place-server-room', 'place-media'],
      approach: '入退室の記録と媒体の一覧を現物と照らし合わせる。',
    },
    method: {
      hearing: true,
      visit: true,
      reason: 'サーバ室を所管し、入退室と媒体の管理を現場で確かめる必要が特に高いため。',
    },
    documents: ['サーバ室の入退室の記録（令和8年9月及び10月）', '記録媒体の管理簿', '利用者の権限の見直しの記録'],
    questions: [
      {
        question: '入退室の記録で退室の時刻が空いている場合、誰が確かめていますか。',
        answer: '月に一度、担当者が集計していますが、空欄の理由までは確かめていません。',
      },
    ],
    faults: {
      'da-server-room': {
        judgement: 'inadequate',
        fact: '9月及び10月の入退室の記録148件のうち、17件で退室の時刻が記入されていなかった。',
        cause: '記入漏れを確かめる担当と頻度が決められていない。',
        grade: '指摘',
        sectionSays: '記載の事実を確認しました。電子錠の記録との照合を始めます。',
      },
      'da-media': {
        judgement: 'minor',
        fact: '保守用の記録媒体6本のうち、1本が管理簿に載っていなかった。',
        cause: '媒体を追加したときの登録の手順がない。',
        grade: '意見',
        sectionSays: '事実に相違ありません。未登録の媒体は登録を終えました。',
      },
    },
    visited: {
      summary:
        'サーバ室の入退室の記録と記録媒体の一覧を、現物と照らし合わせました。入退室の記録に、発見事項が1件ありました。',
      title: 'サーバ室の退室の時刻の記入漏れ',
      decisions:
        '現場で確かめた事実は、発見事項の概要で示します。\n電子錠の記録（令和8年9月及び10月）は、現場で画面により確かめました。',
      attendees: '情報システム課長、基盤係長',
      room: '高層棟4階　会議室B',
    },
    summary: '設備による対策は整えられています。記録の確認の手順を定めることを提言します。',
  },
  insurance: {
    profile: { visitorCounter: true, serverRoom: false, externalService: true },
    issue: {
      text: '委託先の状況の確認と、外部サービスの手続に課題がある。',
      items: ['outsourcing-supervision', 'cloud-approval'],
      approach: '委託先から受けた報告と、利用の承認の記録を確かめる。',
    },
    method: { hearing: true, visit: false, reason: '書類と電子メールによる確認で足りると見込まれるため。' },
    documents: ['委託先から受けた報告書（令和7年度）', '外部サービスの利用承認の記録', '書類の廃棄の記録'],
    questions: [
      {
        question: '委託先における情報の管理の状況は、どのように確かめていますか。',
        answer: '年度末に電話で聞き取っています。記録は残していません。',
      },
    ],
    faults: {
      'da-outsourcing-supervision': {
        judgement: 'inadequate',
        fact: '委託先の管理の状況の確認について、令和7年度の記録が存在しなかった。',
        cause: '確認の様式と時期が決められていない。',
        grade: '指摘',
        sectionSays: '相違ありません。年1回の確認の様式を定めます。',
      },
    },
    summary: '書類の管理はおおむね適切です。委託先の確認を記録に残すことを提言します。',
  },
  nursery: {
    profile: { visitorCounter: false, serverRoom: false, externalService: true },
    issue: {
      text: '外部サービスの契約と、端末の持出しに課題がある。',
      items: ['outsourcing-contract', 'asset-takeout-permission'],
      approach: '契約の書類を項目ごとに確かめ、管理簿の写しを求める。',
    },
    method: { hearing: false, visit: false, reason: '契約の書類の確認が中心であり、書類で足りると見込まれるため。' },
    documents: ['情報資産の持出し管理簿の写し', '研修の受講者の一覧', '外部サービス利用管理台帳の写し'],
    questions: [],
    faults: {
      'da-takeout': {
        judgement: 'minor',
        fact: '施設の巡回に持ち出した端末について、管理簿の記入が5件中2件でなかった。',
        cause: '巡回のときの記入の手順が定着していない。',
        grade: '指摘',
        sectionSays: '相違ありません。巡回の前後に係長が記入を確かめます。',
      },
      'da-training': {
        judgement: 'minor',
        fact: '会計年度任用職員14人のうち、4人の受講の記録を確かめられなかった。',
        cause: '任用の時期による受講の案内の漏れを確かめる手順がない。',
        grade: '意見',
        sectionSays: 'うち1人は受講済みであることを後から確認しました。残る3人は2月中に受講します。',
      },
    },
    summary: '利用する外部サービスの契約と台帳について、記載の補充を提言します。',
  },
};

/** Contracts of the focus theme: what the documents say and where they are silent. */
export const CONTRACTS: readonly {
  readonly section: Audited;
  readonly title: string;
  readonly service: string;
  readonly provider: string;
  readonly absent: readonly string[];
  readonly partly: readonly string[];
  readonly waived: readonly string[];
  readonly judgedOn: string;
  readonly register: {
    readonly result: 'correct' | 'inaccurate' | 'missing';
    readonly field: string;
    readonly note: string;
  };
}[] = [
  {
    section: 'insurance',
    title: '国民健康保険電話案内業務委託契約',
    service: '電話案内サービス',
    provider: '株式会社そらコンタクト',
    absent: ['4-1-1', '1-6-2'],
    partly: ['1-5-1'],
    waived: ['1-3-3'],
    judgedOn: '2026-12-15',
    register: { result: 'inaccurate', field: '契約期間', note: '前の契約の期間のままである。' },
  },
  {
    section: 'nursery',
    title: '保育施設申込サービス利用契約',
    service: '保育施設申込サービス',
    provider: '株式会社みどりクラウド',
    absent: ['4-1-1', '4-1-2', '1-4-2'],
    partly: ['1-7-3'],
    waived: [],
    judgedOn: '2027-01-13',
    register: { result: 'missing', field: 'サービスの名称', note: '台帳に登録されていない。' },
  },
];
