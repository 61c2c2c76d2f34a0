import { useState } from 'react';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { ProgrammeFrame } from './frame.tsx';
import { planMessages } from './messages-plan.ja.ts';
import { departmentOptions, files, personOptions, plan, type Slot, type Target } from './plan-client.ts';
import { Proposal } from './proposal-part.tsx';
import { SlotFields, slotFrom } from './slot-fields.tsx';

const text = planMessages.timetable;
type Options = readonly { readonly value: string; readonly label: string }[];

export function Component() {
  return (
    <ProgrammeFrame title={text.title} lead={text.lead}>
      {({ engagementId, programme }) => <Timetable engagementId={engagementId} programmeId={programme.id} />}
    </ProgrammeFrame>
  );
}

function Timetable({ engagementId, programmeId }: { engagementId: string; programmeId: string }) {
  const may = useCan()('audit-plan.work');
  const [changing, setChanging] = useState<string | null>(null);
  const load = ui.useLoad(
    async () => ({
      ...(await plan.listSlots({ engagementId, programmeId })),
      ...(await plan.listTargets({ engagementId, programmeId })),
      people: await personOptions(engagementId),
      departments: await departmentOptions(),
    }),
    [engagementId, programmeId],
  );
  const remove = ui.useCommand(
    (options, slotId: string, version: number) => plan.removeSlot({ slotId, version }, options),
    { done: text.removed, onDone: load.reload },
  );
  return (
    <ui.Loaded from={load}>
      {({ slots, targets, people, departments }) => {
        const slot = slots.find(({ id }) => id === changing);
        const open = targets.filter(({ state }) => state !== 'withdrawn');
        return (
          <>
            <div className="flex flex-wrap items-center gap-4">
              <ListExchange
                list="audit-plan.audit-timetable"
                engagementId={engagementId}
                edit="audit-plan.work"
                onDone={load.reload}
              />
              {slots.length > 0 && (
                <ui.DownloadLinks
                  title={text.papers}
                  files={files(engagementId, 'audit-timetable', ['docx', 'pdf', 'xlsx'])}
                />
              )}
            </div>
            {remove.problem !== undefined && <ui.Problem problem={remove.problem} />}
            <ui.Table
              caption={text.title}
              hideCaption
              rows={slots}
              rowKey={({ id }) => id}
              columns={
                may
                  ? [...columns(people), actions(setChanging, (one) => remove.run(one.id, one.version), remove.busy)]
                  : columns(people)
              }
              empty={<ui.EmptyState title={text.none}>{text.noneHelp}</ui.EmptyState>}
            />
            {slot !== undefined && (
              <ui.Dialog open title={slot.targetName} onClose={() => setChanging(null)}>
                <ui.Form
                  version={slot.version}
                  submitLabel={text.change}
                  submit={(form) =>
                    plan.changeSlot({ slotId: slot.id, version: form.version, ...slotFrom(form) }, form.options)
                  }
                  onDone={() => {
                    setChanging(null);
                    load.reload();
                  }}
                >
                  <SlotFields
                    slot={slot}
                    people={teamOf(
                      targets.find(({ id }) => id === slot.targetId),
                      people,
                    )}
                    departments={departmentsOf(
                      targets.find(({ id }) => id === slot.targetId),
                      departments,
                    )}
                  />
                </ui.Form>
              </ui.Dialog>
            )}
            {may && <Proposal programmeId={programmeId} people={people} reload={load.reload} />}
            {may && open.length > 0 && (
              <Put targets={open} people={people} departments={departments} reload={load.reload} />
            )}
          </>
        );
      }}
    </ui.Loaded>
  );
}

const teamOf = (target: Target | undefined, people: Options): Options =>
  people.filter(({ value }) => target?.team.some(({ kind, id }) => `${kind} ${id}` === value));

const departmentsOf = (target: Target | undefined, departments: Options): Options =>
  target?.kind === 'affair' ? departments.filter(({ value }) => target.departmentIds.includes(value)) : [];

const columns = (people: Options): readonly ui.Column<Slot>[] => [
  {
    key: 'day',
    header: text.day,
    nowrap: true,
    sortBy: ({ day, from }) => `${day} ${from}`,
    cell: ({ day }) => <ui.DayText day={day} look="weekday" />,
  },
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

const actions = (
  change: (id: string) => void,
  remove: (slot: Slot) => Promise<unknown>,
  busy: boolean,
): ui.Column<Slot> => ({
  key: 'action',
  header: text.action,
  nowrap: true,
  cell: (slot) => (
    <div className="flex flex-wrap gap-2">
      <ui.Button size="small" aria-label={text.changeLabel(slot.targetName)} onClick={() => change(slot.id)}>
        {text.change}
      </ui.Button>
      <ui.ConfirmButton
        size="small"
        title={text.removeTitle}
        body={text.removeBody}
        busy={busy}
        aria-label={text.removeLabel(slot.targetName)}
        onConfirm={() => remove(slot)}
      >
        {text.remove}
      </ui.ConfirmButton>
    </div>
  ),
});

/** A time put by hand. */
function Put({
  targets,
  people,
  departments,
  reload,
}: {
  targets: readonly Target[];
  people: Options;
  departments: Options;
  reload: () => void;
}) {
  const [targetId, setTargetId] = useState(targets[0]?.id ?? '');
  const target = targets.find(({ id }) => id === targetId);
  return (
    <ui.Section title={text.put}>
      <ui.Form
        reset
        submitLabel={text.putSubmit}
        done={text.taken}
        submit={(form) => {
          const { travelMinutes, ...slot } = slotFrom(form);
          return plan.placeSlots({ slots: [{ targetId, ...slot }], travelMinutes }, form.options);
        }}
        onDone={reload}
      >
        <ui.Select
          name="targetId"
          label={text.target}
          required
          value={targetId}
          onChange={(event) => setTargetId(event.target.value)}
          options={targets.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SlotFields
          key={targetId}
          slot={null}
          people={teamOf(target, people)}
          departments={departmentsOf(target, departments)}
        />
      </ui.Form>
    </ui.Section>
  );
}
