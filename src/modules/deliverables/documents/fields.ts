/** What the city's own form of the report on the whole business may ask for; its chapters follow the specification. */
import { field, type FormField, linesField } from '../../../core/form/index.ts';

export const BUSINESS_REPORT_FIELDS: readonly FormField[] = [
  field('業務名', '業務の名称', '令和8年度情報セキュリティ監査業務委託', { required: true }),
  field('発注者', '発注者', 'あおば市　情報政策課'),
  field('受注者', '受注者', '株式会社みどり監査'),
  field('契約締結日', '契約を結んだ日', '令和8年5月1日'),
  field('委託期間', '契約の期間', '令和8年5月1日から令和9年3月31日まで'),
  field('対象年度', '対象の年度', '令和8年度'),
  field('履行場所', '業務を行う場所', '市役所本庁舎'),
  field('仕様書', '仕様書の名称', '情報セキュリティ監査業務委託仕様書'),
  field('章', '報告書の章（表は一行ずつの文になります）', '', {
    kind: 'list',
    required: true,
    fields: [
      field('見出し', '章の見出し', '監査の実施'),
      linesField('本文', '章の内容', '監査対象課に対し、ヒアリングを行いました。'),
    ],
  }),
];
