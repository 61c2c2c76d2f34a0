import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type RequestState, stateOf, TRIGGERS } from '../rules.ts';
import { messages } from './messages.ja.ts';
import { NewAdvice } from './new-advice.tsx';
import { type Advice, policy, type Proposal, type SupportRequest } from './policy-client.ts';

const text = messages.request;
const TONES: Record<RequestState, ui.BadgeTone> = { waiting: 'warning', advised: 'info', closed: 'neutral' };

export interface RequestPartProps {
  readonly engagementId: string;
  readonly request: SupportRequest;
  /** Number that the next round over all requests gets. */
  readonly nextRound: number;
  readonly onChange: () => void;
}

/** One request with its rounds of advice, and what the reader may do next. */
export function RequestPart({ engagementId, request, nextRound, onChange }: RequestPartProps) {
  const can = useCan();
  const state = stateOf(request);
  const requestId = request.id;
  return (
    <article
      id={`request-${requestId}`}
      className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-8 border border-solid-gray-420 p-4 desktop:p-6"
    >
      <ui.Section
        title={request.document}
        level={3}
        actions={<ui.StatusBadge tone={TONES[state]}>{messages.states[state]}</ui.StatusBadge>}
      >
        <ui.DataList items={itemsOf(engagementId, request)} />
        {request.advice.map((advice) => (
          <AdvicePart key={advice.id} advice={advice} />
        ))}
        {request.advice.length > 0 && (
          <div className="flex flex-wrap items-center gap-x-4" data-print="never">
            <span>{text.letter}</span>
            <ui.DownloadLinks
              title={text.letter}
              files={(['docx', 'pdf'] as const).map((format) => ({
                kind: format,
                href: policy.href('downloadAdvice', { engagementId, requestId, format }),
              }))}
            />
          </div>
        )}
        {state !== 'closed' && can('policy.advise') && (
          <NewAdvice
            engagementId={engagementId}
            requestId={requestId}
            round={nextRound}
            open={state === 'waiting'}
            onDone={onChange}
          />
        )}
        {state === 'advised' && can('policy.request') && (
          <Closing engagementId={engagementId} requestId={requestId} onDone={onChange} />
        )}
      </ui.Section>
    </article>
  );
}

function itemsOf(engagementId: string, request: SupportRequest): ui.DataItem[] {
  const items: ui.DataItem[] = [
    { term: text.trigger, value: TRIGGERS[request.trigger] },
    { term: text.content, value: request.content },
    { term: text.requestedOn, value: <ui.DayText day={request.requestedOn} /> },
    {
      term: text.material,
      value:
        request.fileId === null ? (
          text.noMaterial
        ) : (
          <ui.TextLink href={policy.href('downloadMaterial', { engagementId, requestId: request.id })}>
            {text.openMaterial}
          </ui.TextLink>
        ),
    },
  ];
  if (request.closedOn !== null) items.push({ term: text.closedOn, value: <ui.DayText day={request.closedOn} /> });
  return items;
}

function AdvicePart({ advice }: { advice: Advice }) {
  return (
    <ui.Section title={messages.advice.round(advice.round)} level={4}>
      <p>
        {messages.advice.advisedOn}　<ui.DayText day={advice.advisedOn} />
      </p>
      <p className="whitespace-pre-line">{advice.summary}</p>
      <ui.Table
        caption={messages.advice.caption}
        rows={advice.proposals.map((proposal, position) => ({ ...proposal, position }))}
        rowKey={({ position }) => String(position)}
        columns={COMPARISON}
      />
    </ui.Section>
  );
}

const COMPARISON: readonly ui.Column<Proposal>[] = [
  { key: 'provision', header: messages.advice.provision, rowHeader: true, cell: ({ provision }) => provision },
  {
    key: 'current',
    header: messages.advice.current,
    cell: ({ current }) => <Wording>{current.trim() === '' ? messages.advice.added : current}</Wording>,
  },
  { key: 'proposed', header: messages.advice.proposed, cell: ({ proposed }) => <Wording>{proposed}</Wording> },
  { key: 'reason', header: messages.advice.reason, cell: ({ reason }) => <Wording>{reason}</Wording> },
  { key: 'basis', header: messages.advice.basis, cell: ({ basis }) => basis },
];

/** The words of a rule keep their lines. */
function Wording({ children }: { children: string }) {
  return <span className="whitespace-pre-line">{children}</span>;
}

function Closing({ engagementId, requestId, onDone }: { engagementId: string; requestId: string; onDone: () => void }) {
  const close = ui.useCommand((options) => policy.closeSupport({ engagementId, requestId }, options), {
    done: text.closed,
    onDone,
  });
  return (
    <div className="grid gap-3" data-print="never">
      {close.problem !== undefined && <ui.Problem problem={close.problem} />}
      <div>
        <ui.ConfirmButton title={text.closeTitle} body={text.closeBody} busy={close.busy} onConfirm={() => close.run()}>
          {text.close}
        </ui.ConfirmButton>
      </div>
    </div>
  );
}
