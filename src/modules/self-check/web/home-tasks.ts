import type { HomeTask, HomeTaskState } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { type OwnSheet, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.tasks;

/** Sheets that the person's departments still have to answer or approve, and campaigns that the office has to follow. */
export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  const own = session.permissions.includes('response.own') ? await ownTasks(session) : [];
  const office = session.permissions.includes('campaign.run') ? await officeTasks(session) : [];
  return [...own, ...office];
}

async function ownTasks(session: SignedIn): Promise<HomeTask[]> {
  const { sheets } = await selfCheck.listOwnSheets({});
  const head = session.permissions.includes('response.approve');
  return sheets
    .filter(
      (sheet) =>
        !sheet.closed &&
        sheet.opens <= session.today &&
        sheet.progress !== 'submitted' &&
        (sheet.progress !== 'awaiting-approval' || head),
    )
    .map((sheet) => ({
      title: (sheet.progress === 'awaiting-approval' ? text.approve : text.answer)(sheet.title, sheet.respondentName),
      due: sheet.due,
      state: stateOf(sheet),
      href: sheet.anonymous ? '/sheets' : `/sheets/${sheet.campaignId}/${sheet.respondentId}`,
      source: text.source,
    }));
}

function stateOf({ late, progress }: OwnSheet): HomeTaskState {
  if (late) return 'overdue';
  return progress === 'returned' || progress === 'reopened' ? 'due' : 'upcoming';
}

async function officeTasks(session: SignedIn): Promise<HomeTask[]> {
  const lists = await Promise.all(session.engagements.map(({ id }) => selfCheck.listCampaigns({ engagementId: id })));
  return lists
    .flatMap(({ campaigns }) => campaigns)
    .flatMap((campaign): HomeTask[] => {
      const href = `/engagements/${campaign.engagementId}/self-check/${campaign.id}`;
      if (campaign.deliveredAt !== null) return [];
      if (campaign.state === 'preparing')
        return [{ title: text.prepare(campaign.title), due: campaign.opens, state: 'due', href, source: text.source }];
      if (campaign.state === 'closed')
        return [{ title: text.deliver(campaign.title), state: 'due', href, source: text.source }];
      const ended = campaign.due < session.today;
      const title = ended
        ? text.close(campaign.title)
        : text.follow(campaign.title, campaign.departments - campaign.answered);
      return [{ title, due: campaign.due, state: ended ? 'due' : 'info', href, source: text.source }];
    });
}
