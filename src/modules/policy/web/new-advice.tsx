import { useRef } from 'react';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { policy, type Proposal } from './policy-client.ts';

const text = messages.newAdvice;

/** A proposal while it is written; the key keeps its fields together when a row above goes. */
interface Row extends Proposal {
  readonly key: number;
}

interface Draft {
  readonly summary: string;
  readonly rows: readonly Row[];
}

const emptyRow = (key: number): Row => ({ key, provision: '', current: '', proposed: '', reason: '', basis: '' });
const EMPTY: Draft = { summary: '', rows: [emptyRow(0)] };
/** As many as one round may hold. */
const MOST = 200;

export interface NewAdviceProps {
  readonly engagementId: string;
  readonly requestId: string;
  readonly round: number;
  /** Shown opened. */
  readonly open: boolean;
  readonly onDone: () => void;
}

/** One round of advice: a summary and any number of proposals, kept in the browser while they are written. */
export function NewAdvice({ engagementId, requestId, round, open, onDone }: NewAdviceProps) {
  const draft = ui.useDraft<Draft>(`policy-advice:${requestId}`, EMPTY);
  const list = useRef<HTMLOListElement>(null);
  const { summary, rows } = draft.value;

  const change = (key: number, field: keyof Proposal, value: string): void =>
    draft.set((before) => ({
      ...before,
      rows: before.rows.map((row) => (row.key === key ? { ...row, [field]: value } : row)),
    }));
  const add = (): void => {
    draft.set((before) => ({
      ...before,
      rows: [...before.rows, emptyRow(Math.max(...before.rows.map(({ key }) => key), -1) + 1)],
    }));
    ui.announce(text.added(rows.length + 1));
    // The new row is there with the next paint.
    setTimeout(() => list.current?.querySelector<HTMLElement>(':scope > li:last-child input')?.focus());
  };
  const remove = (key: number): void => {
    draft.set((before) => ({ ...before, rows: before.rows.filter((row) => row.key !== key) }));
    ui.announce(text.removed);
    setTimeout(() => list.current?.querySelector<HTMLElement>(':scope > li:last-child input')?.focus());
  };

  return (
    <ui.Disclosure summary={text.open(round)} open={open || draft.restored !== null}>
      <ui.Form
        guard={false}
        submitLabel={text.submit}
        done={text.done}
        submit={(form) =>
          policy.advise(
            {
              engagementId,
              requestId,
              summary: summary.trim(),
              proposals: rows.map((row) => {
                const { key: _, ...proposal } = row;
                return proposal;
              }),
            },
            form.options,
          )
        }
        onDone={() => {
          draft.clear();
          onDone();
        }}
      >
        <ui.TextArea
          name="summary"
          label={text.summary}
          hint={text.summaryHint}
          required
          maxLength={4000}
          value={summary}
          onChange={(event) => {
            const { value } = event.target;
            draft.set((before) => ({ ...before, summary: value }));
          }}
        />
        <ol ref={list} aria-label={text.proposals} className="grid grid-cols-[minmax(0,1fr)] gap-6">
          {rows.map((row, index) => (
            <li key={row.key} className="rounded-8 border border-solid-gray-420 p-4">
              <ProposalFields
                row={row}
                index={index}
                onChange={(field, value) => change(row.key, field, value)}
                onRemove={rows.length > 1 ? () => remove(row.key) : null}
              />
            </li>
          ))}
        </ol>
        {rows.length < MOST && (
          <div>
            <ui.Button size="small" onClick={add}>
              {text.add}
            </ui.Button>
          </div>
        )}
      </ui.Form>
      <ui.DraftStatus draft={draft} />
    </ui.Disclosure>
  );
}

interface ProposalFieldsProps {
  readonly row: Row;
  readonly index: number;
  readonly onChange: (field: keyof Proposal, value: string) => void;
  /** Null for the only row: a round of advice proposes something. */
  readonly onRemove: (() => void) | null;
}

function ProposalFields({ row, index, onChange, onRemove }: ProposalFieldsProps) {
  const field = (name: keyof Proposal) => ({
    name: `proposals.${index}.${name}`,
    // The list of what is missing names the proposal, too.
    label: text.field(index + 1, text[name]),
    value: row[name],
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(name, event.target.value),
  });
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <legend className="mb-2 text-std-16B-170">{text.proposal(index + 1)}</legend>
      <ui.TextField {...field('provision')} hint={text.provisionHint} required maxLength={200} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 desktop-admin:grid-cols-[repeat(2,minmax(0,1fr))]">
        <ui.TextArea {...field('current')} hint={text.currentHint} maxLength={4000} />
        <ui.TextArea {...field('proposed')} hint={text.proposedHint} required maxLength={4000} />
      </div>
      <ui.TextArea {...field('reason')} required maxLength={4000} rows={2} />
      <ui.TextField {...field('basis')} hint={text.basisHint} required maxLength={200} />
      {onRemove !== null && (
        <div>
          <ui.Button size="small" variant="text" onClick={onRemove}>
            {text.remove(index + 1)}
          </ui.Button>
        </div>
      )}
    </fieldset>
  );
}
