import { addDays, dayParts } from '../../../../core/calendar/day.ts';
import { type Axis, dateOf, spanOf, ticksOf, xOf } from '../../rules/gantt.ts';
import { planMessages } from './messages.ja.ts';
import type { TaskLine } from './wbs-table.tsx';

const text = planMessages.gantt;

export const ROW_HEIGHT = 44;
const HEAD = 44;
const BAR = { top: 10, height: 18 } as const;

/** The drawing. It is hidden from screen readers: the tree beside it and the table say all of it. */
export function GanttChart({ lines, axis, today }: { lines: readonly TaskLine[]; axis: Axis; today: string }) {
  const height = HEAD + lines.length * ROW_HEIGHT;
  const places = new Map(lines.map(({ task }, index) => [task.id, index]));
  return (
    <svg
      aria-hidden="true"
      width={axis.width}
      height={height}
      viewBox={`0 0 ${axis.width} ${height}`}
      className="block text-solid-gray-900 forced-color-adjust-auto"
    >
      <defs>
        <pattern id="gantt-rest" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className="stroke-solid-gray-536" strokeWidth="2" />
        </pattern>
        <marker id="gantt-arrow" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto">
          <path d="M0 0 L6 3 L0 6 z" className="fill-solid-gray-700" />
        </marker>
      </defs>
      <Heads axis={axis} height={height} />
      {lines.map((line, index) => (
        <TaskBar key={line.task.id} line={line} axis={axis} top={HEAD + index * ROW_HEIGHT} today={today} />
      ))}
      {lines.flatMap(({ task }) =>
        task.predecessors.map(({ id }) => {
          const from = lines[places.get(id) ?? -1];
          return from === undefined ? null : (
            <Arrow
              key={`${id}-${task.id}`}
              x1={xOf(axis, addDays(from.task.plannedEnd, 1))}
              y1={middle(places.get(id) ?? 0)}
              x2={xOf(axis, task.plannedStart)}
              y2={middle(places.get(task.id) ?? 0)}
            />
          );
        }),
      )}
      <TodayLine axis={axis} today={today} height={height} />
    </svg>
  );
}

const middle = (index: number): number => HEAD + index * ROW_HEIGHT + BAR.top + BAR.height / 2;

function Heads({ axis, height }: { axis: Axis; height: number }) {
  const { months, weeks } = ticksOf(axis);
  return (
    <>
      {months.map((day, index) => {
        const { year, month } = dayParts(day);
        return (
          <g key={day}>
            <line x1={xOf(axis, day)} x2={xOf(axis, day)} y1="0" y2={height} className="stroke-solid-gray-420" />
            <text x={xOf(axis, day) + 4} y="18" fontSize="14" fill="currentColor">
              {text.monthLabel(year, month, index === 0 || month === 1)}
            </text>
          </g>
        );
      })}
      {weeks.map((day) => (
        <g key={day}>
          <line x1={xOf(axis, day)} x2={xOf(axis, day)} y1="24" y2={height} className="stroke-solid-gray-200" />
          <text x={xOf(axis, day) + 3} y="38" fontSize="12" fill="currentColor">
            {dateOf(day)}
          </text>
        </g>
      ))}
    </>
  );
}

interface BarProps {
  readonly line: TaskLine;
  readonly axis: Axis;
  readonly top: number;
  readonly today: string;
}

function TaskBar({ line: { task, row }, axis, top, today }: BarProps) {
  const y = top + BAR.top;
  const bar = spanOf(axis, task.plannedStart, task.plannedEnd);
  const rests = row.blackouts.filter(({ to, from }) => to >= axis.from && from <= axis.to);
  return (
    <g>
      <line x1="0" x2={axis.width} y1={top} y2={top} className="stroke-solid-gray-420" />
      {rests.map(({ from, to, reason }) => {
        const rest = spanOf(axis, from, to);
        return (
          <rect
            key={`${from}${reason}`}
            {...rest}
            y={top + 1}
            height={ROW_HEIGHT - 2}
            fill="url(#gantt-rest)"
            opacity="0.6"
          />
        );
      })}
      {row.baselineStart !== null && row.baselineEnd !== null && (
        <rect
          {...spanOf(axis, row.baselineStart, row.baselineEnd)}
          y={y + BAR.height + 2}
          height="6"
          fill="none"
          strokeDasharray="3 2"
          className="stroke-solid-gray-800"
        />
      )}
      {task.excluded === null && (
        <>
          {task.milestone ? (
            <Diamond x={bar.x + bar.width} y={y + BAR.height / 2} />
          ) : (
            <PlanBar bar={bar} y={y} percent={task.percent} critical={row.critical} parent={row.parent} />
          )}
          {task.actualStart !== null && (
            <ActualLine axis={axis} from={task.actualStart} to={task.actualEnd ?? today} y={y + BAR.height + 11} />
          )}
          {row.lateDays > 0 && row.forecastEnd !== null && (
            <line
              x1={bar.x + bar.width}
              x2={xOf(axis, addDays(row.forecastEnd, 1))}
              y1={y + BAR.height / 2}
              y2={y + BAR.height / 2}
              strokeWidth="3"
              strokeDasharray="5 3"
              className="stroke-error-1"
            />
          )}
        </>
      )}
    </g>
  );
}

/** A thick frame is critical, the filled part is done; a parent is flat with its ends drawn down. */
function PlanBar({
  bar,
  y,
  percent,
  critical,
  parent,
}: {
  bar: { readonly x: number; readonly width: number };
  y: number;
  percent: number;
  critical: boolean;
  parent: boolean;
}) {
  if (parent) {
    const { x, width } = bar;
    const end = x + width;
    return (
      <path
        d={`M${x} ${y + 4} H${end} V${y + 16} L${end - 4} ${y + 10} H${x + 4} L${x} ${y + 16} z`}
        className="fill-solid-gray-700"
      />
    );
  }
  return (
    <>
      <rect
        {...bar}
        y={y}
        height={BAR.height}
        rx="3"
        strokeWidth={critical ? 3.5 : 1}
        className={critical ? 'fill-key-100 stroke-black' : 'fill-key-100 stroke-key-900'}
      />
      <rect x={bar.x} width={(bar.width * percent) / 100} y={y + 4} height={BAR.height - 8} className="fill-key-900" />
    </>
  );
}

function Diamond({ x, y }: { x: number; y: number }) {
  return <path d={`M${x} ${y - 9} L${x + 9} ${y} L${x} ${y + 9} L${x - 9} ${y} z`} className="fill-black" />;
}

function ActualLine({ axis, from, to, y }: { axis: Axis; from: string; to: string; y: number }) {
  const { x, width } = spanOf(axis, from, to < from ? from : to);
  return <line x1={x} x2={x + width} y1={y} y2={y} strokeWidth="4" className="stroke-success-2" />;
}

function Arrow({ x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number }) {
  const turn = x2 - 6 > x1 + 4 ? x1 + 4 : x2 - 8;
  return (
    <path
      d={`M${x1} ${y1} H${Math.max(x1 + 2, turn)} V${y2 - 14} H${Math.min(x2 - 6, turn)} V${y2} H${x2 - 1}`}
      fill="none"
      markerEnd="url(#gantt-arrow)"
      className="stroke-solid-gray-700"
    />
  );
}

function TodayLine({ axis, today, height }: { axis: Axis; today: string; height: number }) {
  if (today < axis.from || today > axis.to) return null;
  const x = xOf(axis, today);
  return (
    <g>
      <line x1={x} x2={x} y1="24" y2={height} strokeWidth="2" strokeDasharray="8 4" className="stroke-error-1" />
      <rect x={x - 20} y="23" width="40" height="18" rx="3" className="fill-white stroke-error-1" />
      <text x={x} y="37" fontSize="13" textAnchor="middle" fill="currentColor">
        {text.today}
      </text>
    </g>
  );
}
