/** What the city's own forms of these papers may ask for, in the order of the built-in papers. */
import { field, type FormField, linesField, listField } from '../../../core/form/index.ts';

const MEETING: readonly FormField[] = [
  field('会議名', '会議の名称', '第1回定例会議', { required: true }),
  field('日時', '開催の日と時刻', '令和8年6月2日（火）　10時00分から11時00分まで', { required: true }),
  field('方法', '開催の方法', '対面'),
];

export const MINUTES_FIELDS: readonly FormField[] = [
  ...MEETING,
  field('場所・ツール', '会場又は会議のツール', '市役所第2会議室'),
  field('出席者（発注者）', '発注者側の出席者', '青葉花子、緑川太郎'),
  field('出席者（受注者）', '受注者側の出席者', '山田一郎'),
  field('出席者（その他）', '情報システム事業者などの出席者（いるとき）', '鈴木次郎'),
  field('欠席者', '欠席した人（いるとき）', '佐藤三郎（受注者）'),
  field('版', '議事録の版と承認の状態（提出の後）', '第1版（発注者承認済み）'),
  linesField('議題', '議題', '・監査方針について', { required: true }),
  linesField('議事', '議事の内容', '監査方針の案を説明した。', { required: true }),
  linesField('決定事項', '決まったこと', '・監査方針を案のとおり決定した。', { required: true }),
  listField('対応事項', '誰がいつまでに何をするか', [
    ['内容', '対応する内容', '監査対象課へ日程を照会する'],
    ['担当', '発注者又は受注者', '発注者'],
    ['期限', '期限', '令和8年6月9日'],
    ['完了', '完了した日（承認の前）', '―'],
  ]),
  linesField('対応事項の説明', '対応事項がないときの記載', 'なし'),
  linesField('課題', '課題管理表に加えた課題（あるとき）', '・課題1　台帳の更新が遅れている'),
];

export const NOTICE_FIELDS: readonly FormField[] = [
  linesField('前文', '開催を知らせる文', '次のとおり会議を開催します。'),
  ...MEETING,
  field('会場', '会場（対面のとき）', '市役所第2会議室'),
  field('使用するツール', '会議のツール（オンラインのとき）', 'Web会議'),
  listField('次第', '議題の次第', [
    ['番号', '番号', '1'],
    ['議題', '議題', '監査方針について'],
    ['説明者', '説明する人', '山田一郎'],
    ['時間', '予定の時間', '20分'],
  ]),
  linesField('次第の説明', '次第が決まっていないときの記載', '次第は、追って通知します。'),
  linesField('資料', '配る資料', '・監査方針（案）'),
];

/** 進捗報告書 of one meeting. */
export const REPORT_FIELDS: readonly FormField[] = [
  linesField('前文', '報告の文', '業務の状況を、次のとおり報告します。', { required: true }),
];

/** 月次報告: the state of the work since the last meeting. */
export const STATUS_FIELDS: readonly FormField[] = [
  linesField('前文', '報告の期間と文', '令和8年6月の業務の状況を、次のとおり報告します。'),
  linesField('実施した事項', '期間に行ったこと', '・監査方針の案を提出した。', { required: true }),
  listField('作業の進捗', '行っている作業', [
    ['作業', '作業の名称', '監査計画'],
    ['終了の予定', '終了の予定日', 'R8.6.30'],
    ['進捗', '進捗の割合', '50%'],
    ['備考', '備考', ''],
  ]),
  linesField('作業の進捗の説明', '作業がないときの記載', 'この期間に行う作業はありません。'),
  linesField('次回までに期限を迎える義務', '期限の近い義務', '・作業計画書の提出'),
  linesField('次回までの作業の予定', '次の会議までに行うこと', '・ヒアリングの日程を調整する。'),
  linesField('備考', '備考（あるとき）', '特になし'),
];

export const ISSUE_FIELDS: readonly FormField[] = [
  listField(
    '一覧',
    '課題の一覧',
    [
      ['No.', '課題の番号', '1'],
      ['発生日', '課題が生じた日', 'R8.6.2'],
      ['課題の内容', '課題の内容', '台帳の更新が遅れている'],
      ['担当', '発注者又は受注者', '発注者'],
      ['期限', '期限', 'R8.6.30'],
      ['対応の状況', '対応の内容', '担当者に依頼した'],
      ['状態', '未着手、対応中又は完了', '対応中'],
      ['完了日', '完了した日', '―'],
    ],
    { required: true },
  ),
  linesField('備考', '備考（あるとき）', '特になし'),
];
