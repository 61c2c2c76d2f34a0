import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { stateOf } from '../rules.ts';
import { messages } from './messages.ja.ts';
import { NewRequest } from './new-request.tsx';
import { policy, type SupportRequest } from './policy-client.ts';
import { RequestPart } from './request-part.tsx';

/** Requests for advice on policy documents, each with its rounds of proposals. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const support = ui.useLoad(() => policy.listSupport({ engagementId }), [engagementId]);
  return (
    <ui.Page title={messages.title} lead={messages.lead}>
      <ui.Loaded from={support}>
        {({ requests, rounds, expected }) => {
          const part = { engagementId, nextRound: rounds + 1, onChange: support.reload };
          const newestFirst = requests.toReversed();
          const closed = newestFirst.filter((request) => stateOf(request) === 'closed');
          return (
            <>
              <Rounds rounds={rounds} expected={expected} />
              <Open {...part} requests={newestFirst.filter((request) => stateOf(request) !== 'closed')} />
              {can('policy.request') && <NewRequest engagementId={engagementId} onDone={support.reload} />}
              {closed.length > 0 && (
                <ui.Section title={messages.closed.title}>
                  <ui.Disclosure summary={messages.closed.show(closed.length)}>
                    {closed.map((request) => (
                      <RequestPart key={request.id} {...part} request={request} />
                    ))}
                  </ui.Disclosure>
                </ui.Section>
              )}
            </>
          );
        }}
      </ui.Loaded>
    </ui.Page>
  );
}

function Rounds({ rounds, expected }: { rounds: number; expected: number }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p>
        <span className="font-700">{messages.rounds.label}</span>
        {'　'}
        {messages.rounds.text(rounds, expected)}
      </p>
      {rounds > expected && (
        <ui.Notice tone="info">
          <p>{messages.rounds.over}</p>
        </ui.Notice>
      )}
    </div>
  );
}

interface OpenProps {
  readonly engagementId: string;
  readonly requests: readonly SupportRequest[];
  readonly nextRound: number;
  readonly onChange: () => void;
}

function Open({ requests, ...part }: OpenProps) {
  const office = useCan()('policy.request');
  return (
    <ui.Section title={messages.open.title}>
      {requests.length === 0 ? (
        <ui.EmptyState title={messages.open.empty}>
          <p>{office ? messages.open.emptyOffice : messages.open.emptyOthers}</p>
        </ui.EmptyState>
      ) : (
        requests.map((request) => <RequestPart key={request.id} {...part} request={request} />)
      )}
    </ui.Section>
  );
}
