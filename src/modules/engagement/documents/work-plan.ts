/** 作業計画書 (chiba 11(1)ア): what is done per work item, how the tasks depend on one another, who does it, and when. */
import { fiscalYearLabel, formatEra, formatEraShort } from '../../../core/calendar/index.ts';
import {
  type Block,
  definitionList,
  document,
  type DocumentTree,
  type FlowBlock,
  forExecutives,
  heading,
  landscape,
  type Marks,
  note,
  paragraph,
  table,
  tableOfContents,
  titlePage,
  toTheCity,
} from '../../../documents/index.ts';
import type { Task } from '../contract.ts';
import type { PlanSource } from './plan-source.ts';
import {
  eraOfInstant,
  linesOf,
  memberTasks,
  numberRanges,
  OWNERS,
  PLAN_STATES,
  shortEraOfInstant,
  predecessorsOf,
  successorsOf,
} from './plan-words.ts';
import { groupTasks } from '../schedule.ts';
import { wbsTable } from './wbs-table.ts';

export function workPlanTree(source: PlanSource): DocumentTree {
  const { engagement, plan } = source;
  const edition = plan === null ? '案' : `第${plan.version}版`;
  return document(
    {
      title: '作業計画書',
      subtitle: `${engagement.title}（${edition}）`,
      date: plan === null ? formatEra(source.today) : eraOfInstant(plan.submittedAt ?? plan.draftedAt),
      ...toTheCity(engagement),
      created: source.today,
    },
    [
      titlePage(),
      tableOfContents(),
      ...outline(source),
      ...scheduleInShort(source),
      ...workContents(source),
      ...dependencies(source),
      ...organisation(source),
      ...schedule(source),
    ],
  );
}

function outline({ engagement, specification, plans }: PlanSource): Block[] {
  const { client } = engagement;
  const contact = [
    client.tel === '' ? '' : `電話 ${client.tel}`,
    client.fax === '' ? '' : `FAX ${client.fax}`,
    client.email,
  ]
    .filter((part) => part !== '')
    .join('　');
  return [
    heading(1, '契約の概要', { newPage: true, marks: forExecutives }),
    definitionList([
      ['業務名', engagement.title],
      ['仕様書', specification.title],
      ['対象年度', fiscalYearLabel(engagement.fiscalYear)],
      ['発注者', `${engagement.municipality}　${client.department}\n${client.address}\n${contact}`],
      ['受注者', engagement.contractor],
      ['契約締結日', formatEra(engagement.contractDate)],
      ['委託期間', `${formatEra(engagement.periodFrom)}から${formatEra(engagement.periodTo)}まで`],
      ['履行場所', engagement.places.join('、')],
    ]),
    ...(plans.length === 0
      ? []
      : [
          heading(2, '計画書の版'),
          table({
            columns: [{ width: 15 }, { width: 21 }, { width: 21 }, { width: 21 }, { width: 20 }, { width: '1fr' }],
            header: ['版', '作成日', '提出日', '承認日', '状態', '作成又は改定の理由'],
            rows: plans.map((plan) => [
              `第${plan.version}版`,
              shortEraOfInstant(plan.draftedAt),
              shortEraOfInstant(plan.submittedAt),
              plan.state === 'approved' ? shortEraOfInstant(plan.decidedAt) : '―',
              PLAN_STATES[plan.state],
              plan.reason === '' ? (plan.version === 1 ? '初版' : '―') : plan.reason,
            ]),
          }),
        ]),
  ];
}

/** For executives alone: the others read the tasks themselves. */
function scheduleInShort({ tasks, specification }: PlanSource): Block[] {
  const marks: Marks = { only: ['executive'] };
  return [
    heading(1, '業務項目と予定期間', { marks }),
    table({
      columns: [{ width: '1fr' }, { width: 26, align: 'center' }, { width: 18, align: 'right' }, { width: 56 }],
      header: ['業務項目', '担当', '作業の数', '予定期間'],
      rows: groupTasks(tasks, specification.chapters).map((group) => [
        group.clause === null ? group.title : `${group.title}（仕様書${group.clause}）`,
        [...new Set(group.tasks.map(({ owner }) => OWNERS[owner]))].join('、'),
        group.tasks.length,
        spanOf(group.tasks),
      ]),
      marks,
    }),
  ];
}

function spanOf(tasks: readonly Task[]): string {
  const from = tasks.map(({ plannedStart }) => plannedStart).toSorted()[0];
  const to = tasks
    .map(({ plannedEnd }) => plannedEnd)
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? '―' : `${formatEraShort(from)}～${formatEraShort(to)}`;
}

function workContents({ tasks, specification }: PlanSource): Block[] {
  return [
    heading(1, '業務項目別の作業内容'),
    paragraph(
      '仕様書の業務項目ごとに、行う作業とその内容、担当及び予定期間を示します。番号は、全体を通じた作業の番号です。',
    ),
    ...groupTasks(tasks, specification.chapters).flatMap((group): Block[] => [
      heading(2, group.clause === null ? group.title : `${group.title}（仕様書${group.clause}）`),
      table({
        columns: [
          { width: 10, align: 'right' },
          { width: 42 },
          { width: '1fr' },
          { width: 16, align: 'center' },
          { width: 36 },
        ],
        header: ['No.', '作業', '内容', '担当', '予定期間'],
        rows: group.tasks.map((task) => [
          task.position,
          task.name,
          task.content,
          OWNERS[task.owner],
          `${formatEraShort(task.plannedStart)}～\n${formatEraShort(task.plannedEnd)}`,
        ]),
      }),
    ]),
  ];
}

function dependencies({ tasks }: PlanSource): Block[] {
  const named = (task: Task): string => `${task.position} ${task.name}`;
  return [
    heading(1, '作業間の相互関係'),
    paragraph(
      '先行作業は、その成果を受けて着手する作業です。期間が重なる作業は、先行作業のうち終わった部分から順に着手します。後続作業は、その作業の成果を用いる作業です。',
    ),
    table({
      columns: [{ width: 10, align: 'right' }, { width: 48 }, { width: '1fr' }, { width: '1fr' }],
      header: ['No.', '作業', '先行作業', '後続作業'],
      rows: tasks.map((task) => [
        task.position,
        task.name,
        predecessorsOf(task, tasks).map(named).join('\n') || 'なし',
        successorsOf(task, tasks).map(named).join('\n') || 'なし',
      ]),
    }),
  ];
}

/** Rows that name tasks by numbers say nothing to readers who have no list of the tasks. */
const BY_NUMBER: Marks = { only: ['detailed', 'public', 'department'] };

function organisation({ plan, tasks }: PlanSource): Block[] {
  const members = memberTasks(tasks);
  return [
    heading(1, '運営体制', { marks: forExecutives }),
    ...textOr(plan?.organisation ?? '', '運営体制は、計画書の版を作成するときに定めます。'),
    ...(members.length === 0
      ? []
      : [
          heading(2, '担当者と担当する作業', { marks: BY_NUMBER }),
          table({
            marks: BY_NUMBER,
            columns: [{ width: 44 }, { width: '1fr' }, { width: 24, align: 'right' }],
            header: ['担当者', '担当する作業の番号', '作業の数'],
            rows: members.map(({ member, tasks: own }) => [
              member,
              numberRanges(own.map((task) => task.position)),
              own.length,
            ]),
          }),
        ]),
    heading(1, '作業環境'),
    ...textOr(plan?.environment ?? '', '作業環境は、計画書の版を作成するときに定めます。'),
  ];
}

function schedule(source: PlanSource): Block[] {
  return [
    landscape(
      [
        heading(1, 'スケジュール（WBS）'),
        wbsTable(source, { actual: false }),
        note(
          '先行作業の数字は、作業の番号です。着色した欄は作業を予定する月で、数字はその月の開始日又は終了日を示します。',
        ),
      ],
      { size: 'A3' },
    ),
  ];
}

function textOr(text: string, otherwise: string): FlowBlock[] {
  const lines = linesOf(text);
  return (lines.length === 0 ? [otherwise] : lines).map((line) => paragraph(line));
}
