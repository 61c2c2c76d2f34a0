/** Standards in force, recorded conflicts, and the controls of a catalogue. */
import type { OutputOf } from '../../../kernel/contract.ts';
import {
  dayColumn,
  FIRST,
  FIRST_OPTIONAL,
  flagColumn,
  numberColumn,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import { editableList, engagementOf, exportedList, type ListProvider, subjectOf } from '../../../kernel/list.ts';
import { standardsContract } from '../contract.ts';
import { itemList, mappingList } from './mappings.ts';
import { matchList, revisionList } from './revisions.ts';

type Standards = OutputOf<typeof standardsContract, 'listStandards'>;
const COMMON = { scope: 'engagement', permission: 'standards.read', answers: ['listStandards'] } as const;

const standardList = exportedList<Standards['standards'][number]>({
  ...COMMON,
  id: 'standards',
  title: '適用する基準',
  because: '基準は、市が提供し、受託者が版を確かめるという手続きで決まります。',
  records: async (context, scope) =>
    (await context.client(standardsContract).listStandards({ engagementId: engagementOf(scope) })).standards,
  key: ({ id }) => id,
  columns: [
    textColumn('code', '記号', 20, (it) => it.code),
    textColumn('name', '名称', 44, (it) => it.name),
    textColumn('issuer', '定めた者', 26, (it) => it.issuer),
    textColumn('edition', '版', 22, (it) => it.edition),
    flagColumn('public', '公開', 6, (it) => it.public),
    numberColumn('tier', '優先', 6, (it) => it.tier),
    dayColumn('receivedOn', '受領の日', (it) => it.receivedOn),
    dayColumn('confirmedOn', '版を確かめた日', (it) => it.confirmedOn),
  ],
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
