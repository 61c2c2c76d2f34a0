import { useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { activeMembers, duty, memberOptions, nameOf, type Registers } from './duty-client.ts';
import { text } from './handlers.messages.ja.ts';
import { messages } from './messages.ja.ts';
import { ActButton, AddForm, DutyPage, OccurredOn, occurredOn, Paper, type PartProps } from './parts.tsx';
import { Workplaces } from './workplaces.tsx';

export function Component() {
  return (
    <DutyPage title={messages.tabs.handlers} lead={text.lead}>
      {(part) => (
        <>
          {part.data.conditions.manager !== undefined && <Manager {...part} />}
          {part.data.conditions.handlerNotice !== undefined && <Notices {...part} />}
          {part.data.conditions.manager !== undefined && <Grants {...part} />}
          {part.data.conditions.workplace !== undefined && <Workplaces {...part} />}
          {part.data.conditions.level !== undefined && <Handlings {...part} />}
        </>
      )}
    </DutyPage>
  );
}

function managerColumns({ data }: PartProps): readonly ui.Column<Registers['information-manager'][number]>[] {
  return [
    {
      key: 'member',
      header: text.manager.role,
      rowHeader: true,
      nowrap: true,
      cell: ({ memberId }) => nameOf(data, memberId),
    },
    { key: 'on', header: text.manager.on, cell: ({ on }) => <ui.DayText day={on} /> },
    { key: 'endedOn', header: text.manager.endedOn, cell: ({ endedOn }) => <ui.DayText day={endedOn} /> },
  ];
}

function Manager(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const candidates = activeMembers(data).filter(({ roles }) => roles.includes(data.conditions.manager?.role ?? ''));
  return (
    <>
      <ui.Table
        caption={text.manager.title}
        columns={managerColumns(part)}
        rows={data.registers['information-manager']}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={text.manager.empty}>{text.manager.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.manage') && candidates.length === 0 && <ui.Notice title={text.manager.noCandidate} />}
      {can('duty.manage') && candidates.length > 0 && (
        <AddForm
          title={text.manager.form}
          draft={`duty-manager:${engagementId}`}
          submit={(form) =>
            duty.appointInformationManager(
              { engagementId, memberId: form.text('memberId'), ...occurredOn(form) },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.Select
            name="memberId"
            label={text.manager.role}
            hint={text.manager.help}
            required
            options={memberOptions(candidates)}
          />
          <OccurredOn />
        </AddForm>
      )}
    </>
  );
}

function noticesColumns(): readonly ui.Column<Registers['handler-notice'][number]>[] {
  return [
    { key: 'on', header: messages.on, rowHeader: true, cell: ({ on }) => <ui.DayText day={on} /> },
    {
      key: 'handlers',
      header: text.notice.handlers,
      cell: ({ handlers }) => handlers.map(({ name }) => name).join('、'),
    },
  ];
}

function Notices({ engagementId, data, reload, can }: PartProps) {
  const notices = data.registers['handler-notice'];
  const send = ui.useCommand((options) => duty.notifyHandlers({ engagementId }, options), {
    done: messages.recorded,
    onDone: reload,
  });
  return (
    <ui.Section title={text.notice.title}>
      <ui.Table
        caption={text.notice.title}
        hideCaption
        columns={noticesColumns()}
        rows={notices}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={text.notice.empty}>{text.notice.emptyHelp}</ui.EmptyState>}
      />
      {notices.length > 0 && <Paper engagementId={engagementId} kind="handler-notice" title={text.notice.paper} />}
      {can('duty.manage') && (
        <ui.ConfirmButton
          title={text.notice.title}
          body={text.notice.sendBody}
          busy={send.busy}
          onConfirm={() => send.run()}
        >
          {text.notice.send}
        </ui.ConfirmButton>
      )}
    </ui.Section>
  );
}

function grantsColumns({
  engagementId,
  data,
  reload,
  can,
}: PartProps): readonly ui.Column<Registers['grant'][number]>[] {
  return [
    {
      key: 'member',
      header: messages.member,
      rowHeader: true,
      nowrap: true,
      cell: ({ memberId }) => nameOf(data, memberId),
    },
    { key: 'on', header: text.grants.on, cell: ({ on }) => <ui.DayText day={on} /> },
    {
      key: 'revokedOn',
      header: text.grants.revokedOn,
      cell: ({ id, version, revokedOn }) =>
        revokedOn === null && can('duty.manage') ? (
          <ActButton act={(options) => duty.revokeLevel3({ engagementId, id, version }, options)} reload={reload}>
            {text.grants.revoke}
          </ActButton>
        ) : (
          <ui.DayText day={revokedOn} />
        ),
    },
  ];
}

function Grants(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const grants = data.registers.grant;
  const without = activeMembers(data).filter(
    ({ id }) => !grants.some(({ memberId, revokedOn }) => memberId === id && revokedOn === null),
  );
  return (
    <>
      <ui.Table
        caption={text.grants.title}
        columns={grantsColumns(part)}
        rows={grants}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={text.grants.empty}>{text.grants.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.manage') && without.length > 0 && (
        <AddForm
          title={text.grants.form}
          help={text.grants.help}
          draft={`duty-grant:${engagementId}`}
          submitLabel={text.grants.submit}
          submit={(form) => duty.grantLevel3({ engagementId, memberId: form.text('memberId') }, form.options)}
          reload={reload}
        >
          <ui.Select name="memberId" label={messages.member} required options={memberOptions(without)} />
        </AddForm>
      )}
    </>
  );
}

function handlingsColumns({ data }: PartProps): readonly ui.Column<Registers['handling'][number]>[] {
  return [
    { key: 'on', header: messages.on, cell: ({ on }) => <ui.DayText day={on} />, sortBy: ({ on }) => on },
    {
      key: 'member',
      header: messages.member,
      rowHeader: true,
      nowrap: true,
      cell: ({ memberId }) => nameOf(data, memberId),
    },
    {
      key: 'place',
      header: text.handlings.place,
      cell: ({ workplaceId }) =>
        data.registers.workplace.find(({ id }) => id === workplaceId)?.name ?? text.handlings.office,
    },
    {
      key: 'material',
      header: text.handlings.material,
      cell: ({ materialId }) => data.registers.material.find(({ id }) => id === materialId)?.name ?? messages.none,
    },
    { key: 'purpose', header: text.handlings.purpose, cell: ({ purpose }) => purpose },
  ];
}

function Handlings(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const { account } = useSession();
  const { handling, workplace, material, grant } = data.registers;
  const mine = activeMembers(data).filter(
    ({ id, accountId }) =>
      grant.some(({ memberId, revokedOn }) => memberId === id && revokedOn === null) &&
      (accountId === account.id || (accountId === null && can('duty.manage'))),
  );
  return (
    <>
      <ui.Table
        caption={text.handlings.title}
        columns={handlingsColumns(part)}
        rows={handling}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={text.handlings.empty}>{text.handlings.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.take-part') && mine.length > 0 && (
        <AddForm
          title={text.handlings.form}
          draft={`duty-handling:${engagementId}`}
          submit={(form) =>
            duty.recordHandling(
              {
                engagementId,
                memberId: form.text('memberId'),
                workplaceId: form.textOrNull('workplaceId'),
                materialId: form.textOrNull('materialId'),
                purpose: form.text('purpose'),
                ...occurredOn(form),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.Select
            name="memberId"
            label={messages.member}
            hint={messages.selfHelp}
            required
            options={memberOptions(mine)}
          />
          <ui.Select
            name="workplaceId"
            label={text.handlings.place}
            hint={text.handlings.placeHelp}
            prompt={text.handlings.office}
            options={workplace
              .filter(({ state }) => state === 'approved')
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ui.Select
            name="materialId"
            label={text.handlings.material}
            prompt={text.handlings.noMaterial}
            options={material.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ui.TextArea name="purpose" label={text.handlings.purpose} required maxLength={10_000} rows={2} />
          <OccurredOn />
        </AddForm>
      )}
    </>
  );
}
