/** Documents of the planning. Their kinds are the deliverable types of the specifications, and some for every contract. */
import type { RecordType } from '../../../core/programme/index.ts';
import { gap } from '../../../kernel/gap.ts';
import type { DocumentProvider } from '../../../kernel/module.ts';
import type { PlanView } from '../contract.ts';
import { briefingText } from '../operations/briefing.ts';
import { planTree, plansTree, slotDepartments, timetableTree, timetableWorkbook } from './papers.ts';
import {
  briefingDeck,
  briefingTree,
  documentListTree,
  documentListWorkbook,
  noticeTree,
} from './preparation-papers.ts';
import { clientOf, missing, programmeOf, readSource, slotsOf, type Source } from './source.ts';
import { surveysTree, surveysWorkbook } from './survey-form.ts';

/** A plan that a specification names as a deliverable. */
interface PlanPaper {
  readonly kind: string;
  readonly title: string;
  readonly type: RecordType;
  readonly stage: 'basic' | 'implementation';
}

const PLANS: readonly PlanPaper[] = [
  { kind: 'internal-basic-plan', title: '情報セキュリティ内部監査基本計画書', type: 'internal', stage: 'basic' },
  {
    kind: 'internal-implementation-plan',
    title: '情報セキュリティ内部監査実施計画書',
    type: 'internal',
    stage: 'implementation',
  },
  { kind: 'my-number-basic-plan', title: 'マイナンバー内部監査基本計画書', type: 'my-number', stage: 'basic' },
  {
    kind: 'my-number-implementation-plan',
    title: 'マイナンバー内部監査実施計画書',
    type: 'my-number',
    stage: 'implementation',
  },
  { kind: 'external-audit-plan', title: '監査実施計画書', type: 'external', stage: 'implementation' },
  { kind: 'audit-plan', title: '監査実施計画書', type: 'external', stage: 'implementation' },
  {
    kind: 'asset-audit-plan',
    title: '外部監査計画書（情報資産及び特定個人情報）',
    type: 'asset',
    stage: 'implementation',
  },
  { kind: 'system-audit-plan', title: '外部監査計画書（情報システム）', type: 'system', stage: 'implementation' },
  { kind: 'vendor-site-audit-plan', title: '保守拠点監査実施計画書', type: 'vendor-site', stage: 'implementation' },
];

/** The newest version of a plan, of one target where the programme wants one per target. */
async function plansOf(source: Source, { type, stage }: Pick<PlanPaper, 'type' | 'stage'>): Promise<PlanView[]> {
  const { id } = await programmeOf(source, type);
  const { plans } = await clientOf(source.context).listPlans({ engagementId: source.engagement.id });
  const own = plans.filter((plan) => plan.programmeId === id && plan.stage === stage && plan.state !== 'superseded');
  const newest = [...Map.groupBy(own, ({ targetId }) => targetId ?? '').values()];
  return inOrder(
    source,
    newest.flatMap((versions) => versions.at(-1) ?? []),
  );
}

/** In the order in which the targets were chosen. */
function inOrder<T extends { readonly targetId: string | null }>(source: Source, all: readonly T[]): T[] {
  const place = ({ targetId }: T) => source.targets.findIndex(({ id }) => id === targetId);
  return all.toSorted((a, b) => place(a) - place(b));
}

/** Departments by name, each once. */
const named = (source: Source, ids: readonly string[]) =>
  [...new Set(ids)].map((id) => ({ id, title: source.departmentName(id) }));

const fieldGaps = (fields: readonly string[], engagementId: string) =>
  gap(
    fields.length,
    `計画書に書かれていない項目が${fields.length}件あります。`,
    `/engagements/${engagementId}/audit-plan/plans`,
  );

const NO_PLAN = '計画書がまだありません。監査計画の画面で計画書の案を作ってください。';

const planPapers: readonly DocumentProvider[] = PLANS.map((paper) => ({
  kind: paper.kind,
  title: paper.title,
  formats: ['docx', 'pdf'],
  permission: 'audit-plan.read',
  advisory: true,
  async departments(context, engagementId) {
    const source = await readSource(context, engagementId);
    const own = await plansOf(source, paper).catch(() => []);
    const targets = own.flatMap(({ targetId }) => source.targets.filter(({ id }) => id === targetId));
    // A plan that is not written target by target is for all of them.
    return own.length < 2
      ? []
      : named(
          source,
          targets.flatMap(({ departmentIds }) => departmentIds),
        );
  },
  async gaps(context, { engagementId }) {
    const own = await plansOf(await readSource(context, engagementId), paper).catch(() => []);
    return fieldGaps(
      own.flatMap(({ missing: fields }) => fields),
      engagementId,
    );
  },
  async build(context, { engagementId }) {
    const source = await readSource(context, engagementId);
    const own = await plansOf(source, paper);
    const parts = [];
    for (const plan of own) parts.push({ plan, slots: await slotsOf(source, plan) });
    const tree = plansTree(source, parts);
    if (tree === null) throw missing(NO_PLAN);
    return tree;
  },
}));

const SURVEYS: readonly { readonly kind: string; readonly title: string; readonly type: RecordType }[] = [
  { kind: 'asset-pre-survey', title: '外部監査事前調査票（情報資産及び特定個人情報）', type: 'asset' },
  { kind: 'system-pre-survey', title: '外部監査事前調査票（情報システム）', type: 'system' },
  { kind: 'pre-survey', title: '事前調査アンケート', type: 'external' },
];

const surveyPapers: readonly DocumentProvider[] = SURVEYS.map(({ kind, title, type }) => ({
  kind,
  title,
  formats: ['docx', 'pdf', 'xlsx'],
  permission: 'audit-plan.read',
  async build(context, { engagementId, format }) {
    const source = await readSource(context, engagementId);
    const { programme } = await programmeOf(source, type);
    const forms = programme.questionnaires.map((one) => ({
      engagement: source.engagement,
      programme,
      form: one.id,
      today: source.today,
      due: null,
      target: null,
    }));
    const [first, ...rest] = forms;
    if (first === undefined) throw missing('この手順には事前調査票がありません。');
    return (format === 'xlsx' ? surveysWorkbook : surveysTree)(title, [first, ...rest]);
  },
}));

const BRIEFINGS: readonly { readonly kind: string; readonly title: string; readonly type: RecordType }[] = [
  { kind: 'asset-audit-briefing', title: '監査説明会資料（情報資産及び特定個人情報）', type: 'asset' },
  { kind: 'system-audit-briefing', title: '監査説明会資料（情報システム）', type: 'system' },
  { kind: 'audit-briefing', title: '監査説明資料', type: 'external' },
  { kind: 'my-number-audit-briefing', title: '事前説明会の説明資料', type: 'my-number' },
  { kind: 'internal-audit-briefing', title: '内部監査の説明資料', type: 'internal' },
];

const briefingPapers: readonly DocumentProvider[] = BRIEFINGS.map(({ kind, title, type }) => ({
  kind,
  title,
  formats: ['pptx', 'docx', 'pdf'],
  permission: 'audit-plan.read',
  advisory: true,
  async gaps(context, { engagementId }) {
    const source = await readSource(context, engagementId);
    const found = await programmeOf(source, type).catch(() => null);
    if (found === null) return [];
    const { sections } = await briefingText(context, found.id);
    const open = sections.filter(({ text }) => text.trim() === '').length;
    const href = `/engagements/${engagementId}/audit-plan/preparation`;
    return gap(open, `説明資料に書かれていない項目が${open}件あります。`, href);
  },
  async build(context, { engagementId, format }) {
    const source = await readSource(context, engagementId);
    const { id } = await programmeOf(source, type);
    const text = await briefingText(context, id);
    if (text.sections.length === 0) throw missing('この手順では、説明資料を作りません。');
    return format === 'pptx' ? briefingDeck(source, text) : briefingTree(source, text);
  },
}));

/** What targets were asked for, in their order; of one kind of audit, or of all. Nothing of a withdrawn target. */
async function asked(source: Source, type: RecordType | null) {
  const { documents: all } = await clientOf(source.context).listDocuments({ engagementId: source.engagement.id });
  const programmes = new Set(
    source.programmes.filter(({ recordType }) => type === null || recordType === type).map(({ id }) => id),
  );
  const alive = new Set(
    source.targets
      .filter(({ state, programmeId }) => state !== 'withdrawn' && programmes.has(programmeId))
      .map(({ id }) => id),
  );
  return inOrder(
    source,
    all.filter(({ state, targetId }) => state !== 'withdrawn' && alive.has(targetId)),
  );
}

const others: readonly DocumentProvider[] = [
  ...(['three-year', 'yearly'] as const).map((stage): DocumentProvider => ({
    kind: `${stage}-audit-plan`,
    title: stage === 'yearly' ? '年間監査計画書' : '監査中期計画書',
    formats: ['docx', 'pdf'],
    permission: 'audit-plan.read',
    async gaps(context, { engagementId }) {
      const { plans } = await clientOf(context).listPlans({ engagementId });
      return fieldGaps(
        plans.findLast((one) => one.stage === stage && one.state !== 'superseded')?.missing ?? [],
        engagementId,
      );
    },
    async build(context, { engagementId }) {
      const source = await readSource(context, engagementId);
      const { plans } = await clientOf(context).listPlans({ engagementId });
      const plan = plans.findLast((one) => one.stage === stage && one.state !== 'superseded');
      if (plan === undefined) throw missing(NO_PLAN);
      return planTree(source, plan, []);
    },
  })),
  {
    kind: 'audit-timetable',
    title: '監査日程表',
    formats: ['docx', 'pdf', 'xlsx'],
    permission: 'audit-plan.read',
    async departments(context, engagementId) {
      const source = await readSource(context, engagementId);
      const { slots } = await clientOf(context).listSlots({ engagementId });
      return named(
        source,
        slots.flatMap((slot) => slotDepartments(source, slot)),
      );
    },
    async gaps(context, { engagementId }) {
      const { slots } = await clientOf(context).listSlots({ engagementId });
      const { targets } = await clientOf(context).listTargets({ engagementId });
      const placed = new Set(slots.map(({ targetId }) => targetId));
      const without = targets.filter(({ id, state }) => state === 'decided' && !placed.has(id)).length;
      const nobody = slots.filter(({ people }) => people.length === 0).length;
      const href = `/engagements/${engagementId}/audit-plan/timetable`;
      return [
        ...gap(without, `日程の決まっていない対象が${without}件あります。`, href),
        ...gap(nobody, `監査人の決まっていない時間が${nobody}件あります。`, href),
      ];
    },
    async build(context, { engagementId, format }) {
      const source = await readSource(context, engagementId);
      const { slots } = await clientOf(context).listSlots({ engagementId });
      if (slots.length === 0) throw missing('日程がまだありません。日程の画面で時間を置いてください。');
      return format === 'xlsx' ? timetableWorkbook(source, slots) : timetableTree(source, slots);
    },
  },
  ...(
    [
      ['audit-document-list', '提出資料一覧', null],
      ['my-number-briefing-paper', '提出を求める資料と調査内容の一覧', 'my-number'],
    ] as const
  ).map(([kind, title, type]): DocumentProvider => ({
    kind,
    title,
    formats: ['docx', 'pdf', 'xlsx'],
    permission: 'audit-plan.read',
    async departments(context, engagementId) {
      const source = await readSource(context, engagementId);
      const wanted = new Set((await asked(source, type)).map(({ targetId }) => targetId));
      return named(
        source,
        source.targets.filter(({ id }) => wanted.has(id)).flatMap(({ departmentIds }) => departmentIds),
      );
    },
    async gaps(context, { engagementId }) {
      const listed = (await asked(await readSource(context, engagementId), type)).filter(
        ({ due, state }) => state === 'listed' && due === null,
      );
      const href = `/engagements/${engagementId}/audit-plan/preparation`;
      return gap(listed.length, `提出の期限が決まっていない資料が${listed.length}件あります。`, href);
    },
    async build(context, { engagementId, format }) {
      const source = await readSource(context, engagementId);
      const all = await asked(source, type);
      if (all.length === 0) throw missing('求める資料がまだありません。事前準備の画面で資料を一覧に加えてください。');
      const methods = new Map<string, string>();
      for (const { id } of source.programmes)
        methods.set(
          id,
          (await clientOf(context).getProgramme({ programmeId: id })).programme.method.techniques.join('、'),
        );
      return (format === 'xlsx' ? documentListWorkbook : documentListTree)(source, title, all, methods);
    },
  })),
  {
    kind: 'audit-target-notice',
    title: '監査の通知',
    formats: ['docx', 'pdf'],
    permission: 'audit-plan.read',
    perSubject: '監査の対象',
    async gaps(context, { engagementId, subject }) {
      const { notices } = await clientOf(context).listNotices({ engagementId });
      const notice = notices.find(({ id }) => id === subject);
      const open = notice === undefined || notice.number !== '' ? 0 : 1;
      return gap(open, '文書番号が未記入です。', `/engagements/${engagementId}/audit-plan/preparation`);
    },
    async subjects(context, engagementId) {
      const { notices } = await clientOf(context).listNotices({ engagementId });
      return notices.map(({ id, targetName }) => ({ id, title: targetName }));
    },
    async build(context, { engagementId, subject }) {
      const source = await readSource(context, engagementId);
      const { notices } = await clientOf(context).listNotices({ engagementId });
      const notice = notices.find(({ id }) => id === subject) ?? notices.at(-1);
      const target = source.targets.find(({ id }) => id === notice?.targetId);
      if (notice === undefined || target === undefined)
        throw missing('通知の案がまだありません。先に通知の案を作ってください。');
      return noticeTree(source, notice, target);
    },
  },
];

export const documents: readonly DocumentProvider[] = [...planPapers, ...surveyPapers, ...briefingPapers, ...others];
