/** WBS（作業分解構成図） (chiba 9(1)ア) as a PDF on A3 and as a workbook; the work plan as a workbook. */
import { formatEra, formatEraShort } from '../../../core/calendar/index.ts';
import {
  document,
  type DocumentTree,
  letterHead,
  note,
  type Sheet,
  type SheetCell,
  type WorkbookTree,
} from '../../../documents/index.ts';
import { clauseLabel } from '../../../core/specification/index.ts';
import type { CellValue } from '../../../documents/index.ts';
import type { Task } from '../contract.ts';
import type { PlanSource } from './plan-source.ts';
import {
  eraOfInstant,
  linesOf,
  memberTasks,
  OWNERS,
  PLAN_STATES,
  predecessorNumbers,
  predecessorsOf,
  successorsOf,
  taskName,
} from './plan-words.ts';
import { barOf, groupTasks, monthsOf } from '../schedule.ts';
import { wbsTable } from './wbs-table.ts';

const TITLE = 'WBS（作業分解構成図）';

/** One or two A3 pages with planned and actual days, members, progress and bars. */
export function wbsTree(source: PlanSource): DocumentTree {
  const { engagement } = source;
  return document(
    {
      title: TITLE,
      subtitle: `${engagement.title}　${engagement.contractor}`,
      date: `${formatEra(source.today)}現在`,
      author: engagement.contractor,
      size: 'A3',
      orientation: 'landscape',
      created: source.today,
      ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    },
    [
      letterHead(),
      wbsTable(source, { actual: true }),
      note(
        '先行作業の数字は、作業の番号（No.）です。着色した欄は作業を予定する月で、数字はその月の開始日又は終了日を示します。「基準」は、承認された計画の日と異なるときの承認された日です。',
      ),
    ],
  );
}

export function wbsWorkbook(source: PlanSource): WorkbookTree {
  return { title: TITLE, ...particulars(source), sheets: [wbsSheet(source)] };
}

/** 作業計画書 as a workbook: contract, work per item, dependencies, people, WBS. */
export function workPlanWorkbook(source: PlanSource): WorkbookTree {
  return {
    title: '作業計画書',
    ...particulars(source),
    sheets: [
      outlineSheet(source),
      contentSheet(source),
      dependencySheet(source),
      peopleSheet(source),
      wbsSheet(source),
    ],
  };
}

function particulars({ engagement, today }: PlanSource): Pick<WorkbookTree, 'marking' | 'author' | 'created'> {
  const marking = engagement.marking === null ? {} : { marking: engagement.marking };
  return { ...marking, author: engagement.contractor, created: today };
}

function subtitles({ engagement, plan, today }: PlanSource): string[] {
  const edition = plan === null ? '' : `　作業計画書第${plan.version}版（${PLAN_STATES[plan.state]}）による`;
  return [engagement.title, `${engagement.contractor}　${formatEra(today)}現在${edition}`];
}

function wbsSheet(source: PlanSource): Sheet {
  const { engagement, specification, tasks } = source;
  const months = monthsOf(engagement.periodFrom, engagement.periodTo);
  return {
    name: 'WBS',
    title: TITLE,
    subtitle: subtitles(source),
    size: 'A3',
    orientation: 'landscape',
    fontSize: 9,
    columns: [
      { title: 'No.', width: 5, align: 'right' },
      { title: '業務項目', width: 26 },
      { title: '作業', width: 34 },
      { title: '条項', width: 20 },
      { title: '担当', width: 8, align: 'center' },
      { title: '担当者', width: 20 },
      { title: '先行作業', width: 11 },
      { title: '開始予定', width: 10, align: 'center' },
      { title: '終了予定', width: 10, align: 'center' },
      { title: '基準の開始', width: 10, align: 'center' },
      { title: '基準の終了', width: 10, align: 'center' },
      { title: '開始実績', width: 10, align: 'center' },
      { title: '終了実績', width: 10, align: 'center' },
      { title: '進捗', width: 7, align: 'right', format: '0%' },
      ...months.map((month, index) => ({
        title: index === 0 || month.month === 1 ? formatEraShort(month.from).replace(/\.1$/, '月') : month.label,
        width: 7.5,
        align: 'center' as const,
      })),
    ],
    rows: groupTasks(tasks, specification.chapters).flatMap((group) =>
      group.tasks.map((task): (CellValue | SheetCell)[] => [
        task.position,
        group.title,
        taskName(task, tasks),
        clauseLabel(task.clause),
        OWNERS[task.owner],
        task.members.join('、'),
        predecessorNumbers(task, tasks),
        formatEraShort(task.plannedStart),
        formatEraShort(task.plannedEnd),
        ...baselineCells(task, source),
        task.actualStart === null ? null : formatEraShort(task.actualStart),
        task.actualEnd === null ? null : formatEraShort(task.actualEnd),
        task.percent / 100,
        ...months.map((month) => {
          const bar = barOf(month, task.plannedStart, task.plannedEnd);
          return bar.part === 'none' ? null : ({ value: bar.text, shade: 'good', align: 'center' } as const);
        }),
      ]),
    ),
  };
}

function baselineCells(task: Task, { baseline }: PlanSource): (string | null)[] {
  const kept = baseline?.get(task.id);
  return kept === undefined ? [null, null] : [formatEraShort(kept.plannedStart), formatEraShort(kept.plannedEnd)];
}

function outlineSheet(source: PlanSource): Sheet {
  const { engagement, specification, plan, plans } = source;
  const { client } = engagement;
  return {
    name: '契約の概要',
    title: '作業計画書',
    subtitle: subtitles(source),
    filter: false,
    columns: [
      { title: '項目', width: 22 },
      { title: '内容', width: 90 },
    ],
    rows: [
      ['業務名', engagement.title],
      ['仕様書', specification.title],
      ['発注者', `${engagement.municipality}　${client.department}　${client.address}`],
      ['発注者の連絡先', [client.tel, client.fax, client.email].filter((part) => part !== '').join('　')],
      ['受注者', engagement.contractor],
      ['契約締結日', formatEra(engagement.contractDate)],
      ['委託期間', `${formatEra(engagement.periodFrom)}から${formatEra(engagement.periodTo)}まで`],
      ['履行場所', engagement.places.join('、')],
      ['運営体制', linesOf(plan?.organisation ?? '').join('\n') || '計画書の版を作成するときに定めます。'],
      ['作業環境', linesOf(plan?.environment ?? '').join('\n') || '計画書の版を作成するときに定めます。'],
      ...plans.map((it) => [
        `第${it.version}版`,
        `作成 ${eraOfInstant(it.draftedAt)}　提出 ${eraOfInstant(it.submittedAt)}　承認 ${
          it.state === 'approved' ? eraOfInstant(it.decidedAt) : '―'
        }${it.reason === '' ? '' : `　理由：${it.reason}`}`,
      ]),
    ],
  };
}

function contentSheet({ tasks, specification }: PlanSource): Sheet {
  return {
    name: '業務項目別の作業内容',
    title: '業務項目別の作業内容',
    orientation: 'landscape',
    columns: [
      { title: 'No.', width: 6, align: 'right' },
      { title: '業務項目', width: 34 },
      { title: '作業', width: 34 },
      { title: '内容', width: 70 },
      { title: '担当', width: 9, align: 'center' },
      { title: '開始予定', width: 12, align: 'center' },
      { title: '終了予定', width: 12, align: 'center' },
    ],
    rows: groupTasks(tasks, specification.chapters).flatMap((group) =>
      group.tasks.map((task) => [
        task.position,
        group.title,
        task.name,
        task.content,
        OWNERS[task.owner],
        formatEraShort(task.plannedStart),
        formatEraShort(task.plannedEnd),
      ]),
    ),
  };
}

function dependencySheet({ tasks }: PlanSource): Sheet {
  return {
    name: '作業間の相互関係',
    title: '作業間の相互関係',
    orientation: 'landscape',
    columns: [
      { title: 'No.', width: 6, align: 'right' },
      { title: '作業', width: 40 },
      { title: '先行作業', width: 60 },
      { title: '後続作業', width: 60 },
    ],
    rows: tasks.map((task) => [
      task.position,
      task.name,
      predecessorsOf(task, tasks)
        .map((other) => `${other.position} ${other.name}`)
        .join('\n') || 'なし',
      successorsOf(task, tasks)
        .map((other) => `${other.position} ${other.name}`)
        .join('\n') || 'なし',
    ]),
  };
}

function peopleSheet({ tasks }: PlanSource): Sheet {
  return {
    name: '運営体制',
    title: '担当者と担当する作業',
    columns: [
      { title: '担当者', width: 28 },
      { title: '担当する作業', width: 90 },
    ],
    rows: memberTasks(tasks).map(({ member, tasks: own }) => [
      member,
      own.map((task) => `${task.position} ${task.name}`).join('、'),
    ]),
  };
}
