/** The WBS as a spreadsheet that can be edited and read back. */
import { formatEra } from '../../../core/calendar/index.ts';
import type { CellValue, WorkbookTree } from '../../../documents/index.ts';
import type { EngagementProfile, Task } from '../contract.ts';
import { type DepartmentName, namesFor } from '../rules/wbs-names.ts';
import { WBS_COLUMNS } from './wbs-columns.ts';

export interface WbsWorkbookSource {
  readonly engagement: EngagementProfile;
  readonly tasks: readonly Task[];
  readonly departments: readonly DepartmentName[];
  readonly today: string;
}

export function editableWbs({ engagement, tasks, departments, today }: WbsWorkbookSource): WorkbookTree {
  const names = namesFor(tasks, departments);
  return {
    title: 'WBS（編集用）',
    author: engagement.contractor,
    created: today,
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    sheets: [
      {
        name: 'WBS',
        title: 'WBS（編集用）',
        subtitle: [`${engagement.title}　${formatEra(today)}現在`, HELP],
        size: 'A3',
        orientation: 'landscape',
        fontSize: 9,
        columns: WBS_COLUMNS,
        rows: tasks.map((task) =>
          WBS_COLUMNS.map((column): CellValue =>
            column.write === undefined ? column.show(task, names) : column.write(task, names),
          ),
        ),
        blankRows: 20,
      },
    ],
  };
}

const HELP =
  '編集してWBSの画面から読み込めます。行を加えると作業が加わり、自ら加えた作業の行を削除するとその作業がなくなります。先行作業は「3、5+2」のように番号とずれの開庁日数で書きます。';
