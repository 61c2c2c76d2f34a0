/** 納品書 as a document of its own, so that the city's own form of it can be filled. `subject` is the task that is delivered. */
import { field, type FormField } from '../../../core/form/index.ts';
import type { DocumentProvider } from '../../../kernel/module.ts';
import { notePlan } from '../operations/package-plan.ts';
import { deliveryNote } from './package-papers.ts';

export const DELIVERY_NOTE = 'delivery-note';

/** What the form may ask for; the paper says it under the same names. */
const FIELDS: readonly FormField[] = [
  field('業務名', '業務の名称', '令和8年度情報セキュリティ監査業務委託', { required: true }),
  field('作業区分', '作業区分ごとに納めるときの区分', '① 監査'),
  field('納品物', '納める媒体と部数', '正本（CD-R）　1枚\n副本（CD-R）　1枚'),
  field('納入先', '仕様書が定める納入先（定めがあるとき）', '情報政策課'),
  field('ウイルス検査', '検査の記録がないときの「記録なし」', ''),
  field('使用したソフトウェア', 'ウイルス検査に使ったソフトウェア（人が検査を記録したとき）', 'ウイルス検査ソフト'),
  field('定義ファイル', 'ウイルス検査の定義ファイルの日付又は版', '令和9年3月26日'),
  field('検査を実施した日', 'ウイルス検査を実施した日', '令和9年3月26日'),
  field('検査を実施した者', 'ウイルス検査を実施した者', '監査人'),
  field('結果', 'ウイルス検査の結果', 'ウイルスは検出されませんでした。'),
  field('納品する成果物', '納める成果物の一覧', '', {
    kind: 'list',
    required: true,
    fields: [
      field('作業区分', '作業区分', '① 監査'),
      field('成果物', '成果物の名称', '事業報告書'),
      field('版', '版', '第1版'),
      field('形式', 'ファイルの形式', 'Word、PDF'),
    ],
  }),
];

export const deliveryNoteDocument: DocumentProvider = {
  kind: DELIVERY_NOTE,
  title: '納品書',
  fields: FIELDS,
  formats: ['docx', 'pdf'],
  permission: 'deliverables.read',
  async build(context, { engagementId, subject }) {
    const plan = await notePlan(context, engagementId, subject);
    return deliveryNote(plan, plan.virus);
  },
};
