import { useState } from 'react';
import { useParams } from 'react-router';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { roleChoices } from '../rules/role-choice.ts';
import { AccessActions } from './access-actions.tsx';
import { InvitationLink } from './invitation-link.tsx';
import { messages } from './messages.ja.ts';
import {
  type AccountDetail,
  type Department,
  departmentOptions,
  type Firm,
  type Invitation,
  people,
} from './people-client.ts';
import { AccountStatus } from './status-text.tsx';

const text = messages.account;

export function Component() {
  const { accountId } = useParams();
  const manage = useCan()('people.manage');
  const [issued, setIssued] = useState<Invitation>();
  const load = ui.useLoad(async () => {
    const [{ accounts }, { departments }, { firms }] = await Promise.all([
      people.listAccountDetails({}),
      people.listDepartments({}),
      people.listFirms({}),
    ]);
    return { account: accounts.find(({ id }) => id === accountId), departments, firms };
  }, [accountId]);
  const name = load.state === 'ready' ? load.data.account?.displayName : undefined;
  return (
    <ui.Page
      title={name ?? messages.accounts.title}
      breadcrumbs={[{ label: messages.accounts.title, href: '/people/accounts' }]}
    >
      {issued !== undefined && <InvitationLink invitation={issued} />}
      <ui.Loaded from={load}>
        {({ account, departments, firms }) =>
          account === undefined ? (
            <ui.EmptyState title={text.missing}>{text.missingHelp}</ui.EmptyState>
          ) : (
            <>
              <Summary account={account} />
              {account.status === 'disabled' && <ui.Notice title={text.ended} />}
              {manage && account.status !== 'disabled' && (
                <>
                  <Profile account={account} departments={departments} firms={firms} onDone={load.reload} />
                  <Roles account={account} onDone={load.reload} />
                </>
              )}
              {account.status !== 'disabled' && (
                <AccessActions
                  account={account}
                  manage={manage}
                  onIssued={(invitation) => {
                    setIssued(invitation);
                    load.reload();
                  }}
                  onChanged={load.reload}
                />
              )}
            </>
          )
        }
      </ui.Loaded>
    </ui.Page>
  );
}

function Summary({ account }: { account: AccountDetail }) {
  return (
    <ui.DataList
      items={[
        { term: text.loginName, value: account.loginName },
        { term: text.party, value: text.parties[account.party] },
        { term: text.status, value: <AccountStatus status={account.status} /> },
        ...(account.lockedUntil === null
          ? []
          : [{ term: text.lockedUntil, value: <ui.InstantText at={account.lockedUntil} /> }]),
        { term: text.totp, value: account.totp ? text.totpStates.on : text.totpStates.off },
      ]}
    />
  );
}

interface ProfileProps {
  readonly account: AccountDetail;
  readonly departments: readonly Department[];
  readonly firms: readonly Firm[];
  readonly onDone: () => void;
}

function Profile({ account, departments, firms, onDone }: ProfileProps) {
  const offered = firms.filter(({ kind }) => kind === account.party);
  return (
    <ui.Section title={text.profile}>
      <ui.Form
        key={account.version}
        version={account.version}
        submit={(form) =>
          people.saveAccount(
            {
              accountId: account.id,
              version: form.version,
              displayName: form.text('displayName'),
              title: form.textOrNull('title'),
              email: form.textOrNull('email'),
              departmentId: account.party === 'city' ? form.textOrNull('departmentId') : null,
              firmId: account.party === 'city' ? null : form.textOrNull('firmId'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <ui.TextField
          name="displayName"
          label={text.displayName}
          required
          maxLength={200}
          width="medium"
          defaultValue={account.displayName}
        />
        <ui.TextField
          name="title"
          label={text.jobTitle}
          hint={text.jobTitleHelp}
          maxLength={200}
          width="medium"
          defaultValue={account.title}
        />
        <ui.TextField
          name="email"
          label={text.email}
          type="email"
          maxLength={200}
          width="medium"
          defaultValue={account.email}
        />
        {account.party === 'city' ? (
          <ui.Select
            name="departmentId"
            label={text.department}
            hint={text.departmentHelp}
            prompt={text.noDepartment}
            options={departmentOptions(departments)}
            defaultValue={account.departmentId}
          />
        ) : (
          <ui.Select
            name="firmId"
            label={text.firm}
            prompt={text.noFirm}
            options={offered.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={account.firmId}
          />
        )}
      </ui.Form>
    </ui.Section>
  );
}

function Roles({ account, onDone }: { account: AccountDetail; onDone: () => void }) {
  const choices = roleChoices(account.party, true);
  return (
    <ui.Section title={text.roles}>
      <ui.Form
        key={account.version}
        version={account.version}
        submitLabel={text.saveRoles}
        submit={(form) =>
          people.changeRoles(
            {
              accountId: account.id,
              version: form.version,
              roles: choices.map(({ value }) => value).filter((role) => form.all('roles').includes(role)),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <ui.CheckboxGroup
          name="roles"
          label={text.roles}
          hint={text.rolesHelp}
          required
          options={choices}
          defaultValues={account.roles}
        />
      </ui.Form>
    </ui.Section>
  );
}
