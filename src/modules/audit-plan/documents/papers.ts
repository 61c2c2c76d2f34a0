/** Plans and the timetable as trees. */
import { fiscalYearLabel, formatEra, formatEraShort, weekdayName } from '../../../core/calendar/index.ts';
import { TARGET_KINDS } from '../../../core/programme/index.ts';
import {
  type Block,
  bulletList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  marked,
  pageBreak,
  paragraph,
  row,
  table,
  textBlocks,
  toTheCity,
  type WorkbookTree,
} from '../../../documents/index.ts';
import type { PlanView, SlotView, TargetView } from '../contract.ts';
import { roleMark } from '../labels.ts';
import { bookHead, type Source } from './source.ts';

const STATES: Readonly<Record<PlanView['state'], string>> = {
  draft: '案',
  returned: '案（差戻し後）',
  submitted: '提出',
  agreed: '決定',
  superseded: '旧版',
};

/** What people wrote; a field that says nothing says so. */
export function writtenBlocks(text: string, empty = 'なし'): Block[] {
  const blocks = textBlocks(text);
  return blocks.length === 0 ? [paragraph(empty)] : blocks;
}

/** Of a draft: not the same as nothing. */
const UNWRITTEN = '（未記入）';

export function planTree(source: Source, plan: PlanView, slots: readonly SlotView[]): DocumentTree {
  return document(planHead(source, plan), [
    letterHead(),
    paragraph(source.engagement.title, { firstLine: false }),
    ...planBlocks(source, plan, slots, 1),
  ]);
}

/** The plans of several targets as one paper: each target begins a page. */
export function plansTree(
  source: Source,
  plans: readonly { readonly plan: PlanView; readonly slots: readonly SlotView[] }[],
): DocumentTree | null {
  const [first] = plans;
  if (first === undefined) return null;
  if (plans.length === 1) return planTree(source, first.plan, first.slots);
  return document(planHead(source, first.plan), [
    letterHead(),
    paragraph(source.engagement.title, { firstLine: false }),
    ...plans.flatMap(({ plan, slots }, at) => [
      // A department has one chapter: nothing comes after it.
      ...(at === 0 ? [] : [marked(pageBreak(), { only: ['detailed', 'public', 'executive'] })]),
      targetHeading(source, plan),
      ...planBlocks(source, plan, slots, 2),
    ]),
  ]);
}

/** The chapter of a target is for the departments that it concerns. */
function targetHeading(source: Source, { targetId, title }: PlanView): Block {
  const target = source.targets.find(({ id }) => id === targetId);
  return heading(1, target?.name ?? title, { marks: { departments: target?.departmentIds ?? [] } });
}

function planHead(source: Source, plan: PlanView) {
  const on = plan.submittedOn ?? source.today;
  return {
    title: plan.title,
    date: formatEra(on),
    created: on,
    number: `第${plan.position}版（${STATES[plan.state]}）`,
    ...(plan.submittedBy === 'city' ? sentByCity(source) : toTheCity(source.engagement)),
  };
}

function planBlocks(source: Source, plan: PlanView, slots: readonly SlotView[], level: 1 | 2): Block[] {
  return [
    ...plan.fields.flatMap(({ name, text, none }) => [
      heading(level, name),
      ...writtenBlocks(none ? 'なし' : text, UNWRITTEN),
    ]),
    ...considered(plan, level),
    ...yearBlocks(source, plan),
    ...(plan.programmeId === null ? [] : targetBlocks(source, plan, { level, timed: slots.length > 0 })),
    // The days of a basic plan are set later, target by target.
    ...(slots.length === 0 || plan.stage === 'basic' ? [] : [heading(level, '監査の日程'), slotTable(source, slots)]),
    ...(plan.reason === '' ? [] : [heading(level, '計画を変えた理由'), ...writtenBlocks(plan.reason)]),
  ];
}

function sentByCity({ engagement }: Source) {
  return {
    addressee: [`${engagement.contractor}　御中`],
    sender: [engagement.municipality, engagement.client.department],
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
  };
}

function considered({ considered: all }: PlanView, level: 1 | 2): Block[] {
  if (all.length === 0) return [];
  return [heading(level, '実施時期を定めるに当たって考慮した事項'), bulletList([...all])];
}

function yearBlocks(source: Source, { years }: PlanView): Block[] {
  if (years.length === 0) return [];
  return [
    heading(1, '年度ごとの対象'),
    table({
      columns: [{ width: 28 }, { width: '2fr' }, { width: '1fr' }],
      header: ['年度', '対象の所属', '重点'],
      rows: years.map(({ fiscalYear, departmentIds, text }) => [
        fiscalYearLabel(fiscalYear),
        departmentIds.length === 0 ? '未定' : departmentIds.map(source.departmentName).join('、'),
        text === '' ? '―' : text,
      ]),
    }),
  ];
}

/** @param timed whether a timetable follows, which names the target, its place and who audits */
function targetBlocks(
  source: Source,
  plan: PlanView,
  { level, timed }: { readonly level: 1 | 2; readonly timed: boolean },
): Block[] {
  const own = source.targets.filter(
    ({ programmeId, id }) => programmeId === plan.programmeId && (plan.targetId === null || id === plan.targetId),
  );
  // Of one department, a list of one row would say what the timetable says.
  const alone = timed && plan.targetId !== null && own.every(({ departmentIds }) => departmentIds.length < 2);
  if (own.length === 0 || alone) return [];
  return [heading(level, '監査の対象の一覧'), targetTable(source, own)];
}

export function targetTable(source: Source, own: readonly TargetView[]): Block {
  return table({
    columns: [
      { width: 11, align: 'center' },
      { width: '2fr' },
      { width: 26 },
      { width: '2fr' },
      { width: 16, align: 'right' },
      { width: 42 },
    ],
    header: ['番号', '対象', '種類', '所属', '時間', '監査人'],
    rows: own.map((target, index) => [
      index + 1,
      target.name,
      TARGET_KINDS[target.kind],
      target.departmentIds.map(source.departmentName).join('、'),
      `${target.minutes}分`,
      peopleText(source, target.team, target),
    ]),
  });
}

function slotTable(source: Source, slots: readonly SlotView[]): Block {
  return table({
    columns: [{ width: 26 }, { width: 24, align: 'center' }, { width: '1fr' }, { width: '1fr' }, { width: 42 }],
    header: SLOT_HEADER,
    rows: slots.map((slot) => slotRow(source, slot)),
  });
}

const SLOT_HEADER = ['日', '時刻', '対象', '場所', '監査人'];

function slotRow(source: Source, slot: SlotView): string[] {
  const heard = slot.departmentId === null ? '' : `（${source.departmentName(slot.departmentId)}）`;
  return [
    `${formatEraShort(slot.day)}（${weekdayName(slot.day)}）`,
    `${slot.from}～${slot.to}`,
    `${slot.targetName}${heard}`,
    slot.place,
    peopleText(
      source,
      slot.people,
      source.targets.find(({ id }) => id === slot.targetId),
    ),
  ];
}

/** Who audits, a person a line; who only attends is told apart. */
function peopleText(source: Source, people: SlotView['people'], target: TargetView | undefined): string {
  if (people.length === 0) return '未定';
  return people.map(({ kind, id }) => `${source.personName(kind, id)}${roleMark(target?.team ?? [], id)}`).join('\n');
}

/** Whom a slot concerns: the department that is heard, or those of the target. */
export function slotDepartments(source: Source, { departmentId, targetId }: SlotView): readonly string[] {
  if (departmentId !== null) return [departmentId];
  return source.targets.find(({ id }) => id === targetId)?.departmentIds ?? [];
}

/** One table over all days; a department keeps its own rows. */
export function timetableTree(source: Source, slots: readonly SlotView[]): DocumentTree {
  return document(
    {
      title: '監査日程表',
      date: `${formatEra(source.today)}現在`,
      created: source.today,
      ...toTheCity(source.engagement),
      orientation: 'landscape',
    },
    [
      letterHead(),
      paragraph(source.engagement.title, { firstLine: false, keepWithNext: true }),
      table({
        columns: [
          { width: 28 },
          { width: 28, align: 'center' },
          { width: '3fr' },
          { width: '3fr' },
          { width: '2fr' },
          { width: 20, align: 'right' },
        ],
        header: [...SLOT_HEADER, TRAVEL],
        rows: slots.map((slot) =>
          row([...slotRow(source, slot), travelText(slot)], { departments: slotDepartments(source, slot) }),
        ),
      }),
    ],
  );
}

const TRAVEL = '移動';
const travelText = ({ travelMinutes }: SlotView): string => (travelMinutes === 0 ? '―' : `${travelMinutes}分`);

export function timetableWorkbook(source: Source, slots: readonly SlotView[]): WorkbookTree {
  return {
    ...bookHead(source.engagement, '監査日程表', source.today),
    sheets: [
      {
        name: '監査日程表',
        title: '監査日程表',
        subtitle: [source.engagement.title, `${formatEra(source.today)}現在`],
        orientation: 'landscape',
        columns: [
          { title: '日', width: 16 },
          { title: '時刻', width: 14, align: 'center' },
          { title: '対象', width: 34 },
          { title: '場所', width: 28 },
          { title: '監査人', width: 28 },
          { title: TRAVEL, width: 8, align: 'right' },
        ],
        rows: slots.map((slot) => [...slotRow(source, slot), travelText(slot)]),
      },
    ],
  };
}
