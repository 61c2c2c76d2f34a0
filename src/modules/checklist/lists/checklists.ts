import { engagementOf, exportedList } from '../../../kernel/list.ts';
import { choiceColumn, dayColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import { type ChecklistHead, checklistContract } from '../contract.ts';
import { CHECKLIST_STATE_NAMES } from '../labels.ts';

export const checklistList = exportedList<ChecklistHead>({
  id: 'checklists',
  title: '監査チェックリストの一覧',
  answers: ['listChecklists'],
  scope: 'engagement',
  permission: 'checklist.read',
  because: 'チェックリストの版は、双方の責任者が画面で提案し、合意して重ねます。項目は、項目の一覧で編集できます。',
  records: async (context, scope) =>
    (await context.client(checklistContract).listChecklists({ engagementId: engagementOf(scope) })).checklists,
  key: ({ id }) => id,
  columns: [
    textColumn('title', 'チェックリスト', 40, ({ title }) => title),
    textColumn('programme', '監査の手順', 30, ({ programme }) => programme),
    numberColumn('position', '版', 8, ({ position }) => position),
    choiceColumn('state', '状態', 12, CHECKLIST_STATE_NAMES, ({ state }) => state),
    numberColumn('items', '項目の数', 10, ({ items }) => items),
    dayColumn('proposedOn', '提案した日', ({ proposedOn }) => proposedOn),
    dayColumn('agreedOn', '合意した日', ({ agreedOn }) => agreedOn),
    textColumn('reason', '変更の理由', 40, ({ reason }) => reason),
  ],
});
