import { formatEra } from '../../../core/calendar/era.ts';
import { Button, DayText, Notice, TextLink, useCommand, useLoad } from '../../../web/ui/index.ts';
import { boardMessages } from './board-messages.ja.ts';
import { engagement } from './client.ts';
import { ObligationState } from './states.tsx';

const text = boardMessages.board;

/** What became due or late since the person's last look; nothing when nothing did. */
export function BoardNotices({ engagementId }: { engagementId: string }) {
  const notices = useLoad(() => engagement.listNotices({ engagementId }), [engagementId]);
  const seen = useCommand((options) => engagement.markBoardSeen({ engagementId }, options), {
    done: text.seenDone,
    onDone: notices.reload,
  });
  if (notices.state !== 'ready' || notices.data.total === 0) return null;
  const { items, total, since } = notices.data;
  return (
    <Notice tone="warning" title={text.news(total)}>
      <p>{since === null ? text.newsFirst : text.newsLead(formatEra(since))}</p>
      <ul className="grid gap-2">
        {items.map(({ key, title, clause, due, state }) => (
          <li key={key} className="flex flex-wrap items-center gap-x-3">
            <ObligationState state={state} />
            <TextLink href={`?party=all&state=all&clause=${encodeURIComponent(clause)}`}>{title}</TextLink>
            {due !== null && <DayText day={due} look="weekday" />}
          </li>
        ))}
      </ul>
      {total > items.length && <p>{text.newsMore(total - items.length)}</p>}
      <p>
        <Button size="small" busy={seen.busy} onClick={() => void seen.run()}>
          {text.seen}
        </Button>
      </p>
    </Notice>
  );
}
