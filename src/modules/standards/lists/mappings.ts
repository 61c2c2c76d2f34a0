/** Correspondences between two standards, and audit items made from requirements: out, worked on, and back. */
import { AUDIT_TARGET_LABELS, type AuditTarget } from '../../../core/content-schema/audit-target.ts';
import { AppError } from '../../../kernel/error.ts';
import {
  choiceColumn,
  choicesColumn,
  dayColumn,
  EDITABLE,
  FIRST,
  flagColumn,
  REQUIRED,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import { editableList, engagementOf, subjectOf, type ValueReader } from '../../../kernel/list.ts';
import type { Context, ListScope } from '../../../kernel/module.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import type { MappingView } from '../contract/mappings.ts';
import { type StandardItem, standardsContract } from '../contract.ts';
import { ITEM_STATE_LABELS, MAPPING_LABELS, SEVERITY_LABELS, TECHNIQUE_NAMES } from '../labels.ts';

const client = (context: Context) => context.client(standardsContract);
const COMMON = { scope: 'engagement', permission: 'standards.read', edit: 'standards.manage' } as const;

/** Between the codes of two standards: no code contains it. */
const BETWEEN = '~';

function pairOf(scope: ListScope): { readonly engagementId: string; readonly first: string; readonly second: string } {
  const [first = '', second = ''] = subjectOf(scope).split(BETWEEN);
  return { engagementId: engagementOf(scope), first, second };
}

type Row = MappingView & { readonly fromTitle: string; readonly toTitle: string };

export const mappingList = editableList<Row>({
  ...COMMON,
  id: 'mappings',
  title: '基準の項目の対応',
  answers: ['listMappings', 'countMappings'],
  help: '行を加えると対応が登録されます。種類は、左の基準から見たものです。種類又は理由を改めると、見直しの印は消えます。',
  per: {
    title: '二つの基準',
    subjects: async (context, engagementId) => {
      if (engagementId === null) return [];
      const { catalogues: all } = await client(context).listCatalogues({ engagementId });
      const catalogues = all.toSorted((a, b) => (a.code < b.code ? -1 : 1));
      return catalogues.flatMap((first, at) =>
        catalogues.slice(at + 1).map((second) => ({
          id: `${first.code}${BETWEEN}${second.code}`,
          title: `${first.name}と${second.name}`,
        })),
      );
    },
  },
  records: async (context, scope) => {
    const { first, second, mappings } = await client(context).listMappings(pairOf(scope));
    const titles = (side: OutputOf<typeof standardsContract, 'listMappings'>['first']) =>
      new Map(side.controls.map(({ id, title }) => [id, title]));
    const [own, others] = [titles(first), titles(second)];
    return mappings.map((one) => ({
      ...one,
      fromTitle: own.get(one.from) ?? '',
      toTitle: others.get(one.to) ?? '',
    }));
  },
  key: ({ id }) => id,
  columns: [
    textColumn('from', '左の項目（記号）', 16, (it) => it.from, { ...FIRST, maxLength: 60 }),
    textColumn('fromTitle', '左の題名', 36, (it) => it.fromTitle),
    textColumn('to', '右の項目（記号）', 16, (it) => it.to, { ...FIRST, maxLength: 60 }),
    textColumn('toTitle', '右の題名', 36, (it) => it.toTitle),
    choiceColumn('kind', '対応の種類', 22, MAPPING_LABELS, (it) => it.kind, REQUIRED),
    textColumn('rationale', '理由', 50, (it) => it.rationale, { ...EDITABLE, maxLength: 1000 }),
    flagColumn('review', '見直し', 8, (it) => it.review),
    textColumn('madeBy', '登録した者', 16, (it) => it.madeBy),
    dayColumn('madeOn', '登録の日', (it) => it.madeOn),
  ],
  add: (context, scope, values) => {
    const { from, to, ...rest } = {
      ...{ from: values.text('from'), to: values.text('to') },
      ...{ kind: values.one('kind', MAPPING_LABELS), rationale: values.text('rationale') },
    };
    return client(context).addMappings({ ...pairOf(scope), mappings: [{ from, to, ...rest }] });
  },
  change: (context, scope, record, values) =>
    client(context).changeMapping({
      ...pairOf(scope),
      ...{ mappingId: record.id, version: record.version },
      ...{ kind: values.one('kind', MAPPING_LABELS), rationale: values.text('rationale') },
    }),
  remove: (context, scope, { id, version }) =>
    client(context).removeMapping({ engagementId: engagementOf(scope), mappingId: id, version }),
});

/** 書類確認：手順書を開いて確かめる。 */
const STEP = /^([^：:]+)[：:]\s*(.+)$/su;

function proceduresFrom(values: ValueReader) {
  return values.texts('procedures').map((line) => {
    const [, name = '', procedure = ''] = STEP.exec(line) ?? [];
    const technique = (Object.keys(TECHNIQUE_NAMES) as (keyof typeof TECHNIQUE_NAMES)[]).find(
      (key) => TECHNIQUE_NAMES[key] === name.trim(),
    );
    if (technique === undefined) {
      const names = Object.values(TECHNIQUE_NAMES).join('、');
      throw new AppError('input.invalid', {
        fields: [
          {
            path: 'procedures',
            message: `確かめ方は「書類確認：（手順）」のように書いてください。方法は${names}です。`,
          },
        ],
      });
    }
    return { technique, procedure: procedure.trim() };
  });
}

const isTarget = (value: string): value is AuditTarget => Object.hasOwn(AUDIT_TARGET_LABELS, value);

export const itemList = editableList<StandardItem>({
  ...COMMON,
  id: 'items',
  title: '基準から作った監査項目',
  answers: ['listItems', 'listItemSets'],
  help: '行を改めて読み込むと、その監査項目は使えるものになります。項目を加えるときは、基準の画面で下書きを作ってください。',
  per: {
    title: '基準',
    subjects: async (context, engagementId) => {
      if (engagementId === null) return [];
      const { catalogues } = await client(context).listCatalogues({ engagementId });
      return catalogues.map(({ code, name }) => ({ id: code, title: name }));
    },
  },
  records: async (context, scope) =>
    (await client(context).listItems({ engagementId: engagementOf(scope), code: subjectOf(scope) })).items,
  key: ({ id }) => id,
  locked: ({ state }) => (state === 'retired' ? '新しい版で廃止された項目から作った監査項目です。' : null),
  columns: [
    textColumn('number', '番号', 14, (it) => it.number),
    textColumn('group', '章', 26, (it) => it.group),
    choiceColumn('state', '状態', 10, ITEM_STATE_LABELS, (it) => it.state),
    flagColumn('review', '見直し', 8, (it) => it.review),
    textColumn('title', '項目', 26, (it) => it.title, { ...REQUIRED, maxLength: 80 }),
    textColumn('point', '確認の観点', 50, (it) => it.point, { ...REQUIRED, maxLength: 300 }),
    textsColumn(
      'procedures',
      '確かめ方',
      70,
      (it) => it.procedures.map((step) => `${TECHNIQUE_NAMES[step.technique]}：${step.procedure}`),
      { ...REQUIRED, maxLength: 520 },
    ),
    textsColumn('evidence', '証拠の例', 30, (it) => it.evidence, { ...REQUIRED, maxLength: 200 }),
    textColumn('askWhom', '尋ねる相手', 24, (it) => it.askWhom, { ...REQUIRED, maxLength: 200 }),
    choiceColumn('severity', '不備の重大さ', 10, SEVERITY_LABELS, (it) => String(it.severity), REQUIRED),
    choicesColumn('targets', '対象', 24, AUDIT_TARGET_LABELS, (it) => it.targets, REQUIRED),
  ],
  change: (context, scope, record, values) =>
    client(context).saveItem({
      ...{ engagementId: engagementOf(scope), itemId: record.id, version: record.version },
      ...{ title: values.text('title'), point: values.text('point'), procedures: proceduresFrom(values) },
      ...{ evidence: values.texts('evidence'), askWhom: values.text('askWhom') },
      severity: Number(values.one('severity', SEVERITY_LABELS)),
      targets: values.texts('targets').filter(isTarget),
    }),
  remove: (context, scope, { id, version }) =>
    client(context).removeItem({ engagementId: engagementOf(scope), itemId: id, version }),
});
