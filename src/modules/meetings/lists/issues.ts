/** 課題管理表 as a spreadsheet. */
import { choicesOf, editableList, engagementOf } from '../../../kernel/list.ts';
import { type Issue, meetingsContract } from '../contract.ts';
import { SIDE_NAMES } from '../meeting-types.ts';

export const issueList = editableList<Issue>({
  id: 'issues',
  title: '課題管理表',
  answers: ['listIssues'],
  scope: 'engagement',
  permission: 'meetings.follow',
  edit: 'meetings.contribute',
  help: '完了日を入れると、その課題は完了になります。完了した課題は変えられません。',
  records: async (context, scope) =>
    (await context.client(meetingsContract).listIssues({ engagementId: engagementOf(scope) })).issues,
  key: ({ id }) => id,
  locked: ({ closedOn }) =>
    closedOn === null ? null : '完了した課題は変えられません。続きがあるときは、新しい行として加えてください。',
  columns: [
    {
      key: 'number',
      title: '番号',
      aliases: ['No.', 'No'],
      kind: 'number',
      width: 6,
      reason: '番号は登録した順に付き、変えられません。',
      value: ({ number }) => number,
    },
    {
      key: 'content',
      title: '課題',
      aliases: ['課題の内容', '内容'],
      kind: 'text',
      width: 44,
      required: true,
      edit: 'always',
      maxLength: 1000,
      value: ({ content }) => content,
    },
    {
      key: 'raisedOn',
      title: '挙がった日',
      aliases: ['発生日', '登録日'],
      kind: 'day',
      width: 18,
      edit: 'new',
      reason: '挙がった日は、登録した後は変えられません。',
      value: ({ raisedOn }) => raisedOn,
    },
    {
      key: 'meeting',
      title: '会議',
      kind: 'text',
      width: 18,
      reason: '会議は、その会議の画面から登録した課題に付きます。',
      value: ({ meetingTitle }) => meetingTitle ?? '',
    },
    {
      key: 'owner',
      title: '担当',
      aliases: ['担当者'],
      kind: 'choice',
      width: 9,
      required: true,
      edit: 'always',
      choices: choicesOf(SIDE_NAMES),
      value: ({ owner }) => owner,
    },
    { key: 'due', title: '期限', kind: 'day', width: 18, edit: 'always', value: ({ due }) => due },
    {
      key: 'response',
      title: '対応の状況',
      aliases: ['対応状況', '対応'],
      kind: 'text',
      width: 44,
      edit: 'always',
      maxLength: 2000,
      value: ({ response }) => response,
    },
    {
      key: 'occurredOn',
      title: '完了日',
      kind: 'day',
      width: 18,
      edit: 'always',
      value: ({ closedOn }) => closedOn,
    },
  ],
  add: async (context, scope, values) => {
    const client = context.client(meetingsContract);
    const engagementId = engagementOf(scope);
    const raisedOn = values.textOrNull('raisedOn');
    const due = values.textOrNull('due');
    const { id: issueId } = await client.openIssue({
      engagementId,
      meetingId: null,
      ...(raisedOn === null ? {} : { raisedOn }),
      content: values.text('content'),
      owner: values.one('owner', SIDE_NAMES),
      due,
    });
    const response = values.text('response');
    const closedOn = values.textOrNull('occurredOn');
    if (closedOn !== null) {
      await client.closeIssue({ engagementId, issueId, version: 1, response, occurredOn: closedOn });
    } else if (response !== '') {
      const { content, owner } = { content: values.text('content'), owner: values.one('owner', SIDE_NAMES) };
      await client.changeIssue({ engagementId, issueId, version: 1, content, owner, due, response });
    }
  },
  change: async (context, scope, { id: issueId, version: before }, values, changed) => {
    const client = context.client(meetingsContract);
    const engagementId = engagementOf(scope);
    const response = values.text('response');
    const closedOn = values.textOrNull('occurredOn');
    let version = before;
    if (['content', 'owner', 'due', 'response'].some((key) => changed.has(key))) {
      const { version: next } = await client.changeIssue({
        engagementId,
        issueId,
        version,
        content: values.text('content'),
        owner: values.one('owner', SIDE_NAMES),
        due: values.textOrNull('due'),
        response,
      });
      version = next;
    }
    if (closedOn !== null) await client.closeIssue({ engagementId, issueId, version, response, occurredOn: closedOn });
  },
});
