/** The self-check of the staff of Sakura: awareness and understanding, by three kinds of duty. */
import type { SurveyData } from '../common/survey-data.ts';

const NAMES = {
  'general-staff': [
    ...['阿部　真一', '井上　里奈', '上野　和也', '江藤　千秋', '岡田　浩二', '片山　美咲'],
    ...['北村　誠', '熊谷　優子', '小松　直人', '佐野　彩', '島田　健太', '須藤　由美'],
  ],
  'system-staff': ['関口　翔太', '高橋　恵', '土田　悟', '中井　早苗', '西村　剛', '野崎　ひとみ'],
  'protection-officer': ['橋本　勝', '平野　悦子', '福井　正', '本間　久美', '松下　淳', '宮田　典子'],
} as const;
const SECTIONS = ['citizens', 'tax', 'welfare', 'insurance', 'care', 'nursery'] as const;
/** Questions that some people of the segment do not do yet: every third of them. */
const NOT_DONE = {
  'general-staff': ['people-password-unique', 'asset-envelope-check', 'risk-changed-account'],
  'system-staff': ['tech-backup-offline', 'risk-lend-account'],
  'protection-officer': ['operation-walkthrough', 'risk-encrypted-loss'],
} as const;

export const STAFF_CHECK: SurveyData = {
  type: 'self-check',
  fiscalYear: 2026,
  title: '令和8年度情報セキュリティ自己点検',
  introduction: '情報セキュリティについての意識と、区の基準の理解の状況を伺います。事実のとおりに答えてください。',
  respondent: '依頼を受けた職員本人が、職務の区分を選んで回答してください。',
  segmentItem: 'respondent-duty',
  shipped: {
    content: 'self-check-segments-2026',
    subjects: ['情報セキュリティ意識', '区セキュリティポリシーの理解'],
  },
  formed: '2026-05-15 10:00',
  presented: '2026-05-18 10:00',
  reviewed: {
    at: '2026-05-22 10:00',
    conclusion: '意識と理解を職務の区分ごとに測る設問であり、リスクの理解の度合いも把握できる。',
    opinion: '「不審」の例を解説に添え、誰もが同じ基準で答えられるようにすることを勧める。',
  },
  people: Object.entries(NAMES).flatMap(([segment, names]) =>
    names.map((name, index) => ({
      name,
      segment,
      section: SECTIONS[index % SECTIONS.length] ?? 'citizens',
      notDone: index % 3 === 0 ? NOT_DONE[segment as keyof typeof NOT_DONE] : [],
    })),
  ),
  opened: '2026-06-01 09:00',
  due: '2026-06-30',
  answered: '2026-06-18 14:00',
  closed: '2026-07-02 10:00',
  analysed: '2026-07-31 10:00',
  why: '手順を知らず、今年度から改める予定であるため。',
  summary:
    '依頼した24人の全員から回答を得ました。パスワードの使い回しと郵便物の宛名の確認、ネットワークから切り離した控え、課内の見回りに課題があり、振込先の変更を装うメール、管理者のIDの貸出し及び暗号化した媒体の紛失について理解の浅い人がいます。職務の区分ごとの研修で取り上げ、翌年度は実施の記録まで尋ねることを提案します。',
};
