/** What the business report says of meetings and messages, whichever clauses of the specification ask for them. */
import { formatEraShort } from '../../../core/calendar/index.ts';
import { type Block, heading, paragraph, table } from '../../../documents/index.ts';
import { mayUse } from '../../../kernel/caller.ts';
import type { Client } from '../../../kernel/contract.ts';
import type { ChapterProvider, Context } from '../../../kernel/module.ts';
import { type Meeting, meetingsContract } from '../contract.ts';

export const meetingsChapter: ChapterProvider = {
  topic: 'meetings',
  permission: 'meetings.read',
  async build(context, engagementId): Promise<readonly Block[]> {
    const client = context.client(meetingsContract);
    const held = (await client.listMeetings({ engagementId })).meetings.filter(({ state }) => state === 'held');
    const { types } = await client.listTypes({ engagementId });
    const series = new Set(types.filter((kind) => kind.regular).map((kind) => kind.type));
    const regular = held.filter(({ type }) => series.has(type)).length;
    const online = held.filter(({ mode }) => mode === 'オンライン').length;
    const reading = mayUse(meetingsContract, 'messages.read', context.caller);
    const phone = held.filter(({ mode }) => mode === '電話').length;
    const log = reading ? await client.listMessages({ engagementId }) : null;
    const basic = log?.basicChannel === null || log === null ? '' : `${log.basicChannel}を基本とし、`;
    const closing = await issueSentence(client, engagementId, context);
    return [
      heading(2, '打合せ及び連絡'),
      paragraph(
        `打合せを${held.length}回行いました（うち定例の打合せ${regular}回、オンライン${online}回${
          phone === 0 ? '' : `、電話${phone}回`
        }）。${log === null ? '' : `発注者との連絡は${basic}${log.messages.length}件を記録しました。`}${closing}`,
      ),
      ...(held.length === 0
        ? []
        : [
            table({
              columns: [{ width: 44 }, { width: 16, align: 'right' }, { width: '1fr' }, { width: 22 }, { width: 26 }],
              header: ['会議', '回数', '開催日', '方法', '議事録'],
              rows: [...Map.groupBy(held, ({ title }) => title)].map(([title, meetings]) => [
                title,
                `${meetings.length}回`,
                meetings.map(({ date }) => formatEraShort(date)).join('、'),
                [...new Set(meetings.map(({ mode }) => mode))].join('、'),
                minutesWords(meetings),
              ]),
            }),
          ]),
    ];
  },
};

function minutesWords(meetings: readonly Meeting[]): string {
  const submitted = meetings.filter((meeting) => meeting.submitted !== null).length;
  const approved = meetings.filter(({ approval }) => approval === 'approved').length;
  if (approved === meetings.length) return '承認済み';
  return submitted === meetings.length ? '提出済み' : `${submitted}回分を提出済み`;
}

/** Empty where there was no issue, or the reader may not see them. */
async function issueSentence(
  client: Client<typeof meetingsContract>,
  engagementId: string,
  { caller }: Context,
): Promise<string> {
  if (!mayUse(meetingsContract, 'meetings.follow', caller)) return '';
  const { issues } = await client.listIssues({ engagementId });
  if (issues.length === 0) return '';
  const closed = issues.filter(({ closedOn }) => closedOn !== null).length;
  return `打合せなどで挙がった課題${issues.length}件のうち、${closed}件の対応を終えました。`;
}
