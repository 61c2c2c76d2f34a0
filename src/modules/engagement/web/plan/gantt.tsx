import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { createCalendar } from '../../../../core/calendar/index.ts';
import { formatEraShort } from '../../../../core/calendar/era.ts';
import { classNames, RadioGroup } from '../../../../web/ui/index.ts';
import { axisFor, xOf, type Zoom } from '../../rules/gantt.ts';
import type { Schedule, Task } from '../client.ts';
import { GanttChart, ROW_HEIGHT } from './gantt-chart.tsx';
import { planMessages } from './messages.ja.ts';
import { linesFor, type TaskLine } from './wbs-table.tsx';

const text = planMessages.gantt;
const calendar = createCalendar();
/** How much of the past is shown at first. */
const LEFT_OF_TODAY = 240;
/** Open days of an ordinary week. */
const WEEK = 5;

interface GanttProps {
  readonly schedule: Schedule;
  /** Absent for those who may not change the plan. */
  readonly onEdit: ((task: Task) => void) | undefined;
  readonly onShift: ((task: Task, start: string, end: string) => void) | undefined;
}

/** Tasks as a tree that the arrow keys walk through; the drawing beside it says the same for the eye. */
export function Gantt({ schedule, onEdit, onShift }: GanttProps) {
  const [zoom, setZoom] = useState<Zoom>('month');
  const lines = linesFor(schedule);
  const starts = lines.map(({ task, row }) => least(task.plannedStart, row.baselineStart, task.actualStart)).toSorted();
  const ends = lines.map(({ task, row }) => greatest(task.plannedEnd, row.baselineEnd, row.forecastEnd)).toSorted();
  const axis = axisFor(starts[0] ?? schedule.today, ends.at(-1) ?? schedule.today, zoom);
  const scroller = useRef<HTMLDivElement>(null);
  const shown = Math.max(0, xOf(axis, schedule.today) - LEFT_OF_TODAY);
  // What is under way is seen first; later the person decides.
  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollLeft = shown;
  }, [shown]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p id="gantt-help">{text.help}</p>
      <RadioGroup
        name="zoom"
        label={text.zoom}
        inline
        value={zoom}
        onChange={(value) => setZoom(value === 'week' ? 'week' : 'month')}
        options={(['month', 'week'] as const).map((value) => ({ value, label: text[value] }))}
      />
      <div className="grid grid-cols-[18rem_minmax(0,1fr)] border border-solid-gray-420">
        <TaskTree lines={lines} onEdit={onEdit} onShift={onShift} />
        <div
          ref={scroller}
          className="overflow-x-auto border-s border-solid-gray-420"
          data-scroll=""
          tabIndex={0}
          role="region"
          aria-label={text.title}
        >
          <GanttChart lines={lines} axis={axis} today={schedule.today} />
        </div>
      </div>
      <section>
        <h3 className="text-std-16B-170">{text.legend}</h3>
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {Object.entries(text.legends).map(([key, label]) => (
            <li key={key}>{label}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const least = (...days: (string | null)[]): string =>
  days.flatMap((day) => (day === null ? [] : [day])).toSorted()[0] ?? '';
const greatest = (...days: (string | null)[]): string =>
  days
    .flatMap((day) => (day === null ? [] : [day]))
    .toSorted()
    .at(-1) ?? '';

interface TreeProps {
  readonly lines: readonly TaskLine[];
  readonly onEdit: GanttProps['onEdit'];
  readonly onShift: GanttProps['onShift'];
}

function TaskTree({ lines, onEdit, onShift }: TreeProps) {
  const [current, setCurrent] = useState(lines[0]?.task.id);
  const items = useRef(new Map<string, HTMLElement>());
  const names = new Map(lines.map(({ task }) => [task.id, task.name]));
  const active = lines.some(({ task }) => task.id === current) ? current : lines[0]?.task.id;

  const go = (index: number): void => {
    const id = lines[index]?.task.id;
    if (id === undefined) return;
    setCurrent(id);
    items.current.get(id)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, { task, row }: TaskLine, index: number): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.metaKey) return;
    const sideways = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (sideways !== 0 && event.shiftKey) {
      event.preventDefault();
      if (row.parent || task.percent > 0 || task.excluded !== null) return;
      const days = sideways * (event.ctrlKey ? WEEK : 1);
      onShift?.(
        task,
        calendar.addBusinessDays(task.plannedStart, days),
        calendar.addBusinessDays(task.plannedEnd, days),
      );
      return;
    }
    const target = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: lines.length - 1 }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      go(target);
    } else if (event.key === 'Enter' && onEdit !== undefined && task.excluded === null) {
      event.preventDefault();
      onEdit(task);
    }
  };
  return (
    <ul role="tree" aria-label={text.title} aria-describedby="gantt-help" className="mt-11">
      {lines.map((line, index) => (
        <li
          key={line.task.id}
          ref={(element) => {
            if (element === null) items.current.delete(line.task.id);
            else items.current.set(line.task.id, element);
          }}
          role="treeitem"
          aria-level={line.row.level}
          aria-selected={line.task.id === active}
          aria-label={labelOf(line, names)}
          tabIndex={line.task.id === active ? 0 : -1}
          onFocus={() => setCurrent(line.task.id)}
          onClick={() => go(index)}
          onKeyDown={(event) => onKeyDown(event, line, index)}
          className={classNames(
            'flex cursor-default items-center gap-2 border-t border-solid-gray-420 px-2 focus-visible:-outline-offset-4',
            line.task.excluded !== null && 'line-through',
          )}
          style={{ height: ROW_HEIGHT, paddingInlineStart: 8 + (line.row.level - 1) * 16 }}
        >
          <span className="truncate text-dns-14N-130">
            {line.task.position} {line.task.name}
          </span>
          {line.row.critical && <span className="ms-auto shrink-0 text-dns-14N-130 font-700">◆</span>}
        </li>
      ))}
    </ul>
  );
}

/** All that the drawing shows, in words. */
function labelOf({ task, row }: TaskLine, names: ReadonlyMap<string, string>): string {
  const words = planMessages.wbs;
  const day = formatEraShort;
  const before = task.predecessors.flatMap(({ id }) => names.get(id) ?? []);
  return [
    text.label.level(String(task.position), task.name),
    ...(task.excluded === null ? [] : [words.states.excluded]),
    text.label.planned(day(task.plannedStart), day(task.plannedEnd)),
    ...(row.baselineStart === null || row.baselineEnd === null
      ? []
      : [text.label.baseline(day(row.baselineStart), day(row.baselineEnd))]),
    ...(task.actualStart === null
      ? []
      : [text.label.actual(day(task.actualStart), task.actualEnd === null ? text.label.ongoing : day(task.actualEnd))]),
    text.label.progress(task.percent),
    ...(row.critical ? [words.critical] : []),
    ...(task.milestone ? [words.milestone] : []),
    ...(row.lateDays > 0 ? [words.lateBy(row.lateDays)] : []),
    ...(before.length === 0 ? [] : [text.label.before(before.join('、'))]),
    ...row.blackouts.map(({ reason }) => words.blackout(reason)),
  ].join('、');
}
