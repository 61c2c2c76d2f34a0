/** What the business report says of meetings and messages. Clause 8(2). */
import { formatEraShort } from '../../../core/calendar/index.ts';
import { type Block, heading, paragraph, table } from '../../../documents/index.ts';
import { mayUse } from '../../../kernel/caller.ts';
import type { ChapterProvider } from '../../../kernel/module.ts';
import { meetingsContract } from '../contract.ts';

export const meetingsChapter: ChapterProvider = {
  topic: 'meetings',
  permission: 'meetings.read',
  async build(context, engagementId): Promise<readonly Block[]> {
    const client = context.client(meetingsContract);
    const held = (await client.listMeetings({ engagementId })).meetings.filter(({ state }) => state === 'held');
    const regular = held.filter(({ type }) => type === 'biweekly').length;
    const online = held.filter(({ mode }) => mode === 'オンライン').length;
    const reading = mayUse(meetingsContract, 'messages.read', context.caller);
    const messages = reading ? (await client.listMessages({ engagementId })).messages.length : null;
    return [
      heading(2, '打合せ及び連絡'),
      paragraph(
        `打合せを${held.length}回行いました（うち定例の打合せ${regular}回、オンライン${online}回）。${
          messages === null ? '' : `発注者との連絡は電子メールを基本とし、${messages}件を記録しました。`
        }`,
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
                meetings.every(({ submitted }) => submitted !== null)
                  ? '提出済み'
                  : `${meetings.filter(({ submitted }) => submitted !== null).length}回分を提出済み`,
              ]),
            }),
          ]),
    ];
  },
};
