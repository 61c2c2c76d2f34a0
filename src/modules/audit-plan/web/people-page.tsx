import { PROGRAMME_KINDS } from '../../../core/programme/words.ts';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { PlanTabs } from './frame.tsx';
import { messages } from './messages.ja.ts';
import { choicesOf, cityAccountOptions, departmentOptions, plan } from './plan-client.ts';

const text = messages.people;
type Options = Awaited<ReturnType<typeof departmentOptions>>;
type Auditor = Awaited<ReturnType<typeof plan.listAuditors>>['auditors'][number];
type Past = Awaited<ReturnType<typeof plan.listHistory>>['history'][number];
const KINDS: Readonly<Record<string, string>> = PROGRAMME_KINDS;

export function Component() {
  const engagementId = useEngagementId();
  const load = ui.useLoad(
    async () => ({
      ...(await plan.listAuditors({ engagementId })),
      ...(await plan.listHistory({ engagementId })),
      departments: await departmentOptions(),
      accounts: await cityAccountOptions(),
    }),
    [engagementId],
  );
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <PlanTabs />
      <ui.Loaded from={load}>
        {({ auditors, history, departments, accounts }) => (
          <>
            <Auditors
              auditors={auditors.filter(({ state }) => state === 'active')}
              departments={departments}
              accounts={accounts}
              reload={load.reload}
            />
            <History history={history} departments={departments} reload={load.reload} />
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

const nameIn = (departments: Options, id: string): string =>
  departments.find(({ value }) => value === id)?.label ?? '―';

const auditorColumns = (departments: Options): readonly ui.Column<Auditor>[] => [
  { key: 'name', header: text.name, rowHeader: true, cell: ({ name }) => name },
  { key: 'department', header: text.department, cell: ({ departmentId }) => nameIn(departments, departmentId) },
  {
    key: 'managed',
    header: text.managed,
    cell: ({ managedDepartmentIds }) => managedDepartmentIds.map((id) => nameIn(departments, id)).join('、') || '―',
  },
  {
    key: 'trainedOn',
    header: text.trainedOn,
    cell: ({ trainedOn }) => (trainedOn === null ? text.untrained : <ui.DayText day={trainedOn} />),
  },
  {
    key: 'account',
    header: text.account,
    cell: ({ accountId }) => (accountId === null ? '―' : text.linked),
  },
  { key: 'qualification', header: text.qualification, cell: ({ qualification }) => qualification || '―' },
];

const removal = (remove: (auditor: Auditor) => void, busy: boolean): ui.Column<Auditor> => ({
  key: 'remove',
  header: text.action,
  cell: (auditor) => (
    <ui.Button size="small" busy={busy} aria-label={text.removeLabel(auditor.name)} onClick={() => remove(auditor)}>
      {text.remove}
    </ui.Button>
  ),
});

interface Part {
  readonly departments: Options;
  readonly reload: () => void;
}

function Auditors({
  auditors,
  departments,
  accounts,
  reload,
}: Part & { auditors: readonly Auditor[]; accounts: Options }) {
  const engagementId = useEngagementId();
  const may = useCan()('audit-plan.decide');
  const remove = ui.useCommand(
    (options, auditorId: string, version: number) => plan.removeAuditor({ auditorId, version }, options),
    { done: messages.saved, onDone: reload },
  );
  return (
    <ui.Section title={text.auditors}>
      <p>
        <ListExchange
          list="audit-plan.internal-auditors"
          engagementId={engagementId}
          name={text.auditors}
          edit="audit-plan.decide"
          onDone={reload}
        />
      </p>
      {remove.problem !== undefined && <ui.Problem problem={remove.problem} />}
      <ui.Table
        caption={text.auditors}
        hideCaption
        rows={auditors}
        rowKey={({ id }) => id}
        columns={
          may
            ? [...auditorColumns(departments), removal((one) => void remove.run(one.id, one.version), remove.busy)]
            : auditorColumns(departments)
        }
        empty={<ui.EmptyState title={text.noAuditors}>{text.noAuditorsHelp}</ui.EmptyState>}
      />
      {may && (
        <ui.Disclosure summary={text.addAuditor}>
          <ui.Form
            reset
            submitLabel={text.submit}
            done={text.done}
            submit={(form) =>
              plan.addAuditor(
                {
                  engagementId,
                  name: form.text('name'),
                  accountId: form.textOrNull('accountId'),
                  departmentId: form.text('departmentId'),
                  managedDepartmentIds: form.all('managedDepartmentIds'),
                  trainedOn: form.dayOrNull('trainedOn'),
                  qualification: form.text('qualification'),
                },
                form.options,
              )
            }
            onDone={reload}
          >
            <ui.TextField name="name" label={text.name} required maxLength={80} width="medium" />
            <ui.Select name="departmentId" label={text.department} required options={departments} />
            <ui.CheckboxGroup name="managedDepartmentIds" label={text.managed} options={departments} />
            <ui.DateField name="trainedOn" label={text.trainedOn} />
            <ui.TextField name="qualification" label={text.qualification} maxLength={200} />
            <ui.Select
              name="accountId"
              label={text.account}
              hint={text.accountHelp}
              prompt={text.noAccount}
              options={accounts}
            />
          </ui.Form>
        </ui.Disclosure>
      )}
      {may && auditors.length > 0 && <LinkAccount auditors={auditors} accounts={accounts} reload={reload} />}
    </ui.Section>
  );
}

/** Somebody who was registered without an account gets one. */
function LinkAccount({
  auditors,
  accounts,
  reload,
}: {
  auditors: readonly Auditor[];
  accounts: Options;
  reload: () => void;
}) {
  return (
    <ui.Disclosure summary={text.link}>
      <ui.Form
        reset
        submitLabel={text.link}
        done={text.linkDone}
        submit={(form) => {
          const chosen = auditors.find(({ id }) => id === form.text('auditorId'));
          if (chosen === undefined) throw new Error('no auditor is chosen');
          const { id: auditorId, state: _state, ...fields } = chosen;
          return plan.changeAuditor({ ...fields, auditorId, accountId: form.text('accountId') }, form.options);
        }}
        onDone={reload}
      >
        <ui.Select
          name="auditorId"
          label={text.auditor}
          required
          options={auditors.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ui.Select name="accountId" label={text.account} required options={accounts} />
      </ui.Form>
    </ui.Disclosure>
  );
}

const historyColumns = (departments: Options): readonly ui.Column<Past>[] => [
  {
    key: 'department',
    header: text.department,
    rowHeader: true,
    cell: ({ departmentId }) => nameIn(departments, departmentId),
  },
  {
    key: 'fiscalYear',
    header: text.year,
    align: 'end',
    sortBy: ({ fiscalYear }) => fiscalYear,
    cell: ({ fiscalYear }) => fiscalYear,
  },
  { key: 'kind', header: text.kind, cell: ({ kind }) => KINDS[kind] ?? kind },
  { key: 'programme', header: text.programme, cell: ({ programme }) => programme },
  { key: 'auditedOn', header: text.auditedOn, cell: ({ auditedOn }) => <ui.DayText day={auditedOn} /> },
];

function History({ history, departments, reload }: Part & { history: readonly Past[] }) {
  const engagementId = useEngagementId();
  const may = useCan()('audit-plan.work');
  return (
    <ui.Section title={text.history}>
      <p>{text.historyHelp}</p>
      <p>
        <ListExchange
          list="audit-plan.audit-history"
          engagementId={engagementId}
          name={text.history}
          edit="audit-plan.work"
          onDone={reload}
        />
      </p>
      <ui.Table
        caption={text.history}
        hideCaption
        rows={history}
        rowKey={({ id }) => id}
        columns={historyColumns(departments)}
        empty={<ui.EmptyState title={text.noHistory} />}
      />
      {may && (
        <ui.Disclosure summary={text.addHistory}>
          <ui.Form
            reset
            submitLabel={text.submit}
            done={text.done}
            submit={(form) =>
              plan.addHistory(
                {
                  engagementId,
                  departmentId: form.text('departmentId'),
                  fiscalYear: form.number('fiscalYear'),
                  kind: form.text('kind'),
                  programme: form.text('programme'),
                  auditedOn: form.dayOrNull('auditedOn'),
                },
                form.options,
              )
            }
            onDone={reload}
          >
            <ui.Select name="departmentId" label={text.department} required options={departments} />
            <ui.NumberField name="fiscalYear" label={text.year} required min={2000} max={2100} />
            <ui.Select name="kind" label={text.kind} required options={choicesOf(PROGRAMME_KINDS)} />
            <ui.TextField name="programme" label={text.programme} required maxLength={200} />
            <ui.DateField name="auditedOn" label={text.auditedOn} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </ui.Section>
  );
}
