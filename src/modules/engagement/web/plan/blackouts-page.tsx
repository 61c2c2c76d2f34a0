import { useState } from 'react';
import {
  Button,
  type Column,
  ConfirmButton,
  DateField,
  DayText,
  Dialog,
  EmptyState,
  Form,
  type FormReader,
  Loaded,
  Page,
  Problem,
  Section,
  Select,
  Table,
  TextField,
  useCommand,
  useLoad,
} from '../../../../web/ui/index.ts';
import { clientFor } from '../../../../web/client.ts';
import type { peopleContract } from '../../../people/contract.ts';
import { type Blackouts, engagement } from '../client.ts';
import { planMessages } from './messages.ja.ts';

const text = planMessages.blackouts;
const people = clientFor<typeof peopleContract>('people');
const KINDS = ['busy', 'assembly', 'other'] as const;
/** The empty value of a select is no choice; the whole city is one. */
const CITY = 'city';
type Window = Blackouts['blackouts'][number];

/** Busy seasons and sessions of the assembly: the office keeps all of them, a head those of the own department. */
export function Component() {
  const [changing, setChanging] = useState<Window>();
  const load = useLoad(
    async () => ({ ...(await engagement.listBlackouts({})), all: (await people.listDepartments({})).departments }),
    [],
  );
  const remove = useCommand(
    (options, { id, version }: Window) => engagement.removeBlackout({ blackoutId: id, version }, options),
    { done: text.removed, onDone: load.reload },
  );
  return (
    <Page title={text.title} lead={text.lead}>
      {remove.problem !== undefined && <Problem problem={remove.problem} />}
      <Loaded from={load}>
        {({ blackouts, departments, all }) => {
          const names = new Map(all.map(({ id, name, bureauName }) => [id, `${bureauName ?? ''} ${name}`.trim()]));
          const nameOf = (id: string | null): string => (id === null ? text.city : (names.get(id) ?? text.unknown));
          const choices = departments.map(({ id }) => ({ value: id ?? CITY, label: nameOf(id) }));
          return (
            <>
              <Table
                caption={text.caption}
                rows={blackouts}
                rowKey={({ id }) => id}
                empty={
                  <EmptyState title={text.empty}>
                    <p>{text.emptyHelp}</p>
                  </EmptyState>
                }
                columns={columnsFor(nameOf, setChanging, (window) => void remove.run(window))}
              />
              <Section title={text.register}>
                <Form
                  guard={false}
                  reset
                  submitLabel={text.register}
                  done={text.saved}
                  submit={(form) => engagement.registerBlackout(fieldsOf(form), form.options)}
                  onDone={load.reload}
                >
                  <Fields window={null} choices={choices} />
                </Form>
              </Section>
              {changing !== undefined && (
                <Dialog open title={text.changeTitle} onClose={() => setChanging(undefined)}>
                  <Form
                    guard={false}
                    version={changing.version}
                    done={text.changed}
                    submit={(form) =>
                      engagement.changeBlackout(
                        { ...fieldsOf(form), blackoutId: changing.id, version: form.version },
                        form.options,
                      )
                    }
                    onDone={() => {
                      setChanging(undefined);
                      load.reload();
                    }}
                  >
                    <Fields window={changing} choices={choices} />
                  </Form>
                </Dialog>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

const fieldsOf = (form: FormReader) => ({
  departmentId: form.text('departmentId') === CITY ? null : form.text('departmentId'),
  kind: form.one('kind', KINDS),
  from: form.day('from'),
  to: form.day('to'),
  reason: form.text('reason'),
});

function Fields({
  window,
  choices,
}: {
  window: Window | null;
  choices: readonly { readonly value: string; readonly label: string }[];
}) {
  return (
    <>
      <Select
        name="departmentId"
        label={text.department}
        required
        defaultValue={
          window === null ? (choices.length === 1 ? (choices[0]?.value ?? null) : null) : (window.departmentId ?? CITY)
        }
        options={choices}
      />
      <Select
        name="kind"
        label={text.kind}
        required
        defaultValue={window?.kind ?? 'busy'}
        options={KINDS.map((value) => ({ value, label: text.kinds[value] }))}
      />
      <DateField name="from" label={text.from} required defaultValue={window?.from ?? null} />
      <DateField name="to" label={text.to} required defaultValue={window?.to ?? null} />
      <TextField
        name="reason"
        label={text.reason}
        hint={text.reasonHint}
        required
        maxLength={200}
        defaultValue={window?.reason ?? null}
      />
    </>
  );
}

function columnsFor(
  nameOf: (id: string | null) => string,
  onChange: (window: Window) => void,
  onRemove: (window: Window) => void,
): readonly Column<Window>[] {
  return [
    {
      key: 'period',
      header: text.columns.period,
      rowHeader: true,
      nowrap: true,
      cell: ({ from, to }) => (
        <>
          <DayText day={from} look="short" />
          {planMessages.wbs.until}
          <DayText day={to} look="short" />
        </>
      ),
    },
    { key: 'department', header: text.columns.department, cell: ({ departmentId }) => nameOf(departmentId) },
    { key: 'kind', header: text.columns.kind, cell: ({ kind }) => text.kinds[kind] },
    { key: 'reason', header: text.columns.reason, cell: ({ reason }) => reason },
    {
      key: 'act',
      header: text.columns.act,
      cell: (window) =>
        window.mine && (
          <div className="flex flex-wrap gap-2">
            <Button size="small" aria-label={`${text.change}：${window.reason}`} onClick={() => onChange(window)}>
              {text.change}
            </Button>
            <ConfirmButton
              size="small"
              variant="text"
              aria-label={`${text.remove}：${window.reason}`}
              title={text.removeTitle}
              body={text.removeBody(window.reason)}
              onConfirm={() => onRemove(window)}
            >
              {text.remove}
            </ConfirmButton>
          </div>
        ),
    },
  ];
}
