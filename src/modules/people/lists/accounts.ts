/** Accounts as a spreadsheet. New people are invited on the page: the link is shown once, to whoever invites. */
import { choiceColumn, choicesColumn, EDITABLE, REQUIRED, textColumn } from '../../../kernel/list-columns.ts';
import { editableList, exportedList } from '../../../kernel/list.ts';
import { type Role, ROLES } from '../../../kernel/role.ts';
import { type AccountDetail, type AccountSummary, peopleContract } from '../contract.ts';

const PARTIES = { city: '市', contractor: '受託者', vendor: '情報システム事業者', system: 'システム' } as const;
const STATUSES = { invited: '招待中', active: '利用中', locked: '一時停止', disabled: '利用停止' } as const;

export const accountList = editableList<AccountDetail>({
  id: 'accounts',
  title: '利用者',
  answers: ['listAccountDetails'],
  scope: 'municipality',
  permission: 'people.invite',
  edit: 'people.manage',
  help: '氏名、職名、所属、役割などを直せます。新しい利用者は、招待のリンクを本人に渡すため、画面から招待してください。',
  records: async (context) => (await context.client(peopleContract).listAccountDetails({})).accounts,
  key: ({ id }) => id,
  columns: async (context) => {
    const { departments } = await context.client(peopleContract).listDepartments({});
    const { firms } = await context.client(peopleContract).listFirms({});
    const known = new Map(
      departments.map(({ id, name, bureauName }) => [id, [bureauName ?? '', name].join(' ').trim()]),
    );
    return [
      textColumn('loginName', '利用者名', 18, (it) => it.loginName, { reason: '利用者名は変えられません。' }),
      textColumn('displayName', '氏名', 18, (it) => it.displayName, { ...REQUIRED, maxLength: 200 }),
      textColumn('title', '職名', 16, (it) => it.title, { ...EDITABLE, maxLength: 200 }),
      choiceColumn('party', '立場', 14, PARTIES, (it) => it.party, { reason: '立場は変えられません。' }),
      choicesColumn('roles', '役割', 30, ROLES, (it) => it.roles, REQUIRED),
      choiceColumn(
        'departmentId',
        '所属',
        26,
        [...known].map(([value, label]) => ({ value, label })),
        (it) => it.departmentId,
        EDITABLE,
      ),
      choiceColumn(
        'firmId',
        '事業者',
        22,
        firms.map(({ id, name }) => ({ value: id, label: name })),
        (it) => it.firmId,
        EDITABLE,
      ),
      textColumn('email', 'メールアドレス', 26, (it) => it.email, { ...EDITABLE, maxLength: 200 }),
      choiceColumn('status', '状態', 10, STATUSES, (it) => it.status, {
        reason: '利用の停止と再開は、利用者の画面から行ってください。',
      }),
    ];
  },
  change: async (context, _scope, { id: accountId, version: before }, values, changed) => {
    const client = context.client(peopleContract);
    let version = before;
    if (changed.has('roles')) {
      const roles = values.texts('roles') as Role[];
      ({ version } = await client.changeRoles({ accountId, version, roles }));
    }
    if ([...changed].every((key) => key === 'roles')) return;
    await client.saveAccount({
      accountId,
      version,
      displayName: values.text('displayName'),
      title: values.textOrNull('title'),
      departmentId: values.textOrNull('departmentId'),
      firmId: values.textOrNull('firmId'),
      email: values.textOrNull('email'),
    });
  },
});

/** Names, roles and departments for everybody who works together; edited by the administrator in the fuller list. */
export const directory = exportedList<AccountSummary>({
  id: 'directory',
  title: '担当者名簿',
  answers: ['listAccounts'],
  scope: 'municipality',
  permission: 'people.read',
  because: '名簿は利用者の登録から作られます。直すときは、システム管理者が「利用者」の一覧で行います。',
  records: async (context) => (await context.client(peopleContract).listAccounts({})).accounts,
  key: ({ id }) => id,
  columns: [
    textColumn('displayName', '氏名', 20, (it) => it.displayName),
    textColumn('title', '職名', 18, (it) => it.title),
    textColumn('organisation', '所属', 30, (it) => it.organisation),
    choiceColumn('party', '立場', 16, PARTIES, (it) => it.party),
    choicesColumn('roles', '役割', 40, ROLES, (it) => it.roles),
  ],
});
