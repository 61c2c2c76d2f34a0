/** Departments and firms as spreadsheets. */
import { choiceColumn, dayColumn, EDITABLE, FIRST, REQUIRED, textColumn } from '../../../kernel/list-columns.ts';
import { editableList, type ValueReader } from '../../../kernel/list.ts';
import { type Department, type Firm, peopleContract } from '../contract.ts';

export const departmentList = editableList<Department>({
  id: 'departments',
  title: '所属（局・課）',
  answers: ['listDepartments', 'getOrganisation'],
  scope: 'municipality',
  permission: 'people.read',
  edit: 'people.manage',
  help: '「変更の適用日」を入れると、その日から名称などが変わります。空のときは今日からです。廃止と統合は組織改正の画面から行います。',
  records: async (context) => (await context.client(peopleContract).listDepartments({})).departments,
  key: ({ id }) => id,
  columns: async (_context, _scope, records) => [
    textColumn('name', '名称', 30, (it) => it.name, { ...REQUIRED, maxLength: 200 }),
    textColumn('kana', '読み', 30, (it) => it.kana, { ...EDITABLE, maxLength: 200 }),
    choiceColumn(
      'bureauId',
      '局',
      26,
      records.filter(({ bureauId }) => bureauId === null).map(({ id, name }) => ({ value: id, label: name })),
      (it) => it.bureauId,
      EDITABLE,
    ),
    dayColumn('from', '変更の適用日', () => null, EDITABLE),
    dayColumn('validFrom', '設置の日', (it) => it.validFrom, { reason: '設置の日は、登録した後は変えられません。' }),
    dayColumn('validTo', '廃止の日', (it) => it.validTo, { reason: '廃止は、組織改正の画面から行ってください。' }),
  ],
  add: (context, _scope, values) => context.client(peopleContract).saveDepartment(unitOf(values, context.today)),
  change: async (context, _scope, { id: departmentId }, values) => {
    const client = context.client(peopleContract);
    const { units } = await client.getOrganisation({});
    const version = units.find(({ id }) => id === departmentId)?.version ?? 0;
    await client.saveDepartment({ departmentId, version, ...unitOf(values, context.today) });
  },
});

const unitOf = (values: ValueReader, today: string) => ({
  name: values.text('name'),
  kana: values.text('kana'),
  bureauId: values.textOrNull('bureauId'),
  from: values.textOrNull('from') ?? today,
});

const FIRM_KINDS = { contractor: '受託者', vendor: '情報システム事業者' } as const;

export const firmList = editableList<Firm>({
  id: 'firms',
  title: '事業者',
  answers: ['listFirms'],
  scope: 'municipality',
  permission: 'people.read',
  edit: 'people.manage',
  records: async (context) => (await context.client(peopleContract).listFirms({})).firms,
  key: ({ id }) => id,
  columns: [
    choiceColumn('kind', '種類', 22, FIRM_KINDS, (it) => it.kind, {
      ...FIRST,
      reason: '種類は、登録した後は変えられません。',
    }),
    textColumn('name', '名称', 40, (it) => it.name, { ...REQUIRED, maxLength: 200 }),
  ],
  add: (context, _scope, values) =>
    context.client(peopleContract).saveFirm({ kind: values.one('kind', FIRM_KINDS), name: values.text('name') }),
  change: (context, _scope, { id: firmId, version, kind }, values) =>
    context.client(peopleContract).saveFirm({ firmId, version, kind, name: values.text('name') }),
});
