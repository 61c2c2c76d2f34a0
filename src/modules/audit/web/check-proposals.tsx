/** Additional check items: proposed by the contractor, decided by the city (clause 9(1)ウ-p5). */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { PROPOSAL_STATE_LABELS } from '../labels.ts';
import { audit, type Proposal, toneOf } from './audit-client.ts';
import { messages } from './messages-work.ja.ts';

const text = messages.checks;

export interface CheckProposalsProps {
  readonly auditId: string;
  /** Proposals for one contract, or for the department's checklist (null). */
  readonly contractId: string | null;
  readonly open: boolean;
  readonly reload: () => void;
}

export function CheckProposals({ auditId, contractId, open, reload }: CheckProposalsProps) {
  const can = useCan();
  const load = ui.useLoad(() => audit.listProposals({ auditId }), [auditId]);
  const changed = (): void => {
    load.reload();
    reload();
  };
  return (
    <ui.Loaded from={load}>
      {({ proposals }) => {
        const own = proposals.filter((proposal) => proposal.contractId === contractId);
        if (own.length === 0 && !open) return null;
        return (
          <ui.Section title={text.proposals}>
            <p>{text.proposalsHelp}</p>
            {can('audit.city') && (
              <AgreeAll proposals={own.filter(({ state }) => state === 'proposed')} reload={changed} />
            )}
            {own.map((proposal) => (
              <ProposalPart
                key={proposal.id}
                proposal={proposal}
                decide={can('audit.city') && proposal.state === 'proposed'}
                reload={changed}
              />
            ))}
            {open && (
              <ui.Disclosure summary={text.propose}>
                <ui.Form
                  reset
                  draft={`audit-proposal:${contractId ?? auditId}`}
                  submitLabel={text.propose}
                  submit={(form) =>
                    audit.proposeCheckItem(
                      {
                        auditId,
                        contractId,
                        title: form.text('title'),
                        point: form.text('point'),
                        reason: form.text('reason'),
                      },
                      form.options,
                    )
                  }
                  onDone={changed}
                >
                  <ui.TextField name="title" label={text.proposalTitle} required maxLength={200} />
                  <ui.TextArea name="point" label={text.point} required maxLength={4000} rows={2} />
                  <ui.TextArea name="reason" label={text.reason} required maxLength={4000} rows={2} />
                </ui.Form>
              </ui.Disclosure>
            )}
          </ui.Section>
        );
      }}
    </ui.Loaded>
  );
}

function AgreeAll({ proposals, reload }: { proposals: readonly Proposal[]; reload: () => void }) {
  const agreement = ui.useCommand(
    (options) =>
      audit.agreeCheckItems(
        { proposals: proposals.map(({ id, version }) => ({ proposalId: id, version })), note: '' },
        options,
      ),
    { done: text.agreedAll(proposals.length), onDone: reload },
  );
  if (proposals.length < 2) return null;
  return (
    <div>
      <ui.Button busy={agreement.busy} onClick={() => void agreement.run()}>
        {text.agreeAll(proposals.length)}
      </ui.Button>
    </div>
  );
}

function ProposalPart({ proposal, decide, reload }: { proposal: Proposal; decide: boolean; reload: () => void }) {
  const decision = ui.useCommand(
    (options, agreed: boolean) =>
      audit.decideCheckItem({ proposalId: proposal.id, version: proposal.version, agreed, note: '' }, options),
    { onDone: reload },
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <ui.DataList
        items={[
          { term: text.proposalTitle, value: proposal.title },
          { term: text.point, value: proposal.point },
          { term: text.reason, value: proposal.reason },
          {
            term: text.state,
            value: (
              <ui.StatusBadge tone={toneOf(proposal.state)}>{PROPOSAL_STATE_LABELS[proposal.state]}</ui.StatusBadge>
            ),
          },
        ]}
      />
      {decide && (
        <div className="flex flex-wrap gap-3">
          <ui.Button variant="solid" busy={decision.busy} onClick={() => void decision.run(true)}>
            {text.agree}
          </ui.Button>
          <ui.Button busy={decision.busy} onClick={() => void decision.run(false)}>
            {text.decline}
          </ui.Button>
        </div>
      )}
    </div>
  );
}
