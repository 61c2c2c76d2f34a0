/** A proposed timetable: shown first, then placed as a whole. */
import { useState } from 'react';
import { useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { planMessages } from './messages-plan.ja.ts';
import { plan } from './plan-client.ts';

const text = planMessages.timetable;
type View = Awaited<ReturnType<typeof plan.proposeTimetable>>;
type Proposed = View['slots'][number];
type Options = readonly { readonly value: string; readonly label: string }[];

const columns = (people: Options): readonly ui.Column<Proposed>[] => [
  { key: 'day', header: text.day, nowrap: true, cell: ({ day }) => <ui.DayText day={day} look="weekday" /> },
  { key: 'time', header: text.time, nowrap: true, cell: ({ from, to }) => `${from}～${to}` },
  { key: 'target', header: text.target, rowHeader: true, cell: ({ targetName }) => targetName },
  { key: 'place', header: text.place, cell: ({ place }) => place },
  {
    key: 'people',
    header: text.people,
    cell: ({ people: own }) =>
      own.map(({ kind, id }) => people.find(({ value }) => value === `${kind} ${id}`)?.label ?? '―').join('、') || '―',
  },
];

/** A time without the name that is only shown. */
function bare({ targetId, departmentId, day, from, to, place, people }: Proposed) {
  return { targetId, departmentId, day, from, to, place, people };
}

export function Proposal({
  programmeId,
  people,
  reload,
}: {
  programmeId: string;
  people: Options;
  reload: () => void;
}) {
  const { today } = useSession();
  const [shown, setShown] = useState<{ readonly view: View; readonly travelMinutes: number } | null>(null);
  const take = ui.useCommand(
    (options, view: View, travelMinutes: number) =>
      plan.placeSlots({ slots: view.slots.map(bare), travelMinutes }, options),
    {
      done: text.taken,
      onDone: () => {
        setShown(null);
        reload();
      },
    },
  );
  return (
    <ui.Section title={text.propose}>
      <p>{text.proposeHelp}</p>
      <ui.Form
        guard={false}
        submitLabel={text.show}
        done={null}
        submit={async (form) => {
          const travelMinutes = form.number('travelMinutes');
          const view = await plan.proposeTimetable({
            programmeId,
            from: form.day('from'),
            to: form.day('to'),
            travelMinutes,
            perDay: form.number('perDay'),
          });
          setShown({ view, travelMinutes });
        }}
      >
        <ui.DateField name="from" label={text.start} required defaultValue={today} />
        <ui.DateField name="to" label={text.end} required />
        <ui.NumberField
          name="travelMinutes"
          label={text.travel}
          unit={text.minutes}
          required
          min={0}
          max={480}
          defaultValue={30}
        />
        <ui.NumberField
          name="perDay"
          label={text.perDay}
          unit={text.cases}
          required
          min={1}
          max={10}
          defaultValue={4}
        />
      </ui.Form>
      {shown !== null && (
        <ui.Section level={3} title={text.proposal}>
          {take.problem !== undefined && <ui.Problem problem={take.problem} />}
          <ui.Table
            caption={text.proposal}
            hideCaption
            rows={shown.view.slots}
            rowKey={({ targetId, departmentId }) => `${targetId} ${departmentId ?? ''}`}
            columns={columns(people)}
            empty={<ui.EmptyState title={text.nothing} />}
          />
          {shown.view.unplaced.length > 0 && (
            <ui.Notice tone="warning" title={text.unplaced}>
              <ul className="list-disc pl-6">
                {shown.view.unplaced.map(({ targetId, targetName, reason }) => (
                  <li key={targetId}>{`${targetName}：${reason}`}</li>
                ))}
              </ul>
            </ui.Notice>
          )}
          {shown.view.slots.length > 0 && (
            <ui.Button variant="solid" busy={take.busy} onClick={() => void take.run(shown.view, shown.travelMinutes)}>
              {text.take}
            </ui.Button>
          )}
        </ui.Section>
      )}
    </ui.Section>
  );
}
