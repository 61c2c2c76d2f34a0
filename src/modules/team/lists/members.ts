/** Members of the team and what qualifies them, as spreadsheets. */
import type { OutputOf } from '../../../kernel/contract.ts';
import {
  choiceColumn,
  choicesColumn,
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
import { editableList, engagementOf, type ValueReader } from '../../../kernel/list.ts';
import type { Context, ListScope } from '../../../kernel/module.ts';
import { CLIENT_CATEGORIES, FIRM_CREDENTIALS, QUALIFICATIONS } from '../choices.ts';
import { teamContract } from '../contract.ts';

type Team = OutputOf<typeof teamContract, 'getTeam'>;
type Member = Team['members'][number];
const COMMON = { answers: ['getTeam'], scope: 'engagement', permission: 'team.read', edit: 'team.manage' } as const;
const teamOf = (context: Context, scope: ListScope): Promise<Team> =>
  context.client(teamContract).getTeam({ engagementId: engagementOf(scope) });

const STATES = { proposed: '申請中', active: '従事中', left: '離任', declined: '不承認' } as const;

export const memberList = editableList<Member>({
  ...COMMON,
  id: 'members',
  title: '担当者',
  help: '担当者を加え、所属や役割を直せます。交代と離任は、体制の画面から手続きしてください。',
  records: async (context, scope) => (await teamOf(context, scope)).members,
  key: ({ id }) => id,
  locked: ({ state, erasedOn }) =>
    erasedOn !== null || state === 'left' || state === 'declined' ? '離任した担当者の記録は変えられません。' : null,
  columns: async (context, scope) => {
    const { roles } = await teamOf(context, scope);
    return [
      textColumn('name', '氏名', 18, (it) => it.name, { ...REQUIRED, maxLength: 200 }),
      textColumn('firm', '会社', 26, (it) => it.firm, { ...REQUIRED, maxLength: 200 }),
      textColumn('department', '部署', 22, (it) => it.department, { ...REQUIRED, maxLength: 200 }),
      choicesColumn('roles', '役割', 30, namesOf(roles), (it) => it.roles, REQUIRED),
      flagColumn('handlesMyNumber', '特定個人情報の取扱い', 12, (it) => it.handlesMyNumber, EDITABLE),
      flagColumn('isLead', '主任', 8, (it) => it.isLead, { reason: '主任担当者は、体制の画面で選任します。' }),
      choiceColumn('state', '状態', 10, STATES, (it) => it.state, { reason: '状態は、手続きによって変わります。' }),
      dayColumn('from', '従事の初日', (it) => it.from, {
        ...FIRST_OPTIONAL,
        reason: '従事の初日は、登録した後は変えられません。',
      }),
      dayColumn('to', '従事の末日', (it) => it.to, { reason: '離任は、体制の画面から記録してください。' }),
    ];
  },
  add: (context, scope, values) => {
    const from = values.textOrNull('from');
    return context.client(teamContract).assignMember({
      engagementId: engagementOf(scope),
      ...personOf(values),
      accountId: null,
      ...(from === null ? {} : { from }),
    });
  },
  change: (context, scope, { id: memberId, version, accountId }, values) =>
    context
      .client(teamContract)
      .updateMember({ engagementId: engagementOf(scope), memberId, version, accountId, ...personOf(values) }),
});

const personOf = (values: ValueReader) => ({
  name: values.text('name'),
  firm: values.text('firm'),
  department: values.text('department'),
  roles: values.texts('roles'),
  handlesMyNumber: values.flag('handlesMyNumber'),
});

const namesOf = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));
const peopleOf = (members: readonly Member[]) => members.map(({ id, name }) => ({ value: id, label: name }));
const KEPT = '登録した内容は変えられません。誤りがあるときは、正しいものを加えてください。';
const NEW = { ...FIRST, reason: KEPT };
const NEW_OPTIONAL = { ...FIRST_OPTIONAL, reason: KEPT };

export const qualificationList = editableList<Team['qualifications'][number]>({
  ...COMMON,
  id: 'qualifications',
  title: '担当者の資格',
  help: '行を加えると、資格が登録されます。資格証の写しは、画面から添付してください。',
  records: async (context, scope) => (await teamOf(context, scope)).qualifications,
  key: ({ id }) => id,
  locked: () => KEPT,
  columns: async (context, scope) => {
    const { members } = await teamOf(context, scope);
    const codes = Object.fromEntries(QUALIFICATIONS.map(({ code, name }) => [code, name]));
    return [
      choiceColumn('memberId', '担当者', 18, peopleOf(members), (it) => it.memberId, NEW),
      choiceColumn('code', '資格', 40, codes, (it) => it.code, NEW),
      textColumn('name', '資格の名称（その他のとき）', 30, (it) => (it.code === 'other' ? it.name : ''), {
        ...NEW_OPTIONAL,
        maxLength: 200,
      }),
      textColumn('number', '番号', 20, (it) => it.number, { ...NEW, maxLength: 200 }),
      dayColumn('validFrom', '取得の日', (it) => it.validFrom, NEW),
      dayColumn('validTo', '有効期限', (it) => it.validTo, NEW_OPTIONAL),
      flagColumn('accepted', '仕様書にある資格', 12, (it) => it.accepted, {
        reason: '仕様書と照らし合わせて分かります。',
      }),
    ];
  },
  add: (context, scope, values) => {
    const name = values.textOrNull('name');
    return context.client(teamContract).registerQualification({
      engagementId: engagementOf(scope),
      memberId: values.text('memberId'),
      code: values.text('code'),
      ...(name === null ? {} : { name }),
      number: values.text('number'),
      validFrom: values.text('validFrom'),
      validTo: values.textOrNull('validTo'),
      fileId: null,
    });
  },
});

const CATEGORIES = Object.fromEntries(CLIENT_CATEGORIES.map((name) => [name, name]));

export const experienceList = editableList<Team['experience'][number]>({
  ...COMMON,
  id: 'experience',
  title: '担当者の実績',
  help: '行を加えると、実績が登録されます。',
  records: async (context, scope) => (await teamOf(context, scope)).experience,
  key: ({ id }) => id,
  locked: () => KEPT,
  columns: async (context, scope) => {
    const { members } = await teamOf(context, scope);
    return [
      choiceColumn('memberId', '担当者', 18, peopleOf(members), (it) => it.memberId, NEW),
      textColumn('client', '発注者', 24, (it) => it.client, { ...NEW, maxLength: 200 }),
      choiceColumn('category', '発注者の種類', 16, CATEGORIES, (it) => it.category, NEW),
      numberColumn('population', '人口', 12, (it) => it.population, { ...NEW_OPTIONAL, min: 0, max: 20_000_000 }),
      textColumn('subject', '業務', 36, (it) => it.subject, { ...NEW, maxLength: 200 }),
      dayColumn('from', '始まり', (it) => it.from, NEW),
      dayColumn('to', '終わり', (it) => it.to, NEW),
      flagColumn('completed', '完了', 8, (it) => it.completed, NEW_OPTIONAL),
      textsColumn('activities', '行ったこと', 30, (it) => it.activities, NEW_OPTIONAL),
      textColumn('evidence', '裏付け', 30, (it) => it.evidence, { ...NEW, maxLength: 10_000 }),
      flagColumn('counted', '要件に数える', 12, (it) => it.counted, { reason: '仕様書の条件から計算されます。' }),
    ];
  },
  add: (context, scope, values) =>
    context.client(teamContract).registerExperience({
      engagementId: engagementOf(scope),
      memberId: values.text('memberId'),
      client: values.text('client'),
      category: values.text('category'),
      population: values.numberOrNull('population'),
      subject: values.text('subject'),
      from: values.text('from'),
      to: values.text('to'),
      completed: values.flag('completed'),
      activities: values.texts('activities'),
      evidence: values.text('evidence'),
      fileId: null,
    }),
});

export const credentialList = editableList<Team['credentials'][number]>({
  ...COMMON,
  id: 'credentials',
  title: '受託者の登録・認証',
  help: '行を加えると、登録・認証が加わります。',
  records: async (context, scope) => (await teamOf(context, scope)).credentials,
  key: ({ id }) => id,
  locked: () => KEPT,
  columns: [
    choiceColumn(
      'type',
      '種類',
      40,
      Object.fromEntries(FIRM_CREDENTIALS.map(({ type, name }) => [type, name])),
      (it) => it.type,
      NEW,
    ),
    textColumn('number', '番号', 20, (it) => it.number, { ...NEW, maxLength: 200 }),
    textColumn('field', '分野', 20, (it) => it.field, { ...NEW_OPTIONAL, maxLength: 200 }),
    textColumn('scope', '範囲', 30, (it) => it.scope, { ...NEW_OPTIONAL, maxLength: 200 }),
    dayColumn('validFrom', '有効期間の初日', (it) => it.validFrom, NEW),
    dayColumn('validTo', '有効期限', (it) => it.validTo, NEW_OPTIONAL),
  ],
  add: (context, scope, values) =>
    context.client(teamContract).registerCredential({
      engagementId: engagementOf(scope),
      type: values.text('type'),
      number: values.text('number'),
      field: values.textOrNull('field'),
      scope: values.text('scope'),
      validFrom: values.text('validFrom'),
      validTo: values.textOrNull('validTo'),
      fileId: null,
    }),
});
