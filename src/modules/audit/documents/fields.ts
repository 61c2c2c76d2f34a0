/** What the city's own forms of the audit's papers may ask for, in the order of the built-in papers. */
import { field, type FormField, linesField, listField } from '../../../core/form/index.ts';
import { NOTICE_COLUMNS, POLICY_FIELDS } from '../labels.ts';

/** 監査実施計画 is the policy with its seven fields. */
export const POLICY_FORM_FIELDS: readonly FormField[] = [
  field('業務名', '業務の名称', '令和8年度情報セキュリティ監査業務委託'),
  field('版', '方針の版と状態', '第1版（決定）'),
  field('決定日', '方針を決めた日', '令和8年6月10日'),
  field('監査対象課', '監査対象課', '市民課、税務課', { required: true }),
  field('重点テーマ', '重点テーマ', '外部サービスの利用'),
  linesField(POLICY_FIELDS.purpose, '監査の目的', '対策の実施状況を確かめる。', { required: true }),
  linesField(POLICY_FIELDS.period, '実施する期間', '令和8年6月1日から令和9年1月31日まで'),
  listField(POLICY_FIELDS.schedule, '日程', [
    ['作業', '作業', 'ヒアリング'],
    ['行う人', '行う人', '監査人'],
    ['始まり', '始まる日', '令和8年8月1日'],
    ['終わり', '終わる日', '令和8年8月31日'],
  ]),
  linesField(POLICY_FIELDS.requests, '監査対象課への依頼', '①規程類の写しを用意してください。'),
  listField(POLICY_FIELDS.criteria, '指摘と意見の基準', [
    ['評価', '指摘又は意見', '指摘'],
    ['基準', '基準', '規程に反するもの'],
    ['例', '例', '台帳がない'],
  ]),
  linesField(POLICY_FIELDS.other, 'その他', '特になし'),
];

/** 監査実施通知: the letter in the city's own name. */
export const AUDIT_NOTICE_FIELDS: readonly FormField[] = [
  linesField('前文', '通知の文', '情報セキュリティ監査を次のとおり実施します。', { required: true }),
];

export const FINDINGS_FIELDS: readonly FormField[] = [
  linesField('前文', '件数などの文', '発見事項は2件（指摘1件、意見1件）です。'),
  listField(
    '一覧',
    '発見事項の一覧',
    [
      ['監査対象課', '監査対象課', '市民課'],
      ['番号', '課の中の番号', '1'],
      ['発見事項（確認した事実）', '題名と確認した事実', '台帳の更新漏れ\n退職者の利用者IDが残っていた。'],
      ['根拠', '根拠とした規程等', '情報セキュリティ対策基準　第20条'],
      ['原因', '原因', '手順が定まっていない'],
      ['評価', '指摘又は意見', '指摘'],
      ['想定されるリスク', '想定されるリスク', '権限のない者に使われるおそれ'],
      ['改善提言', '改善提言', '異動の都度、台帳を確かめる'],
      ['監査対象課の認識', '監査対象課の認識', '相違なし'],
      ['状態', '状態', '確定'],
    ],
    { required: true },
  ),
];

const [FINDING, GRADE, RISK, RECOMMENDATION] = NOTICE_COLUMNS;

export const RESULT_NOTICE_FIELDS: readonly FormField[] = [
  linesField('前文', '通知の文', '情報セキュリティ監査の結果は、次のとおりです。'),
  linesField('総評', '総評', 'おおむね適切に運用されていました。', { required: true }),
  listField(
    '発見事項',
    '指摘と意見',
    [
      ['番号', '番号', '1'],
      [FINDING, '発見事項と根拠', '台帳の更新漏れ'],
      [GRADE, '指摘又は意見', '指摘'],
      [RISK, '想定されるリスク', '権限のない者に使われるおそれ'],
      [RECOMMENDATION, '改善提言', '異動の都度、台帳を確かめる'],
    ],
    { required: true },
  ),
  linesField('発見事項の説明', '件数、ない場合の記載及び注', '発見事項は1件です。'),
];
