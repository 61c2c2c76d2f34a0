/**
 * Specifications of municipalities that do not exist, in habits of writing that differ from each other and from the texts
 * the importer was measured with. Each says what a proposal must contain.
 */
import type { SourceLine } from './index.ts';

export type Invented = {
  name: string;
  lines: SourceLine[];
  ids: readonly string[];
  kinds: Readonly<Record<string, string>>;
  capabilities: Readonly<Record<string, string>>;
  deadlines: Readonly<Record<string, unknown>>;
  caps: Readonly<Record<string, unknown>>;
  documents: readonly string[];
};

const plain = (text: string): SourceLine[] => text.split('\n').map((one, at) => ({ text: one, line: at + 1 }));
/** Lines broken in the middle of words and pages with numbers, as an extraction from PDF gives them. */
const extracted = (text: string, width: number): SourceLine[] => {
  const broken = text.split('\n').flatMap((one) => {
    const rows: string[] = [];
    for (let at = 0; at < Math.max(1, one.length); at += width) rows.push(one.slice(at, at + width));
    return rows;
  });
  const paged = broken.flatMap((one, at) => (at % 12 === 11 ? [one, `- ${Math.floor(at / 12) + 1} -`] : [one]));
  return paged.map((one, at) => ({ text: one, line: at + 1, page: Math.floor(at / 13) + 1 }));
};

/** A town's short text in articles. */
const town: Invented = {
  name: '町の条文式',
  lines: plain(`情報安全点検業務仕様書
第１条　業務名
令和８年度若松町情報安全点検業務
第２条　履行期間
契約締結の日から令和９年２月２６日まで
第３条　業務の内容
(1)　点検の実施
受注者は、町の８所属を対象として点検を実施すること。
(2)　相談への対応
受注者は、職員からの相談に月３件を上限として応じるものとする。
第４条　秘密の保持
受注者は、業務上知り得た秘密を第三者に漏らしてはならない。
第５条　再委託の禁止
受注者は、町の承諾なく業務を再委託してはならない。
第６条　成果品
ア　点検結果報告書
イ　改善提案書
`),
  ids: ['第1条', '第2条', '第3条(1)', '第3条(2)', '第4条', '第5条', '第6条ア', '第6条イ'],
  kinds: {
    第2条: 'schedule',
    第4条: 'confidentiality',
    第5条: 'subcontract',
    第6条ア: 'deliverable',
    第6条イ: 'deliverable',
  },
  capabilities: { '第3条(2)': 'consultation', 第4条: 'obligations', 第5条: 'obligations', 第6条ア: 'deliverables' },
  deadlines: { 第2条: { kind: 'day', day: '2027-02-26' } },
  caps: { '第3条(2)': { max: 3, per: 'month', bound: 'cap' } },
  documents: ['点検結果報告書', '改善提案書'],
};

/** Circles and dots, dates of the era, sentences broken by an extraction. */
const village: Invented = {
  name: '丸数字と箇条、折り返し',
  lines: extracted(
    `令和8年度　青葉村　個人情報安全研修委託仕様書
1　目的
　職員の知識を高め、事故を防ぐことを目的とする。
2　研修
①　集合研修
　受託者は、新任の職員を対象とした集合研修を年２回開催すること。研修の資料は、開催の７日前までに村へ提出し、確認を受けること。
②　理解度の確認
　受託者は、研修の終了後１０営業日以内に、理解度を分析した報告書を提出すること。
3　従事者の要件
　講師には、情報処理安全確保支援士の資格を有する者を１名以上含むこと。
4　打合せ
　受託者は、月に１回、村と打合せを行い、議事録を作成して３営業日以内に提出すること。
5　終了時の措置
　受託者は、貸与された資料を業務の終了後速やかに返還すること。`,
    26,
  ),
  ids: ['1', '2①-p1', '2①-p2', '2②', '3', '4', '5'],
  kinds: { 1: 'work', '2②': 'deadline', 3: 'qualification', 5: 'disposal' },
  capabilities: { '2①-p1': 'training', '2②': 'training', 3: 'team', 4: 'meetings', 5: 'deliverables' },
  deadlines: {
    '2①-p2': { n: 7, unit: 'days', side: 'before' },
    '2②': { n: 10, unit: 'business-days', side: 'within' },
    4: { n: 3, unit: 'business-days' },
  },
  caps: {},
  documents: [],
};

/** Full-width figures, numbers in words, bullets and a proviso that lays something upon the contractor. */
const ward: Invented = {
  name: '全角と漢数字、箇条書き',
  lines: plain(`標的型メール訓練業務委託　仕様書
Ⅰ　委託の概要
　一　件名　　令和八年度標的型メール訓練業務委託
　二　委託期間　契約締結日から令和九年三月十二日まで
Ⅱ　業務内容
　一　訓練の計画
　　受託者は、契約締結後十四日以内に訓練実施計画書を作成し、区の承認を得ること。
　二　訓練の実施
　　受託者は、職員三百名程度を対象に訓練を二回実施すること。
　三　結果の報告
　　受託者は、訓練の終了後一か月以内に訓練結果報告書を提出すること。
Ⅲ　成果物
・訓練実施計画書
・訓練結果報告書（二部）
`),
  ids: ['Ⅰ1', 'Ⅰ2', 'Ⅱ1', 'Ⅱ2', 'Ⅱ3', 'Ⅲ・1', 'Ⅲ・2'],
  kinds: { Ⅰ2: 'schedule', Ⅱ1: 'deadline', Ⅱ3: 'deadline', 'Ⅲ・2': 'deliverable' },
  capabilities: { Ⅰ1: 'engagement', Ⅰ2: 'engagement', Ⅱ2: 'drill', 'Ⅲ・1': 'deliverables' },
  deadlines: {
    Ⅰ2: { kind: 'day', day: '2027-03-12' },
    Ⅱ1: { n: 14, unit: 'days', from: 'contractDate' },
    Ⅱ3: { n: 1, unit: 'months' },
  },
  caps: { Ⅱ2: { max: 300, unit: '名', bound: 'about' }, 'Ⅲ・2': { max: 2, unit: '部' } },
  documents: ['訓練実施計画書', '訓練結果報告書'],
};

/** A table of papers with their dates, as Word hands it over. */
const city: Invented = {
  name: '表と枝番号',
  lines: [
    ...plain(`海辺市内部監査支援業務委託仕様書
1. 業務の概要
1.1 件名
令和8年度海辺市内部監査支援業務委託
1.2 期間
契約締結日から令和9年3月19日まで
2. 業務の内容
2.1 内部監査の支援
受託者は、市が行う内部監査について、監査項目の作成を支援すること。
2.2 自己点検の分析
受託者は、自己点検の回答を分析し、令和8年11月30日までに市へ報告すること。
3. 適用する基準
市の情報セキュリティ対策基準の最新版に準拠すること。
4. 納品物
納品物は、次の表のとおりとする。`),
    ...[
      ['納品物', '部数', '納期'],
      ['監査項目一覧', '1部', '令和8年9月30日'],
      ['自己点検分析報告書', '2部', '令和8年11月30日'],
    ].map((cells, at) => ({ text: cells.join('\t'), line: 16 + at, cells })),
  ],
  ids: ['1.1', '1.2', '2.1', '2.2', '3', '4表-1', '4表-2'],
  kinds: { '1.2': 'schedule', '2.1': 'work', '2.2': 'deadline', 3: 'standard', '4表-1': 'deliverable' },
  capabilities: { '2.1': 'internal-audit', '2.2': 'self-check', 3: 'policy', '4表-2': 'deliverables' },
  deadlines: {
    '1.2': { kind: 'day', day: '2027-03-19' },
    '2.2': { kind: 'day', day: '2026-11-30' },
    '4表-2': { kind: 'day', day: '2026-11-30' },
  },
  caps: {},
  documents: ['監査項目一覧', '自己点検分析報告書'],
};

export const INVENTED: readonly Invented[] = [town, village, ward, city];
