import { useState } from 'react';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { SUPPORT_STATE_NAMES } from '../labels.ts';
import { departmentOptions, files, improvement, type Plan, type Support, type Terms, wordOptions } from './client.ts';
import { FollowUpTabs } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.support;

export function Component() {
  const engagementId = useEngagementId();
  const supports = useCan()('improvement.support');
  const [chosen, setChosen] = useState<string | null>(null);
  const load = ui.useLoad(
    async () => ({
      ...(await improvement.listSupport({ engagementId })),
      ...(await improvement.listPlans({ engagementId })),
      ...(await improvement.getBoard({ engagementId })),
      terms: await improvement.getFollowUpTerms({ engagementId }),
      departments: await departmentOptions(),
    }),
    [engagementId],
  );
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <FollowUpTabs />
      <ui.Loaded from={load}>
        {({ records, plans, types, terms, departments }) => {
          const one = records.find(({ id }) => id === chosen);
          return (
            <>
              {terms.supportClause !== null && <p>{text.dueHelp}</p>}
              <div className="flex flex-wrap items-center gap-4">
                <ListExchange
                  list="improvement.improvement-support"
                  engagementId={engagementId}
                  edit="improvement.support"
                  onDone={load.reload}
                />
              </div>
              {records.length > 0 && (
                <ui.DataList
                  items={[
                    {
                      term: text.document,
                      value: (
                        <ui.DownloadLinks
                          title={text.document}
                          files={files(engagementId, 'improvement-support-record', ['docx', 'xlsx', 'pdf'])}
                        />
                      ),
                    },
                  ]}
                />
              )}
              <ui.Table
                caption={text.table}
                hideCaption
                rows={records}
                rowKey={({ id }) => id}
                columns={columns(supports ? setChosen : null, load.reload)}
                empty={<ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
              />
              {one !== undefined && (
                <ui.Dialog open title={text.editLabel(one.departmentName)} onClose={() => setChosen(null)}>
                  <Change
                    key={one.version}
                    record={one}
                    terms={terms}
                    done={() => {
                      setChosen(null);
                      load.reload();
                    }}
                  />
                </ui.Dialog>
              )}
              {supports && (
                <Add plans={plans} types={types} terms={terms} departments={departments} reload={load.reload} />
              )}
            </>
          );
        }}
      </ui.Loaded>
    </ui.Page>
  );
}

const columns = (open: ((id: string) => void) | null, reload: () => void): readonly ui.Column<Support>[] => [
  { key: 'day', header: text.day, cell: ({ occurredOn }) => <ui.DayText day={occurredOn} look="short" /> },
  {
    key: 'department',
    header: text.department,
    rowHeader: true,
    cell: ({ departmentName, planTitle }) => (
      <>
        {departmentName}
        {planTitle !== '' && <p className="font-400">{planTitle}</p>}
      </>
    ),
  },
  { key: 'channel', header: text.channel, nowrap: true, cell: ({ channel }) => channel },
  {
    key: 'content',
    header: text.content,
    cell: ({ asked, answered }) => (
      <>
        <p className="whitespace-pre-line">{asked}</p>
        {answered !== '' && <p className="whitespace-pre-line">→ {answered}</p>}
      </>
    ),
  },
  {
    key: 'state',
    header: text.state,
    cell: ({ state, late, due }) => (
      <>
        <ui.StatusBadge tone={state === 'submitted' ? 'success' : 'info'}>{SUPPORT_STATE_NAMES[state]}</ui.StatusBadge>
        {late && <ui.StatusBadge tone="error">{text.late}</ui.StatusBadge>}
        {due !== null && state === 'noted' && (
          <p>
            {text.due}：<ui.DayText day={due} look="short" />
          </p>
        )}
      </>
    ),
  },
  ...(open === null
    ? []
    : [
        {
          key: 'action',
          header: text.action,
          cell: (record: Support) => <RowActions record={record} open={open} reload={reload} />,
        },
      ]),
];

function RowActions({ record, open, reload }: { record: Support; open: (id: string) => void; reload: () => void }) {
  const submit = ui.useCommand(
    (options) => improvement.submitSupport({ supportId: record.id, version: record.version }, options),
    { done: text.submitted, onDone: reload },
  );
  if (record.state === 'submitted') return '―';
  return (
    <div className="flex flex-wrap gap-2">
      <ui.Button size="small" aria-label={text.editLabel(record.departmentName)} onClick={() => open(record.id)}>
        {text.edit}
      </ui.Button>
      <ui.Button
        size="small"
        variant="solid"
        aria-label={text.submitLabel(record.departmentName)}
        busy={submit.busy}
        onClick={() => void submit.run()}
      >
        {text.submit}
      </ui.Button>
      {submit.problem !== undefined && <ui.Problem problem={submit.problem} />}
    </div>
  );
}

function Written({ record, terms }: { readonly record: Support | null; readonly terms: Terms }) {
  return (
    <>
      <ui.Select
        name="channel"
        label={text.channel}
        required
        options={wordOptions(terms.channels)}
        defaultValue={record?.channel ?? ''}
      />
      <ui.NumberField
        name="minutes"
        label={text.minutes}
        required
        min={0}
        max={1440}
        defaultValue={record?.minutes ?? 10}
      />
      <ui.TextArea
        name="asked"
        label={text.asked}
        required
        maxLength={4000}
        rows={3}
        defaultValue={record?.asked ?? ''}
      />
      <ui.TextArea
        name="answered"
        label={text.answered}
        maxLength={4000}
        rows={4}
        defaultValue={record?.answered ?? ''}
      />
    </>
  );
}

const written = (form: { text(name: string): string; number(name: string): number }) => ({
  channel: form.text('channel'),
  minutes: form.number('minutes'),
  asked: form.text('asked'),
  answered: form.text('answered'),
});

function Change({
  record,
  terms,
  done,
}: {
  readonly record: Support;
  readonly terms: Terms;
  readonly done: () => void;
}) {
  return (
    <ui.Form
      version={record.version}
      submitLabel={text.save}
      submit={(form) =>
        improvement.changeSupport({ supportId: record.id, version: form.version, ...written(form) }, form.options)
      }
      onDone={done}
    >
      <Written record={record} terms={terms} />
    </ui.Form>
  );
}

interface AddProps {
  readonly plans: readonly Plan[];
  readonly types: readonly { readonly type: string; readonly title: string }[];
  readonly terms: Terms;
  readonly departments: Awaited<ReturnType<typeof departmentOptions>>;
  readonly reload: () => void;
}

function Add({ plans, types, terms, departments, reload }: AddProps) {
  const engagementId = useEngagementId();
  const [departmentId, setDepartmentId] = useState('');
  const own = plans.filter((plan) => plan.departmentId === departmentId && plan.state !== 'cancelled');
  return (
    <ui.Section title={text.add}>
      <ui.Form
        reset
        draft={`improvement-support:${engagementId}`}
        submitLabel={text.add}
        done={text.added}
        submit={(form) => {
          const type = form.textOrNull('type');
          const occurredOn = form.dayOrNull('occurredOn');
          return improvement.noteSupport(
            {
              engagementId,
              departmentId: form.text('departmentId'),
              planId: form.textOrNull('planId'),
              ...(type === null ? {} : { type }),
              ...(occurredOn === null ? {} : { occurredOn }),
              ...written(form),
            },
            form.options,
          );
        }}
        onDone={reload}
      >
        <ui.DateField name="occurredOn" label={messages.actions.occurredOn} />
        <ui.Select
          name="departmentId"
          label={text.department}
          required
          options={departments}
          value={departmentId}
          onChange={(event) => setDepartmentId(event.target.value)}
        />
        {own.length > 0 && (
          <ui.Select
            name="planId"
            label={text.plan}
            hint={text.noPlan}
            options={own.map(({ id, finding }) => ({ value: id, label: finding.title }))}
          />
        )}
        {types.length > 1 && (
          <ui.Select
            name="type"
            label={text.type}
            options={types.map(({ type, title }) => ({ value: type, label: title }))}
          />
        )}
        <Written record={null} terms={terms} />
      </ui.Form>
    </ui.Section>
  );
}
