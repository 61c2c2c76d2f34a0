/** The registers of the contractor's duties as spreadsheets. */
import {
  choiceColumn,
  dayColumn,
  EDITABLE,
  FIRST,
  FIRST_OPTIONAL,
  flagColumn,
  textColumn,
  textsColumn,
  choicesColumn,
} from '../../../kernel/list-columns.ts';
import { editableList, engagementOf } from '../../../kernel/list.ts';
import type { Context, ListScope } from '../../../kernel/module.ts';
import { CLOUD_EVIDENCES, LEVELS, MATERIAL_KINDS, MATERIAL_ORIGINS } from '../choices.ts';
import { dutyContract, type Registers } from '../contract.ts';
import { returnMaterial } from '../operations/materials.ts';
import { listRecords, saveRecord } from '../store.ts';

export const COMMON = { answers: ['getDuties'], scope: 'engagement', permission: 'duty.read' } as const;
export const dutiesOf = (context: Context, scope: ListScope) =>
  context.client(dutyContract).getDuties({ engagementId: engagementOf(scope) });
export const recordsOf =
  <K extends keyof Registers>(kind: K) =>
  async (context: Context, scope: ListScope): Promise<Registers[K]> =>
    (await dutiesOf(context, scope)).registers[kind];
export const membersOf = async (context: Context, scope: ListScope) =>
  (await dutiesOf(context, scope)).members.map(({ id, name }) => ({ value: id, label: name }));

const LEVEL_NAMES = Object.fromEntries(LEVELS.map((level) => [level, level])) as Record<
  (typeof LEVELS)[number],
  string
>;
const KEPT = '登録した内容は変えられません。手続きは、画面から進めてください。';
const NEW = { ...FIRST, reason: KEPT };
const NEW_OPTIONAL = { ...FIRST_OPTIONAL, reason: KEPT };

export const materialList = editableList<Registers['material'][number]>({
  ...COMMON,
  id: 'materials',
  title: '貸与品台帳',
  edit: 'duty.exchange',
  help: '受け取った資料等を加え、返還日と受領者を入れて返還を記録できます。廃棄・消去は画面から記録してください。',
  records: recordsOf('material'),
  key: ({ id }) => id,
  locked: ({ returnedOn, erased }) =>
    returnedOn === null && erased === null ? null : '返還又は消去した資料等の記録は変えられません。',
  columns: [
    textColumn('number', '台帳番号', 12, (it) => it.number, { ...EDITABLE, maxLength: 200 }),
    textColumn('name', '名称', 30, (it) => it.name, { ...NEW, maxLength: 200 }),
    choiceColumn('level', '機密性', 8, LEVEL_NAMES, (it) => it.level, NEW),
    choiceColumn('kind', '種別', 12, MATERIAL_KINDS, (it) => it.kind, NEW),
    choiceColumn('origin', '由来', 10, MATERIAL_ORIGINS, (it) => it.origin, NEW),
    dayColumn('occurredOn', '受け取った日', (it) => it.receivedOn, NEW_OPTIONAL),
    textColumn('handling', '保管・取扱い', 36, (it) => it.handling, { ...EDITABLE, maxLength: 10_000 }),
    dayColumn('returnedOn', '返還日', (it) => it.returnedOn, EDITABLE),
    textColumn('receivedBackBy', '受領者', 16, (it) => it.receivedBackBy, { ...EDITABLE, maxLength: 10_000 }),
    flagColumn('public', '公開', 8, (it) => it.public, NEW_OPTIONAL),
  ],
  add: async (context, scope, values) => {
    const engagementId = engagementOf(scope);
    const client = context.client(dutyContract);
    const occurredOn = values.textOrNull('occurredOn');
    const { id } = await client.receiveMaterial({
      engagementId,
      name: values.text('name'),
      level: values.one('level', LEVEL_NAMES),
      kind: values.one('kind', MATERIAL_KINDS),
      origin: values.one('origin', MATERIAL_ORIGINS),
      public: values.flag('public'),
      handling: values.text('handling'),
      number: values.textOrNull('number'),
      ...(occurredOn === null ? {} : { occurredOn }),
    });
    const returnedOn = values.textOrNull('returnedOn');
    if (returnedOn === null) return;
    const receivedBackBy = values.text('receivedBackBy');
    await client.returnMaterial({ engagementId, id, version: 1, receivedBackBy, occurredOn: returnedOn });
  },
  change: async (context, scope, { id }, values, changed) => {
    const engagementId = engagementOf(scope);
    const entry = (await listRecords(context.tx, engagementId, 'material')).find((one) => one.id === id);
    if (entry === undefined) return;
    const noted = changed.has('handling') || changed.has('number');
    const kept = { handling: values.text('handling'), number: values.textOrNull('number') };
    if (noted) await saveRecord(context.tx, 'material', { ...entry, ...kept });
    const occurredOn = values.textOrNull('returnedOn');
    if (occurredOn === null) return;
    const version = entry.version + (noted ? 1 : 0);
    const receivedBackBy = values.text('receivedBackBy');
    await returnMaterial(context, { engagementId, id, version, receivedBackBy, occurredOn });
  },
});

export const trainingList = editableList<Registers['training'][number]>({
  ...COMMON,
  id: 'training',
  title: '従業員の研修',
  edit: 'duty.manage',
  help: '行を加えると、研修の計画が登録されます。報告と実施は画面から記録してください。',
  records: recordsOf('training'),
  key: ({ id }) => id,
  locked: () => KEPT,
  columns: async (context, scope) => {
    const members = await membersOf(context, scope);
    return [
      textColumn('title', '研修', 30, (it) => it.title, { ...NEW, maxLength: 200 }),
      dayColumn('plannedOn', '予定の日', (it) => it.plannedOn, NEW),
      textColumn('method', '方法', 16, (it) => it.method, { ...NEW, maxLength: 200 }),
      textColumn('lecturer', '講師', 18, (it) => it.lecturer, { ...NEW, maxLength: 200 }),
      textsColumn('topics', '内容', 36, (it) => it.topics, NEW),
      choicesColumn('members', '対象者', 30, members, (it) => it.members, NEW),
      dayColumn('heldOn', '実施の日', (it) => it.heldOn, { reason: KEPT }),
      dayColumn('reportedOn', '報告の日', (it) => it.reportedOn, { reason: KEPT }),
    ];
  },
  add: (context, scope, values) =>
    context.client(dutyContract).planTraining({
      engagementId: engagementOf(scope),
      title: values.text('title'),
      plannedOn: values.text('plannedOn'),
      method: values.text('method'),
      lecturer: values.text('lecturer'),
      topics: values.texts('topics'),
      members: values.texts('members'),
    }),
});

const CARRY_STATES = {
  requested: '申請中',
  approved: '承諾',
  refused: '不承諾',
  taken: '持出し中',
  returned: '返却済み',
} as const;

export const carryOutList = editableList<Registers['carry-out'][number]>({
  ...COMMON,
  id: 'carry-outs',
  title: '持出しの記録',
  edit: 'duty.manage',
  help: '行を加えると、持出しの承諾を求めたことになります。承諾、持出し、返却は画面から記録してください。',
  records: recordsOf('carry-out'),
  key: ({ id }) => id,
  locked: () => KEPT,
  columns: async (context, scope) => {
    const members = await membersOf(context, scope);
    return [
      textsColumn('materials', '持ち出すもの', 28, (it) => it.materials, NEW),
      textColumn('purpose', '目的', 24, (it) => it.purpose, { ...NEW, maxLength: 200 }),
      choiceColumn('carrier', '持ち出す人', 16, members, (it) => it.carrier, NEW),
      textColumn('medium', '媒体', 18, (it) => it.medium, { ...NEW, maxLength: 200 }),
      textColumn('clause', '条項', 10, (it) => it.clause, { ...NEW, maxLength: 200 }),
      textColumn('destination', '持出し先', 20, (it) => it.destination, { ...NEW, maxLength: 200 }),
      dayColumn('takeOn', '持ち出す日', (it) => it.takeOn, NEW),
      dayColumn('backBy', '返却の予定', (it) => it.backBy, NEW),
      choiceColumn('state', '状態', 12, CARRY_STATES, (it) => it.state, { reason: KEPT }),
      dayColumn('returnedOn', '返却の日', (it) => it.returnedOn, { reason: KEPT }),
    ];
  },
  add: (context, scope, values) =>
    context.client(dutyContract).requestCarryOut({
      engagementId: engagementOf(scope),
      materials: values.texts('materials'),
      purpose: values.text('purpose'),
      carrier: values.text('carrier'),
      medium: values.text('medium'),
      clause: values.text('clause'),
      destination: values.text('destination'),
      takeOn: values.text('takeOn'),
      backBy: values.text('backBy'),
    }),
});

const CLOUD_STATES = { requested: '判断待ち', 'in-use': '利用中', refused: '不承諾', ended: '利用終了' } as const;

export const cloudServiceList = editableList<Registers['cloud-service'][number]>({
  ...COMMON,
  id: 'cloud-services',
  title: '利用するクラウドサービス',
  edit: 'duty.manage',
  help: '行を加えると、クラウドサービスが登録されます。更新と終了は画面から記録してください。',
  records: recordsOf('cloud-service'),
  key: ({ id }) => id,
  locked: () => KEPT,
  columns: [
    textColumn('name', 'サービス', 26, (it) => it.name, { ...NEW, maxLength: 200 }),
    textColumn('provider', '提供者', 24, (it) => it.provider, { ...NEW, maxLength: 200 }),
    textColumn('use', '用途', 30, (it) => it.use, { ...NEW, maxLength: 10_000 }),
    choiceColumn('evidence', '証明', 40, CLOUD_EVIDENCES, (it) => it.evidence, NEW),
    textColumn('reference', '番号・名称', 24, (it) => it.reference, { ...NEW, maxLength: 200 }),
    dayColumn('validTo', '有効期限', (it) => it.validTo, NEW_OPTIONAL),
    choiceColumn('state', '状態', 12, CLOUD_STATES, (it) => it.state, { reason: KEPT }),
  ],
  add: (context, scope, values) =>
    context.client(dutyContract).registerCloudService({
      engagementId: engagementOf(scope),
      name: values.text('name'),
      provider: values.text('provider'),
      use: values.text('use'),
      evidence: values.one('evidence', CLOUD_EVIDENCES),
      reference: values.text('reference'),
      validTo: values.textOrNull('validTo'),
      files: [],
    }),
});
