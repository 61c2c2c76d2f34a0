/** Standards in force, recorded conflicts, and the controls of a catalogue. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { fieldError } from '../../../kernel/error.ts';
import {
  choiceColumn,
  dayColumn,
  EDITABLE,
  FIRST,
  FIRST_OPTIONAL,
  flagColumn,
  numberColumn,
  REQUIRED,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import { editableList, engagementOf, exportedList, subjectOf } from '../../../kernel/list.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import { standardsContract } from '../contract.ts';
import { itemList, mappingList } from './mappings.ts';
import { matchList, revisionList } from './revisions.ts';

type Standards = OutputOf<typeof standardsContract, 'listStandards'>;
const COMMON = { scope: 'engagement', permission: 'standards.read', answers: ['listStandards'] } as const;

const GIVEN = '市が提供した基準の事項は、基準の画面で直します。';
const GIVEN_NEW = { ...FIRST, reason: GIVEN };
const LEVELS = { '1': '1', '2': '2', '3': '3' } as const;

const standardList = editableList<Standards['standards'][number]>({
  ...COMMON,
  id: 'standards',
  title: '適用する基準',
  edit: { add: 'standards.provide', change: 'standards.manage' },
  help: '発注者は行を加えて基準を定め、受託者は「版」と「版を確かめた日」を入れて版を確かめます。',
  records: async (context, scope) =>
    (await context.client(standardsContract).listStandards({ engagementId: engagementOf(scope) })).standards,
  key: ({ id }) => id,
  columns: [
    textColumn('code', '記号', 20, (it) => it.code, { ...GIVEN_NEW, maxLength: 60 }),
    textColumn('name', '名称', 44, (it) => it.name, { ...GIVEN_NEW, maxLength: 200 }),
    textColumn('issuer', '定めた者', 26, (it) => it.issuer, { ...GIVEN_NEW, maxLength: 200 }),
    textColumn('edition', '版', 22, (it) => it.edition, { ...REQUIRED, maxLength: 200 }),
    flagColumn('public', '公開', 6, (it) => it.public, { ...FIRST_OPTIONAL, reason: GIVEN }),
    choiceColumn('level', '機密性', 8, LEVELS, (it) => it.level, { ...FIRST_OPTIONAL, reason: GIVEN }),
    textColumn('scope', '適用する範囲', 30, (it) => it.scope, { ...GIVEN_NEW, maxLength: 2000 }),
    numberColumn('tier', '優先', 6, (it) => it.tier, { reason: '優先の順は、基準の画面で定めます。' }),
    dayColumn('receivedOn', '受領の日', (it) => it.receivedOn, GIVEN_NEW),
    dayColumn('occurredOn', '版を確かめた日', (it) => it.confirmedOn, EDITABLE),
  ],
  add: (context, scope, values) =>
    context.client(standardsContract).adoptStandard({
      engagementId: engagementOf(scope),
      code: values.text('code'),
      name: values.text('name'),
      issuer: values.text('issuer'),
      edition: values.text('edition'),
      public: values.flag('public'),
      level: values.textOrNull('level') === null ? null : values.one('level', LEVELS),
      scope: values.text('scope'),
      occurredOn: values.text('receivedOn'),
    }),
  change: (context, scope, { id: standardId, version }, values) => {
    const occurredOn = values.textOrNull('occurredOn');
    if (occurredOn === null) throw fieldError('occurredOn', '版を確かめた日を入れてください。');
    return context.client(standardsContract).confirmEdition({
      engagementId: engagementOf(scope),
      standardId,
      version,
      edition: values.text('edition'),
      occurredOn,
    });
  },
});

const KEPT = '食い違いの記録は、登録した後は変えられません。';
const NEW = { ...FIRST, reason: KEPT };

const conflictList = editableList<Standards['conflicts'][number]>({
  ...COMMON,
  id: 'conflicts',
  title: '基準の食い違い',
  edit: 'standards.manage',
  help: '行を加えると、基準の間の食い違いが記録されます。',
  records: async (context, scope) =>
    (await context.client(standardsContract).listStandards({ engagementId: engagementOf(scope) })).conflicts,
  key: ({ id }) => id,
  locked: () => KEPT,
  columns: [
    textColumn('topic', '事項', 36, (it) => it.topic, { ...NEW, maxLength: 200 }),
    textColumn('preferred', '優先するもの（記号）', 24, (it) => it.preferred, { ...NEW, maxLength: 200 }),
    textColumn('other', 'もう一方（記号）', 24, (it) => it.other, { ...NEW, maxLength: 200 }),
    textColumn('note', '備考', 44, (it) => it.note, { ...FIRST_OPTIONAL, reason: KEPT, maxLength: 10_000 }),
    dayColumn('recordedOn', '記録の日', (it) => it.recordedOn, { reason: KEPT }),
  ],
  add: (context, scope, values) =>
    context.client(standardsContract).recordConflict({
      engagementId: engagementOf(scope),
      topic: values.text('topic'),
      preferred: values.text('preferred'),
      other: values.text('other'),
      note: values.text('note'),
    }),
});

type Group = OutputOf<typeof standardsContract, 'getCatalogue'>['groups'][number];
type Control = Group['controls'][number] & { readonly group: string };

const controlList = exportedList<Control>({
  id: 'controls',
  title: '基準の目録',
  answers: ['getCatalogue'],
  scope: 'engagement',
  permission: 'standards.read',
  because: '目録は製品に収めた要旨か、版として保存した内容であり、変わりません。',
  per: {
    title: '基準',
    subjects: async (context, engagementId) => {
      if (engagementId === null) return [];
      const { catalogues } = await context.client(standardsContract).listCatalogues({ engagementId });
      return catalogues.map(({ code, name }) => ({ id: code, title: name }));
    },
  },
  records: async (context, scope) => {
    const input = { engagementId: engagementOf(scope), code: subjectOf(scope) };
    const { groups } = await context.client(standardsContract).getCatalogue(input);
    return groups.flatMap(({ title, controls }) => controls.map((control) => ({ ...control, group: title })));
  },
  key: ({ id }) => id,
  columns: [
    textColumn('id', '記号', 16, (it) => it.id),
    textColumn('number', '番号', 14, (it) => it.number),
    textColumn('group', '章', 30, (it) => it.group),
    textColumn('title', '題名', 36, (it) => it.title),
    textColumn('statement', '要旨', 70, (it) => it.statement),
    textColumn('guidance', '解説', 50, (it) => it.guidance),
    textsColumn('references', '参照', 30, (it) => it.references),
  ],
});

type Catalogue = OutputOf<typeof standardsContract, 'listCatalogues'>['catalogues'][number];
type Edition = Catalogue['editions'][number] & Pick<Catalogue, 'code' | 'name' | 'issuer'>;

const editionList = exportedList<Edition>({
  ...COMMON,
  id: 'editions',
  title: '目録のある基準とその版',
  answers: ['listCatalogues'],
  because: '版は、ファイルを読み取り、内容を確かめて保存するという手続きで加わります。',
  records: async (context, scope) => {
    const { catalogues } = await context
      .client(standardsContract)
      .listCatalogues({ engagementId: engagementOf(scope) });
    return catalogues.flatMap(({ code, name, issuer, editions }) =>
      editions.map((edition) => ({ ...edition, code, name, issuer })),
    );
  },
  key: ({ code, id }) => `${code} ${id ?? 'bundled'}`,
  columns: [
    textColumn('code', '記号', 20, (it) => it.code),
    textColumn('name', '名称', 44, (it) => it.name),
    textColumn('issuer', '定めた者', 26, (it) => it.issuer),
    textColumn('label', '版', 22, (it) => it.label),
    flagColumn('current', '今使う版', 8, (it) => it.current),
    numberColumn('controls', '項目', 8, (it) => it.controls),
    dayColumn('publishedOn', '発行の日', (it) => it.publishedOn),
    textColumn('licence', '利用の条件', 40, (it) => it.licence),
    textColumn('source', '出典', 40, (it) => it.source),
  ],
});

export const lists: readonly ListProvider[] = [
  standardList,
  conflictList,
  controlList,
  editionList,
  mappingList,
  itemList,
  revisionList,
  matchList,
];

export const noLists = {
  proposeMappings: '確かめる前の候補であり、登録すると対応の一覧になる。',
  citeProvisions: '他のモジュールが文書に引くための問合せであり、画面の一覧ではない。',
  listImports: '保存前の読取り結果であり、保存すると目録の一覧になる。',
  getImport: '保存前の読取り結果であり、保存すると目録の一覧になる。',
};
