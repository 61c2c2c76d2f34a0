import { formatEraShort } from '../../../../core/calendar/era.ts';
import { type Column, DayText, Disclosure, Form, Section, Select, Table, TextField } from '../../../../web/ui/index.ts';
import { engagement, type Schedule } from '../client.ts';
import { planMessages } from './messages.ja.ts';

const text = planMessages.baseline;
type Baseline = Schedule['baselines'][number];

const nameOf = ({ kind, version, name }: Baseline): string =>
  kind === 'plan' ? text.plan(version) : text.manual(version, name);

interface BaselineProps {
  readonly engagementId: string;
  readonly schedule: Schedule;
  readonly mayPlan: boolean;
  readonly onChoose: (baselineId: string | null) => void;
  readonly onDone: () => void;
}

/** The plan that the present one is compared with, and planned against earned progress over time. */
export function BaselineSection({ engagementId, schedule, mayPlan, onChoose, onDone }: BaselineProps) {
  const { baseline, baselines, curve } = schedule;
  return (
    <Section title={text.title}>
      {baseline === null ? (
        <p>{text.none}</p>
      ) : (
        <p>
          {text.compared}：{nameOf(baseline)}（<DayText day={baseline.setOn} />）
        </p>
      )}
      {baselines.length > 1 && (
        <Select
          name="baseline"
          label={text.choose}
          value={baseline?.id ?? ''}
          onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
          options={baselines.map((one) => ({ value: one.id, label: nameOf(one) }))}
        />
      )}
      {mayPlan && (
        <Form
          guard={false}
          reset
          submitLabel={text.set}
          done={text.saved}
          submit={(form) => engagement.setBaseline({ engagementId, name: form.text('name') }, form.options)}
          onDone={onDone}
        >
          <TextField name="name" label={text.name} required maxLength={200} />
        </Form>
      )}
      {curve.length > 1 && <Curve points={curve} />}
    </Section>
  );
}

const CURVE_COLUMNS: readonly Column<Schedule['curve'][number]>[] = [
  { key: 'day', header: text.columns.day, rowHeader: true, cell: ({ day }) => <DayText day={day} look="short" /> },
  { key: 'planned', header: text.columns.planned, align: 'end', cell: ({ planned }) => `${planned}%` },
  {
    key: 'earned',
    header: text.columns.earned,
    align: 'end',
    cell: ({ earned }) => (earned === null ? '―' : `${earned}%`),
  },
];

const SIZE = { width: 640, height: 220, left: 44, bottom: 28 } as const;

function Curve({ points }: { points: Schedule['curve'] }) {
  const x = (index: number): number =>
    SIZE.left + ((SIZE.width - SIZE.left - 12) * index) / Math.max(1, points.length - 1);
  const y = (percent: number): number => 8 + ((SIZE.height - SIZE.bottom - 8) * (100 - percent)) / 100;
  const earned = points.flatMap(({ earned: value }, index) => (value === null ? [] : [{ x: x(index), y: y(value) }]));
  const last = points.findLast((point) => point.earned !== null) ?? points[0];
  return (
    <figure className="grid gap-2">
      <figcaption>
        {text.curve}（{text.plannedLine}、{text.earnedLine}）
      </figcaption>
      <svg
        role="img"
        aria-label={
          last === undefined ? text.curve : text.curveAlt(formatEraShort(last.day), last.planned, last.earned)
        }
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        className="w-full max-w-[48rem] border border-solid-gray-420"
      >
        {[0, 50, 100].map((percent) => (
          <g key={percent}>
            <line
              x1={SIZE.left}
              x2={SIZE.width - 12}
              y1={y(percent)}
              y2={y(percent)}
              className="stroke-solid-gray-300"
            />
            <text x={SIZE.left - 6} y={y(percent) + 4} fontSize="12" textAnchor="end" fill="currentColor">
              {percent}%
            </text>
          </g>
        ))}
        <polyline
          points={points.map(({ planned }, index) => `${x(index)},${y(planned)}`).join(' ')}
          fill="none"
          strokeWidth="2"
          className="stroke-key-900"
        />
        <polyline
          points={earned.map((point) => `${point.x},${point.y}`).join(' ')}
          fill="none"
          strokeWidth="2.5"
          strokeDasharray="6 3"
          className="stroke-black"
        />
        {earned.map((point) => (
          <circle key={point.x} cx={point.x} cy={point.y} r="3" className="fill-black" />
        ))}
        {[points[0], points.at(-1)].map((point, index) =>
          point === undefined ? null : (
            <text
              key={point.day}
              x={index === 0 ? SIZE.left : SIZE.width - 12}
              y={SIZE.height - 8}
              fontSize="12"
              textAnchor={index === 0 ? 'start' : 'end'}
              fill="currentColor"
            >
              {formatEraShort(point.day)}
            </text>
          ),
        )}
      </svg>
      <Disclosure summary={text.table}>
        <Table
          caption={text.curve}
          hideCaption
          small="scroll"
          rows={points}
          rowKey={({ day }) => day}
          columns={CURVE_COLUMNS}
        />
      </Disclosure>
    </figure>
  );
}
