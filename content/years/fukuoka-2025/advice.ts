/** Advice that the office of Minato asks for on its own audits. */
import type { PlannedAdvice } from '../common/auditor-data.ts';

export const ADVICE: readonly PlannedAdvice[] = [
  {
    ...{ asked: '2025-06-16 10:00', given: '2025-06-25 14:00', recorded: '2025-06-26 10:00' },
    ...{ area: 'internal-audit', topic: '実施方法', channel: 'Web会議', category: 'その他' },
    title: '内部監査の対象と時期の決め方',
    question: '今年度の内部監査の対象の所属と時期を、どのように決めると効果が上がるかを教えてください。',
    answer:
      '前年度の自己点検で達成していない項目の多い所属から選び、繁忙期を避けて秋と冬に分けることを勧めます。一つの所属の時間は60分とし、始めに目的を説明し、終わりに確かめた事実を読み上げてください。',
    precedent: '同じ規模の市では、所属を三つの組に分け、三年で一巡させている。',
    cites: { code: 'city-standard', place: '第9章' },
  },
  {
    ...{ asked: '2025-07-14 10:00', given: '2025-07-23 16:00', recorded: '2025-07-24 10:00' },
    ...{ area: 'internal-audit', topic: '監査チェックリスト', channel: '電子メール', category: 'その他' },
    title: '内部監査のチェックリストの案',
    question: '担当職員が作ったチェックリストの案について、足りない項目と確かめ方を教えてください。',
    answer:
      '媒体の管理簿と現物を照らす項目と、委託先からの報告を確かめる項目を加えてください。「実施しているか」という問いは、いつの記録を何件見るかまで書くと、人によって判断が分かれません。',
    precedent: '近隣の市では、項目ごとに見る記録の名称と件数を様式に入れている。',
    cites: { code: 'city-standard', place: '第9章' },
  },
  {
    ...{ asked: '2025-12-01 10:00', given: '2025-12-09 11:00', recorded: '2025-12-10 10:00' },
    ...{ area: 'internal-audit', topic: '監査報告書の記載内容等', channel: '電話', category: 'その他' },
    title: '内部監査の報告書の書き方',
    question: '報告書の案の検出事項と改善提言の書き方について、直すところを教えてください。',
    answer:
      '「管理が不十分である」とした三件は、見た場所と数を書いてください。設備の導入を求める提言は、当面の手段と翌年度に検討する手段に分けると、所属が動けます。できていることも一件は書いてください。',
    precedent: '他の団体の報告書では、検出事項ごとに担当、手段及び期限を一行で示している。',
    cites: { code: 'city-standard', place: '第9章' },
  },
];
