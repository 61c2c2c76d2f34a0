/** 情報コーナー as a spreadsheet. */
import { choicesOf, editableList, engagementOf, type ValueReader } from '../../../kernel/list.ts';
import { type Information, meetingsContract } from '../contract.ts';
import { INFORMATION_KINDS } from '../meeting-types.ts';

export const informationList = editableList<Information>({
  id: 'information',
  title: '情報コーナー',
  answers: ['listInformation'],
  scope: 'engagement',
  permission: 'meetings.follow',
  edit: 'meetings.contribute',
  help: '行を削除したファイルを読み込むと、その情報を取り下げるかどうかを選べます。',
  records: async (context, scope) =>
    (await context.client(meetingsContract).listInformation({ engagementId: engagementOf(scope) })).entries,
  key: ({ id }) => id,
  columns: [
    {
      key: 'kind',
      title: '種類',
      kind: 'choice',
      width: 20,
      required: true,
      edit: 'always',
      choices: choicesOf(INFORMATION_KINDS),
      value: ({ kind }) => kind,
    },
    {
      key: 'title',
      title: '題名',
      aliases: ['タイトル', '件名'],
      kind: 'text',
      width: 32,
      required: true,
      edit: 'always',
      maxLength: 200,
      value: ({ title }) => title,
    },
    {
      key: 'summary',
      title: '概要',
      kind: 'text',
      width: 50,
      required: true,
      edit: 'always',
      maxLength: 2000,
      value: ({ summary }) => summary,
    },
    {
      key: 'source',
      title: '出典',
      kind: 'text',
      width: 26,
      required: true,
      edit: 'always',
      maxLength: 200,
      value: ({ source }) => source,
    },
    {
      key: 'publishedOn',
      title: '公表された日',
      aliases: ['公表日'],
      kind: 'day',
      width: 18,
      required: true,
      edit: 'always',
      value: ({ publishedOn }) => publishedOn,
    },
    {
      key: 'addedOn',
      title: '加えた日',
      kind: 'day',
      width: 18,
      reason: '加えた日は、登録したときに付きます。',
      value: ({ addedOn }) => addedOn,
    },
  ],
  add: (context, scope, values) =>
    context.client(meetingsContract).addInformation({ engagementId: engagementOf(scope), ...entryOf(values) }),
  change: (context, scope, { id: informationId, version }, values) =>
    context
      .client(meetingsContract)
      .changeInformation({ engagementId: engagementOf(scope), informationId, version, ...entryOf(values) }),
  remove: (context, scope, { id: informationId, version }) =>
    context.client(meetingsContract).withdrawInformation({ engagementId: engagementOf(scope), informationId, version }),
});

const entryOf = (values: ValueReader) => ({
  kind: values.one('kind', INFORMATION_KINDS),
  title: values.text('title'),
  summary: values.text('summary'),
  source: values.text('source'),
  publishedOn: values.text('publishedOn'),
});
