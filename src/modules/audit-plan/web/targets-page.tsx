import { useState } from 'react';
import { TARGET_KINDS } from '../../../core/programme/words.ts';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { TARGET_STATE_NAMES } from '../labels.ts';
import { ProgrammeFrame, Warnings } from './frame.tsx';
import { messages } from './messages.ja.ts';
import { departmentOptions, personOptions, plan, type ProgrammeLine, type Target, toneOf } from './plan-client.ts';
import { Rotation } from './rotation-part.tsx';
import { TargetDetail } from './target-detail.tsx';
import { TargetFields, targetFrom } from './target-fields.tsx';

const text = messages.targets;

export function Component() {
  return (
    <ProgrammeFrame title={text.title} lead={text.lead}>
      {({ engagementId, programme }) => <Targets engagementId={engagementId} line={programme} />}
    </ProgrammeFrame>
  );
}

function Targets({ engagementId, line }: { engagementId: string; line: ProgrammeLine }) {
  const can = useCan();
  const programmeId = line.id;
  const [chosen, setChosen] = useState<string | null>(null);
  const load = ui.useLoad(
    async () => ({
      ...(await plan.listTargets({ engagementId, programmeId })),
      checks: await plan.checkTargets({ engagementId, programmeId }),
      programme: (await plan.getProgramme({ programmeId })).programme,
      rotation: await plan.getRotation({ engagementId, programmeId }),
      departments: await departmentOptions(),
      people: await personOptions(engagementId),
    }),
    [engagementId, programmeId],
  );
  return (
    <ui.Loaded from={load}>
      {(data) => {
        const target = data.targets.find(({ id }) => id === chosen);
        const withdrawn = data.targets.filter(
          ({ id, state }) => state === 'withdrawn' && !data.targets.some(({ replaces }) => replaces === id),
        );
        return (
          <>
            <Warnings warnings={data.checks.programme} />
            <div className="flex flex-wrap gap-4">
              <ListExchange
                list="audit-plan.audit-targets"
                engagementId={engagementId}
                subject={programmeId}
                edit="audit-plan.work"
                onDone={load.reload}
              />
              <Decide targets={data.targets} reload={load.reload} />
            </div>
            <ui.Table
              caption={text.title}
              hideCaption
              rows={data.targets}
              rowKey={({ id }) => id}
              columns={columns(data.departments, data.checks.targets, setChosen)}
              empty={<ui.EmptyState title={text.none} />}
            />
            {target !== undefined && (
              <ui.Dialog open title={target.name} onClose={() => setChosen(null)}>
                <TargetDetail
                  key={`${target.id} ${target.version}`}
                  target={target}
                  programme={data.programme}
                  departments={data.departments}
                  people={data.people}
                  warnings={data.checks.targets.find(({ targetId }) => targetId === target.id)?.warnings ?? []}
                  reload={load.reload}
                  close={() => setChosen(null)}
                />
              </ui.Dialog>
            )}
            {can('audit-plan.work') && (
              <ui.Section title={text.add}>
                <ui.Form
                  reset
                  draft={`audit-target:${programmeId}`}
                  submitLabel={text.submit}
                  done={text.added}
                  submit={(form) => {
                    const replaces = form.textOrNull('replaces');
                    return plan.addTarget(
                      {
                        programmeId,
                        ...targetFrom(form, data.programme),
                        ...(replaces === null ? {} : { replaces }),
                      },
                      form.options,
                    );
                  }}
                  onDone={load.reload}
                >
                  <TargetFields programme={data.programme} departments={data.departments} target={null} />
                  {withdrawn.length > 0 && (
                    <ui.Select
                      name="replaces"
                      label={text.replaces}
                      options={withdrawn.map(({ id, name }) => ({ value: id, label: name }))}
                    />
                  )}
                </ui.Form>
              </ui.Section>
            )}
            {data.rotation.years !== null && (
              <Rotation
                programmeId={programmeId}
                rotation={data.rotation}
                editable={can('audit-plan.work')}
                reload={load.reload}
              />
            )}
          </>
        );
      }}
    </ui.Loaded>
  );
}

type Options = Awaited<ReturnType<typeof departmentOptions>>;
type Checks = Awaited<ReturnType<typeof plan.checkTargets>>['targets'];

const columns = (departments: Options, checks: Checks, open: (id: string) => void): readonly ui.Column<Target>[] => [
  {
    key: 'name',
    header: text.name,
    rowHeader: true,
    cell: (target) => (
      <>
        {target.name}
        {target.state === 'withdrawn' && <p className="font-400">{text.withdrawal(target.withdrawal)}</p>}
        {checks
          .filter(({ targetId }) => targetId === target.id)
          .flatMap(({ warnings }) => warnings)
          .map(({ message }) => (
            <p key={message} className="font-400">
              <ui.StatusBadge tone="warning">{messages.warnings}</ui.StatusBadge> {message}
            </p>
          ))}
      </>
    ),
  },
  { key: 'kind', header: text.kind, nowrap: true, cell: ({ kind }) => TARGET_KINDS[kind] },
  {
    key: 'departments',
    header: text.departments,
    cell: ({ departmentIds }) =>
      departmentIds.map((id) => departments.find(({ value }) => value === id)?.label ?? '―').join('、'),
  },
  { key: 'minutes', header: `${text.minutes}（${text.unit}）`, align: 'end', cell: ({ minutes }) => minutes },
  { key: 'team', header: text.team, align: 'end', cell: ({ team }) => team.length },
  { key: 'plannedOn', header: text.plannedOn, cell: ({ plannedOn }) => <ui.DayText day={plannedOn} look="short" /> },
  {
    key: 'state',
    header: text.state,
    nowrap: true,
    cell: ({ state }) => <ui.StatusBadge tone={toneOf(state)}>{TARGET_STATE_NAMES[state]}</ui.StatusBadge>,
  },
  {
    key: 'action',
    header: text.action,
    nowrap: true,
    cell: ({ id, name }) => (
      <ui.Button size="small" aria-label={text.selectLabel(name)} onClick={() => open(id)}>
        {text.open}
      </ui.Button>
    ),
  },
];

function Decide({ targets, reload }: { targets: readonly Target[]; reload: () => void }) {
  const may = useCan()('audit-plan.decide');
  const proposed = targets.filter(({ state }) => state === 'proposed');
  const decide = ui.useCommand(
    (options) =>
      plan.decideTargets({ targets: proposed.map(({ id, version }) => ({ targetId: id, version })) }, options),
    { done: text.decided, onDone: reload },
  );
  if (!may || proposed.length === 0) return null;
  return (
    <>
      <ui.ConfirmButton
        variant="solid"
        size="small"
        title={text.decideTitle}
        body={text.decideBody(proposed.length)}
        busy={decide.busy}
        onConfirm={() => decide.run()}
      >
        {text.decide}
      </ui.ConfirmButton>
      {decide.problem !== undefined && <ui.Problem problem={decide.problem} />}
    </>
  );
}
