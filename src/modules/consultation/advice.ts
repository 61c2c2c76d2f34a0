/** Areas on which the office asks for an expert's advice on its own work, as data. Browser-safe. */
export const ADVICE_AREAS = {
  'internal-audit': {
    name: '内部監査',
    /** Fukuoka 5(2) names these three. */
    topics: ['実施方法', '監査チェックリスト', '監査報告書の記載内容等'],
  },
  'self-check': { name: '自己点検', topics: ['実施方法', '設問と様式', '結果の分析と報告'] },
  policy: { name: 'ポリシーの運用', topics: ['規定の解釈', '手順の整備', '規定の見直し'] },
  training: { name: '研修', topics: ['研修の計画', '教材', '効果の測定'] },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly topics: readonly string[] }>>;

export type AdviceArea = keyof typeof ADVICE_AREAS;
export const ADVICE_AREA_NAMES = Object.keys(ADVICE_AREAS) as [AdviceArea, ...AdviceArea[]];

export const topicsOf = (area: AdviceArea): readonly string[] => ADVICE_AREAS[area].topics;

/** What advice looks at besides the city's own rules; the ward's 1(9)イ(イ) asks for the state of other bodies. */
export const PRECEDENT_KINDS = ['他の団体の例', '過去の相談', '国の資料', '事故の事例'] as const;
export type PrecedentKind = (typeof PRECEDENT_KINDS)[number];
