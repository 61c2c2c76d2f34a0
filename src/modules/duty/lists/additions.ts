/** Registers to which a notice, a request or a record is added as a row; what follows from it goes on the page. */
import {
  choiceColumn,
  choicesColumn,
  dayColumn,
  EDITABLE,
  FIRST,
  FIRST_OPTIONAL,
  flagColumn,
  numberColumn,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import { wordsAsLabels } from '../../../kernel/list.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import { COST_BEARERS, DISCLOSURE_ACTS, INCIDENT_CLASSES } from '../choices.ts';
import { addition, KEPT, on } from './addition.ts';

const NEW = { ...FIRST, reason: KEPT };
const LINE = { ...NEW, maxLength: 200 };
const TEXT = { ...NEW, maxLength: 10_000 };
const OPTIONAL = { ...FIRST_OPTIONAL, reason: KEPT };
const LATER = { reason: KEPT };

const DECISIONS = { requested: '求めている', approved: '承諾', refused: '不承諾' } as const;
const COPY_STATES = {
  requested: '求めている',
  permitted: '許可',
  refused: '不許可',
  made: '作成',
  erased: '消去',
} as const;
const CLASSES = wordsAsLabels(INCIDENT_CLASSES);
const BREACHES = { breach: '違反', damage: '損害' } as const;
const ACTS = wordsAsLabels(DISCLOSURE_ACTS);
const BEARERS = wordsAsLabels(COST_BEARERS);

export const additions: readonly ListProvider[] = [
  addition('measure', '漏えい等を防ぐ措置', {
    edit: { add: 'duty.manage' },
    help: '行を加えると、措置が登録されます。',
    columns: (people) => [
      textColumn('name', '措置', 36, (it) => it.name, LINE),
      textsColumn('prevents', '防ぐもの', 24, (it) => it.prevents, NEW),
      choiceColumn('owner', '担当者', 18, people, (it) => it.owner, NEW),
      textColumn('evidence', '裏付け', 40, (it) => it.evidence, { ...OPTIONAL, maxLength: 10_000 }),
    ],
    add: (client, engagementId, values) =>
      client.recordMeasure({
        engagementId,
        name: values.text('name'),
        prevents: values.texts('prevents'),
        owner: values.text('owner'),
        evidence: values.text('evidence'),
        files: [],
      }),
  }),
  addition('security-document', '情報セキュリティに係る書類', {
    edit: { add: 'duty.decide' },
    help: '発注者が行を加えると、書類とその期限が定まります。',
    columns: () => [
      textColumn('document', '書類', 36, (it) => it.document, LINE),
      dayColumn('due', '期限', (it) => it.due, NEW),
      dayColumn('submittedOn', '提出の日', (it) => it.submittedOn, LATER),
      textColumn('note', '備考', 40, (it) => it.note, { ...OPTIONAL, maxLength: 10_000 }),
    ],
    add: (client, engagementId, values) =>
      client.setDocumentDue({
        engagementId,
        document: values.text('document'),
        due: values.text('due'),
        note: values.text('note'),
      }),
  }),
  addition('information-manager', '情報管理責任者', {
    edit: { add: 'duty.manage' },
    help: '行を加えると、情報管理責任者を選任したことになります。',
    columns: (people) => [
      choiceColumn('memberId', '担当者', 18, people, (it) => it.memberId, NEW),
      dayColumn('occurredOn', '選任の日', (it) => it.on, OPTIONAL),
      dayColumn('endedOn', '終わりの日', (it) => it.endedOn, LATER),
    ],
    add: (client, engagementId, values) =>
      client.appointInformationManager({ engagementId, memberId: values.text('memberId'), ...on(values) }),
  }),
  addition('workplace', '庁舎外の作業場所', {
    edit: { add: 'duty.manage' },
    help: '行を加えると、作業場所の承諾を求めたことになります。',
    columns: () => [
      textColumn('name', '名称', 26, (it) => it.name, LINE),
      textColumn('address', '所在地', 36, (it) => it.address, LINE),
      textColumn('reason', '理由', 36, (it) => it.reason, TEXT),
      textsColumn('safeguards', '安全管理の措置', 36, (it) => it.safeguards, NEW),
      choiceColumn('state', '状態', 14, DECISIONS, (it) => it.state, LATER),
      dayColumn('decidedOn', '決定の日', (it) => it.decidedOn, LATER),
    ],
    add: (client, engagementId, values) =>
      client.requestWorkplace({
        engagementId,
        name: values.text('name'),
        address: values.text('address'),
        reason: values.text('reason'),
        safeguards: values.texts('safeguards'),
        files: [],
      }),
  }),
  addition('grant', '機密性3を取り扱う担当者', {
    edit: { add: 'duty.manage' },
    help: '行を加えると、機密性3の情報の取扱いを認めたことになります。',
    columns: (people) => [
      choiceColumn('memberId', '担当者', 18, people, (it) => it.memberId, NEW),
      dayColumn('on', '認めた日', (it) => it.on, LATER),
      dayColumn('revokedOn', '終わりの日', (it) => it.revokedOn, LATER),
    ],
    add: (client, engagementId, values) => client.grantLevel3({ engagementId, memberId: values.text('memberId') }),
  }),
  addition('copy', '複製', {
    edit: { add: 'duty.manage' },
    help: '行を加えると、複製の許可を求めたことになります。台帳の資料等の複製は、画面から求めてください。',
    columns: () => [
      textColumn('document', '文書', 30, (it) => it.document, LINE),
      textColumn('scope', '範囲', 24, (it) => it.scope, TEXT),
      textColumn('reason', '理由', 36, (it) => it.reason, TEXT),
      numberColumn('copies', '部数', 8, (it) => it.copies, { ...NEW, min: 1, max: 1000 }),
      choiceColumn('state', '状態', 12, COPY_STATES, (it) => it.state, LATER),
      dayColumn('madeOn', '作成の日', (it) => it.madeOn, LATER),
    ],
    add: (client, engagementId, values) =>
      client.requestCopy({
        engagementId,
        materialId: null,
        document: values.text('document'),
        scope: values.text('scope'),
        reason: values.text('reason'),
        copies: values.number('copies'),
      }),
  }),
  addition('incident', '事故等', {
    edit: { add: 'duty.take-part' },
    help: '行を加えると、事故等を記録したことになります。急ぐときは、画面から記録してください。',
    columns: (_, departments) => [
      textColumn('title', '事故等', 36, (it) => it.title, LINE),
      choiceColumn('class', '種類', 16, CLASSES, (it) => it.class, NEW),
      flagColumn('suspected', 'おそれ', 8, (it) => it.suspected, OPTIONAL),
      dayColumn('awareOn', '知った日', (it) => it.awareOn, NEW),
      textColumn('description', '内容', 50, (it) => it.description, TEXT),
      choicesColumn('departments', '関係する所属', 24, departments, (it) => it.departments, OPTIONAL),
      textColumn('firstMeasures', '初めの措置', 40, (it) => it.firstMeasures, { ...OPTIONAL, maxLength: 10_000 }),
      dayColumn('reportedOn', '報告の日', (it) => it.reportedOn, LATER),
    ],
    add: (client, engagementId, values) =>
      client.noticeIncident({
        engagementId,
        title: values.text('title'),
        class: values.one('class', CLASSES),
        suspected: values.flag('suspected'),
        awareOn: values.text('awareOn'),
        description: values.text('description'),
        departments: [...values.texts('departments')],
        subcontractId: null,
        firstMeasures: values.text('firstMeasures'),
      }),
  }),
  addition('inspection', '市による検査', {
    edit: { add: 'duty.decide' },
    help: '発注者が行を加えると、検査を求めたことになります。回答と実施は画面から記録します。',
    columns: () => [
      dayColumn('requestedOn', '求めた日', (it) => it.requestedOn, LATER),
      textColumn('request', '求めの内容', 40, (it) => it.request, TEXT),
      dayColumn('answeredOn', '回答の日', (it) => it.answeredOn, LATER),
      dayColumn('heldOn', '実施の日', (it) => it.heldOn, LATER),
      textColumn('result', '結果', 40, (it) => it.result, LATER),
      textColumn('corrections', '是正', 40, (it) => it.corrections, LATER),
    ],
    add: (client, engagementId, values) => client.requestInspection({ engagementId, request: values.text('request') }),
  }),
  addition('breach', '違反又は損害', {
    edit: { add: 'duty.exchange', change: 'duty.decide' },
    help: '行を加えると、違反又は損害が記録されます。発注者は「発注者の判断」を書き入れます。',
    locked: ({ decidedOn }) => (decidedOn === null ? null : '発注者が判断した記録は変えられません。'),
    columns: () => [
      choiceColumn('kind', '種類', 10, BREACHES, (it) => it.kind, NEW),
      dayColumn('occurredOn', '日', (it) => it.on, OPTIONAL),
      textColumn('cause', '原因', 40, (it) => it.cause, TEXT),
      textColumn('damage', '損害', 30, (it) => it.damage, { ...OPTIONAL, maxLength: 10_000 }),
      textColumn('decision', '発注者の判断', 40, (it) => it.decision, { ...EDITABLE, maxLength: 10_000 }),
    ],
    add: async (client, engagementId, values) => {
      const { id } = await client.recordBreach({
        engagementId,
        kind: values.one('kind', BREACHES),
        cause: values.text('cause'),
        damage: values.text('damage'),
        subcontractId: null,
        ...on(values),
      });
      const decision = values.text('decision');
      if (decision !== '') await client.decideBreach({ engagementId, id, version: 1, decision });
    },
    change: (client, engagementId, { id, version }, values) =>
      client.decideBreach({ engagementId, id, version, decision: values.text('decision') }),
  }),
  addition('disclosure', '第三者への提供等', {
    edit: { add: 'duty.manage' },
    help: '行を加えると、第三者への提供等の承諾を求めたことになります。',
    columns: () => [
      choicesColumn('acts', '行為', 18, ACTS, (it) => it.acts, NEW),
      textColumn('object', '対象', 30, (it) => it.object, LINE),
      textColumn('recipient', '相手', 26, (it) => it.recipient, LINE),
      textColumn('reason', '理由', 36, (it) => it.reason, TEXT),
      choiceColumn('state', '状態', 14, { ...DECISIONS, made: '行った' }, (it) => it.state, LATER),
      dayColumn('madeOn', '行った日', (it) => it.madeOn, LATER),
    ],
    add: (client, engagementId, values) =>
      client.requestDisclosure({
        engagementId,
        acts: DISCLOSURE_ACTS.filter((act) => values.texts('acts').includes(act)),
        object: values.text('object'),
        recipient: values.text('recipient'),
        reason: values.text('reason'),
      }),
  }),
  addition('third-party-work', '第三者の著作物', {
    edit: { add: 'duty.manage' },
    help: '行を加えると、第三者の著作物が登録されます。許諾の書面は、画面から添付してください。',
    columns: () => [
      textColumn('name', '名称', 26, (it) => it.name, LINE),
      textColumn('owner', '権利者', 24, (it) => it.owner, LINE),
      textColumn('licence', '許諾', 20, (it) => it.licence, LINE),
      choiceColumn('costBy', '費用の負担', 12, BEARERS, (it) => it.costBy, NEW),
      textColumn('use', '使うところ', 30, (it) => it.use, { ...OPTIONAL, maxLength: 10_000 }),
      textColumn('papers', '納める書類', 30, (it) => it.papers, { ...OPTIONAL, maxLength: 10_000 }),
      dayColumn('on', '日', (it) => it.on, LATER),
    ],
    add: (client, engagementId, values) =>
      client.registerThirdPartyWork({
        engagementId,
        name: values.text('name'),
        owner: values.text('owner'),
        licence: values.text('licence'),
        costBy: values.one('costBy', BEARERS),
        use: values.text('use'),
        papers: values.text('papers'),
        files: [],
      }),
  }),
  addition('report-request', '報告の求め', {
    edit: { add: 'duty.decide', change: 'duty.manage' },
    help: '発注者は行を加えて報告を求め、受託者は「報告」を書き入れます。',
    locked: ({ answeredOn }) => (answeredOn === null ? null : '報告した求めは、画面で進めます。'),
    columns: () => [
      textColumn('topic', '事項', 26, (it) => it.topic, LINE),
      textColumn('request', '求めの内容', 40, (it) => it.request, TEXT),
      dayColumn('due', '期限', (it) => it.due, OPTIONAL),
      textColumn('answer', '報告', 40, (it) => it.answer, { ...EDITABLE, maxLength: 10_000 }),
      dayColumn('answeredOn', '報告の日', (it) => it.answeredOn, LATER),
    ],
    add: async (client, engagementId, values) => {
      const { id } = await client.requestReport({
        engagementId,
        topic: values.text('topic'),
        request: values.text('request'),
        due: values.textOrNull('due'),
        subcontractId: null,
      });
      const answer = values.text('answer');
      if (answer !== '') await client.answerReport({ engagementId, id, version: 1, answer, files: [] });
    },
    change: (client, engagementId, { id, version, files }, values) =>
      client.answerReport({ engagementId, id, version, answer: values.text('answer'), files: [...files] }),
  }),
  addition('supervisor', '監督員', {
    edit: { add: 'duty.decide' },
    help: '発注者が行を加えると、監督員を指定したことになります。',
    columns: () => [
      textColumn('name', '氏名', 18, (it) => it.name, LINE),
      textColumn('department', '所属', 26, (it) => it.department, LINE),
      dayColumn('occurredOn', '指定の日', (it) => it.on, OPTIONAL),
      dayColumn('endedOn', '終わりの日', (it) => it.endedOn, LATER),
    ],
    add: (client, engagementId, values) =>
      client.nameSupervisor({
        engagementId,
        name: values.text('name'),
        department: values.text('department'),
        ...on(values),
      }),
  }),
  addition('eco', '環境への配慮', {
    edit: { add: 'duty.manage' },
    help: '行を加えると、環境への配慮の取組が記録されます。',
    columns: () => [
      dayColumn('on', '日', (it) => it.on, LATER),
      textsColumn('items', '取組', 50, (it) => it.items, NEW),
      textColumn('note', '備考', 40, (it) => it.note, { ...OPTIONAL, maxLength: 10_000 }),
    ],
    add: (client, engagementId, values) =>
      client.recordEco({ engagementId, items: values.texts('items'), note: values.text('note') }),
  }),
];
