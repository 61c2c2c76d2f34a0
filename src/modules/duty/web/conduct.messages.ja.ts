/** Texts about annexes, declarations of compliance and proposals. */
export const text = {
  annexes: {
    title: '仕様書の別紙',
    annex: '別紙',
    items: '守る事項',
    itemsHelp: '別紙が求める事項を、1行に1つずつ書いてください。',
    on: '受け取った日',
    empty: '別紙はまだ登録されていません',
    emptyHelp:
      '仕様書が名称だけを示す別紙です。受け取ったら、守る事項を登録してください。資料の貸与を受ける前に必要です。',
    form: '別紙を登録する',
  },
  compliance: {
    title: '法令の遵守の申告',
    laws: '守る法令など',
    declared: '申告する事項',
    others: 'ほかに守る法令など',
    othersHelp: '仕様書が名称を挙げていない法令などを、1行に1つずつ書いてください。',
    empty: '法令の遵守はまだ申告されていません',
    emptyHelp: '仕様書が定める法令などを守って業務を行うことを、契約の終わりまでに申告してください。',
    form: '法令の遵守を申告する',
    submit: '申告する',
  },
  proposals: {
    lead: '業務の目的の達成に必要なことの提案と、発注者の判断です。',
    table: '提案',
    titleField: '件名',
    objective: '役立つ目的',
    content: '提案の内容',
    madeOn: '提案した日',
    states: { made: '判断待ち', accepted: '採用', declined: '不採用' },
    empty: '提案はまだありません',
    emptyHelp: '業務の目的の達成に必要なことは、受託者から進んで提案してください。',
    decide: {
      approve: '採用する',
      refuse: '採用しない',
      commentHelp: '採用しない場合は、理由を必ず入力してください。',
    },
    form: '提案する',
    submit: '提案する',
  },
} as const;
