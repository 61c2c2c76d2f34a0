/** The items of a checklist, both ways: worded, grounded and left out in a spreadsheet program. */
import { AUDIT_TARGET_LABELS, AUDIT_TARGETS } from '../../../core/content-schema/audit-target.ts';
import { AppError } from '../../../kernel/error.ts';
import { editableList, engagementOf, subjectOf, type ValueReader } from '../../../kernel/list.ts';
import {
  choiceColumn,
  choicesColumn,
  EDITABLE,
  REQUIRED,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import type { Context } from '../../../kernel/module.ts';
import { checklistContract, type ChecklistView, type ItemView } from '../contract.ts';
import { ITEM_STATE_NAMES, SEVERITY_NAMES, TECHNIQUE_NAMES } from '../labels.ts';

const clientOf = (context: Context) => context.client(checklistContract);
const BAR = '｜';

interface Row {
  readonly item: ItemView;
  readonly view: ChecklistView;
}

export const itemList = editableList<Row>({
  id: 'checklist-items',
  title: '監査チェックリストの項目',
  answers: ['getChecklist'],
  scope: 'engagement',
  permission: 'checklist.read',
  edit: 'checklist.work',
  help: '確認内容は「書類確認：見るもの」のように一つずつ、根拠は「基準の名称｜箇所」のように書きます。外した理由を書くと外れ、消すと戻ります。',
  per: {
    title: 'チェックリストの版',
    subjects: async (context, engagementId) => {
      const scope = { engagementId: engagementOf({ engagementId, subject: null }) };
      const { checklists } = await clientOf(context).listChecklists(scope);
      return checklists.toReversed().map(({ id, title, position }) => ({ id, title: `${title}　第${position}版` }));
    },
  },
  records: async (context, scope) => {
    const view = await clientOf(context).getChecklist({ checklistId: subjectOf(scope) });
    return view.rows.map((item) => ({ item, view }));
  },
  key: ({ item }) => item.id,
  locked: ({ view }) =>
    view.state === 'draft' || view.state === 'returned'
      ? null
      : '提案した版の項目は変えられません。新しい版を作ってください。',
  columns: async (context, scope) => {
    const view = scope.subject === null ? null : await clientOf(context).getChecklist({ checklistId: scope.subject });
    const trends = (view?.trends ?? []).map(({ name }) => ({ value: name, label: name }));
    return [
      textColumn('set', '項目群', 20, ({ item }) => item.set, { ...EDITABLE, maxLength: 80 }),
      textColumn('area', '領域', 24, ({ item }) => item.area, { ...REQUIRED, maxLength: 80 }),
      textColumn('section', '節', 24, ({ item }) => item.section, { ...REQUIRED, maxLength: 200 }),
      textColumn('title', '題名', 30, ({ item }) => item.title, { ...REQUIRED, maxLength: 80 }),
      textColumn('point', '監査項目', 50, ({ item }) => item.point, { ...REQUIRED, maxLength: 300 }),
      textsColumn('procedures', '具体的な確認内容', 50, ({ item }) => item.procedures.map(procedureText), EDITABLE),
      textsColumn('evidence', '証拠の例', 30, ({ item }) => item.evidence, EDITABLE),
      textColumn('askWhom', '尋ねる相手', 24, ({ item }) => item.askWhom, { ...EDITABLE, maxLength: 200 }),
      choiceColumn('severity', '重要度', 10, SEVERITY_NAMES, ({ item }) => String(item.severity), REQUIRED),
      choicesColumn('targets', '対象', 30, AUDIT_TARGET_LABELS, ({ item }) => item.targets, REQUIRED),
      textsColumn('basis', '根拠', 50, ({ item, view: own }) => basisTexts(item, own), EDITABLE),
      choicesColumn('trends', '反映した動向', 30, trends, ({ item }) => item.trends, EDITABLE),
      choiceColumn('state', '採否', 10, ITEM_STATE_NAMES, ({ item }) => item.state, {
        reason: '外した理由を書くと外れます。',
      }),
      textColumn('leftOutReason', '外した理由', 30, ({ item }) => item.leftOutReason, { ...EDITABLE, maxLength: 200 }),
      textColumn('remark', '市の意見', 30, ({ item }) => item.remark, { reason: '市の意見は画面で書きます。' }),
    ];
  },
  add: async (context, scope, values) => {
    const checklistId = subjectOf(scope);
    const view = await clientOf(context).getChecklist({ checklistId });
    await clientOf(context).addOwnItem({ checklistId, ...wordsOf(values, view, null) });
  },
  change: async (context, _scope, { item, view }, values) => {
    const reason = values.text('leftOutReason');
    const saved = await clientOf(context).changeItem({
      itemId: item.id,
      version: item.version,
      ...wordsOf(values, view, item),
    });
    const own = { itemId: item.id, version: saved.version };
    if (item.state === 'in-scope' && reason !== '') await clientOf(context).leaveOutItem({ ...own, reason });
    if (item.state === 'left-out' && reason === '') await clientOf(context).bringBackItem(own);
  },
});

const procedureText = ({ technique, procedure }: ItemView['procedures'][number]): string =>
  `${TECHNIQUE_NAMES[technique]}：${procedure}`;

const basisTexts = (item: ItemView, { standards }: ChecklistView): string[] =>
  item.basis.map(
    ({ standard, place }) => `${standards.find(({ code }) => code === standard)?.name ?? standard}${BAR}${place}`,
  );

function wordsOf(values: ValueReader, view: ChecklistView, before: ItemView | null) {
  return {
    set: values.text('set'),
    area: values.text('area'),
    section: values.text('section'),
    title: values.text('title'),
    point: values.text('point'),
    procedures: values.texts('procedures').map(readProcedure),
    evidence: values.texts('evidence'),
    askWhom: values.text('askWhom'),
    severity: Number(values.one('severity', SEVERITY_NAMES)),
    targets: AUDIT_TARGETS.filter((target) => values.texts('targets').includes(target)),
    basis: values.texts('basis').map((text) => readBasis(text, view, before)),
    trends: values.texts('trends'),
  };
}

function readProcedure(text: string): ItemView['procedures'][number] {
  const at = text.search(/[：:]/u);
  const technique = (Object.keys(TECHNIQUE_NAMES) as (keyof typeof TECHNIQUE_NAMES)[]).find(
    (key) => TECHNIQUE_NAMES[key] === text.slice(0, at).trim(),
  );
  if (at < 0 || technique === undefined)
    throw wrong(
      'procedures',
      `「${text.slice(0, 30)}」は、${Object.values(TECHNIQUE_NAMES).join('、')}のいずれかと「：」から書いてください。`,
    );
  return { technique, procedure: text.slice(at + 1).trim() };
}

/** The provision of a catalogue stays with the words that it printed. */
function readBasis(text: string, { standards }: ChecklistView, before: ItemView | null): ItemView['basis'][number] {
  const [name = '', place = ''] = text.split(/[｜|]/u).map((part) => part.trim());
  const standard = standards.find((one) => one.name === name || one.code === name);
  if (standard === undefined || place === '')
    throw wrong('basis', `「${text.slice(0, 30)}」は、受け取った基準の名称、「｜」及び箇所の順に書いてください。`);
  const same = before?.basis.find((one) => one.standard === standard.code && one.place === place);
  return same ?? { standard: standard.code, provision: null, place };
}

const wrong = (path: string, message: string): AppError =>
  new AppError('input.invalid', { fields: [{ path, message }] });
