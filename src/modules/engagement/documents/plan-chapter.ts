/** The chapter of the business report on the work plan and the schedule (chiba 9(1)ア). */
import { formatEra, formatEraShort } from '../../../core/calendar/index.ts';
import { type Block, heading, paragraph, table } from '../../../documents/index.ts';
import type { PlanSource } from './plan-source.ts';
import { eraOfInstant, PLAN_STATES } from './plan-words.ts';
import { groupTasks } from '../schedule.ts';

/** A meeting at which the plan was explained, as the journal tells. */
export interface Briefing {
  readonly day: string;
  readonly mode: string;
}

/** @param briefings null where the specification asks for none */
export function planChapter(source: PlanSource, briefings: readonly Briefing[] | null): Block[] {
  const { engagement, plans, tasks, specification } = source;
  const visible = plans.filter((plan) => plan.state !== 'draft');
  const approved = visible.filter((plan) => plan.state === 'approved');
  const first = approved[0];
  const done = tasks.filter((task) => task.percent === 100).length;
  return [
    heading(2, '作業計画書'),
    paragraph(
      first === undefined
        ? '作業計画書は、まだ承認されていません。'
        : `${formatEra(engagement.contractDate)}の契約締結後、作業計画書を作成し、${eraOfInstant(first.submittedAt)}に提出して${eraOfInstant(first.decidedAt)}に承認を得ました。${
            approved.length > 1 ? `その後の計画の変更に伴い、改めて${approved.length - 1}回の承認を得ました。` : ''
          }`,
    ),
    ...(visible.length === 0
      ? []
      : [
          table({
            columns: [{ width: 16 }, { width: 36 }, { width: 36 }, { width: 24 }, { width: '1fr' }],
            header: ['版', '提出日', '承認日', '状態', '作成又は改定の理由'],
            rows: visible.map((plan) => [
              `第${plan.version}版`,
              eraOfInstant(plan.submittedAt),
              plan.state === 'approved' ? eraOfInstant(plan.decidedAt) : '―',
              PLAN_STATES[plan.state],
              plan.reason === '' ? (plan.version === 1 ? '初版' : '―') : plan.reason,
            ]),
          }),
        ]),
    ...(briefings === null ? [] : briefingBlocks(briefings)),
    heading(2, 'スケジュールの実績'),
    paragraph(
      `WBSに掲げた${tasks.length}の作業のうち、${done}の作業を終えました。業務項目ごとの予定と実績は、次の表のとおりです。`,
    ),
    table({
      columns: [{ width: '1fr' }, { width: 26, align: 'center' }, { width: 38 }, { width: 38 }],
      header: ['業務項目', '終了した作業', '予定', '実績'],
      rows: groupTasks(tasks, specification.chapters).map((group) => {
        const finished = group.tasks.filter((task) => task.percent === 100);
        const ended = finished.length === group.tasks.length;
        return [
          group.title,
          `${finished.length}／${group.tasks.length}`,
          span(
            group.tasks.map((task) => task.plannedStart),
            group.tasks.map((task) => task.plannedEnd),
          ),
          span(
            days(group.tasks.map((task) => task.actualStart)),
            ended ? days(group.tasks.map((task) => task.actualEnd)) : [],
          ),
        ];
      }),
    }),
  ];
}

const briefingBlocks = (briefings: readonly Briefing[]): Block[] => [
  heading(2, 'CISOへの説明'),
  paragraph(
    briefings.length === 0
      ? '作業計画の説明の記録は、まだありません。'
      : `${briefings.map(({ day, mode }) => `${formatEra(day)}（${mode}）`).join('、')}に、最高情報セキュリティ責任者（CISO）に至るまで作業計画の内容を説明しました。`,
  ),
];

function days(values: readonly (string | null)[]): string[] {
  return values.filter((value) => value !== null);
}

function span(starts: readonly string[], ends: readonly string[]): string {
  const from = starts.toSorted()[0];
  const to = ends.toSorted().at(-1);
  if (from === undefined) return '―';
  return `${formatEraShort(from)}～${to === undefined ? '' : formatEraShort(to)}`;
}
