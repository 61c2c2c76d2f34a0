import { useSession } from '../../../web/session.ts';
import { ListExchange } from '../../../web/list-exchange.tsx';
import * as ui from '../../../web/ui/index.ts';
import { roleNames } from '../rules/role-choice.ts';
import { messages } from './messages.ja.ts';
import { type AccountDetail, people } from './people-client.ts';
import { AccountStatus } from './status-text.tsx';

const text = messages.accounts;

function columns(manage: boolean): readonly ui.Column<AccountDetail>[] {
  return [
    {
      key: 'displayName',
      header: text.columns.displayName,
      rowHeader: true,
      cell: (account) =>
        manage || account.status === 'invited' ? (
          <ui.TextLink href={`/people/accounts/${account.id}`}>{account.displayName}</ui.TextLink>
        ) : (
          account.displayName
        ),
      sortBy: (account) => account.displayName,
    },
    {
      key: 'loginName',
      header: text.columns.loginName,
      cell: (account) => account.loginName,
      sortBy: (account) => account.loginName,
    },
    {
      key: 'organisation',
      header: text.columns.organisation,
      cell: (account) => [account.organisation, account.title].filter((part) => part !== null).join(' ') || '―',
      sortBy: (account) => account.organisation,
    },
    { key: 'roles', header: text.columns.roles, cell: (account) => roleNames(account.roles) },
    {
      key: 'status',
      header: text.columns.status,
      cell: (account) => <AccountStatus status={account.status} />,
      sortBy: (account) => text.status[account.status],
    },
  ];
}

export function Component() {
  const { permissions } = useSession();
  const accounts = ui.useLoad(() => people.listAccountDetails({}), []);
  return (
    <ui.Page
      title={text.title}
      lead={text.lead}
      actions={
        <>
          <ListExchange list="people.accounts" edit="people.manage" engagementId={null} onDone={accounts.reload} />
          <ui.LinkButton variant="solid" href="/people/accounts/new">
            {text.invite}
          </ui.LinkButton>
        </>
      }
    >
      <ui.Loaded from={accounts}>
        {(data) => (
          <ui.Table
            caption={text.title}
            columns={columns(permissions.includes('people.manage'))}
            rows={data.accounts}
            rowKey={(account) => account.id}
            empty={<ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
          />
        )}
      </ui.Loaded>
    </ui.Page>
  );
}
