import { useState } from 'react';
import { useCan } from '../../../web/session.ts';
import {
  Checkbox,
  type Column,
  Form,
  Notice,
  RadioGroup,
  Section,
  Table,
  TextArea,
  TextField,
  TextLink,
} from '../../../web/ui/index.ts';
import { analysis, type Round } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.items;
type Decided = Round['proposals'][number];

/** Proposals as they were issued; the office decides about each, then puts the accepted ones into the next edition. */
export function RoundSection({ round, onDone }: { round: Round; onDone: () => void }) {
  const can = useCan();
  const decides = can('analysis.decide') && round.draftId === null;
  const open = round.proposals.some(({ decision }) => decision === null);
  const accepted = round.proposals.some(({ decision }) => decision?.accepted === true);
  return (
    <Section title={text.round(round.number, round.forFiscalYear)}>
      <Table
        caption={text.round(round.number, round.forFiscalYear)}
        hideCaption
        rows={round.proposals}
        rowKey={({ id }) => id}
        columns={COLUMNS}
      />
      {decides && open && <DecisionForm round={round} onDone={onDone} />}
      {decides && !open && accepted && (
        <Form
          submitLabel={text.apply}
          done={text.applied}
          submit={(form) =>
            analysis.applyItemProposals(
              { roundId: round.id, version: round.version, title: form.text('title') },
              form.options,
            )
          }
          onDone={onDone}
        >
          <TextField name="title" label={text.applyTitle} required maxLength={60} />
        </Form>
      )}
      {round.draftId !== null && (
        <Notice tone="success" title={text.applied}>
          {can('questionnaire.edit') && (
            <p>
              <TextLink href={`/questionnaires/${round.draftId}`}>{text.draft}</TextLink>
            </p>
          )}
          {round.proposals.some(({ itemId, decision }) => itemId === null && decision?.accepted === true) && (
            <p>{text.byHand}</p>
          )}
        </Notice>
      )}
    </Section>
  );
}

function DecisionForm({ round, onDone }: { round: Round; onDone: () => void }) {
  const open = round.proposals.filter(({ decision }) => decision === null);
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set());
  const choose = (id: string, value: string): void => {
    const next = new Set(declined);
    if (value === 'no') next.add(id);
    else next.delete(id);
    setDeclined(next);
  };
  return (
    <Section level={3} title={text.decide}>
      <p>{text.decideLead}</p>
      <Form
        submitLabel={text.save}
        done={text.saved}
        submit={(form) =>
          analysis.decideItemProposals(
            {
              roundId: round.id,
              version: round.version,
              decisions: open.map(({ id, kind }, index) => {
                const accepted = !declined.has(id);
                const asks = accepted && kind === 'sharpen';
                return {
                  id,
                  accepted,
                  note: accepted ? '' : form.text(`decisions.${index}.note`),
                  question: asks ? form.text(`decisions.${index}.question`) : '',
                  meaningChanged: asks ? form.flag(`decisions.${index}.meaningChanged`) : true,
                };
              }),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        {open.map(({ id, kind, question, suggestion }, index) => (
          <div key={id} className="grid grid-cols-[minmax(0,1fr)] gap-3 border-b border-solid-gray-420 pb-4">
            <RadioGroup
              name={`decisions.${index}.accepted`}
              label={`${text.kinds[kind]}：${question}`}
              inline
              options={[
                { value: 'yes', label: text.accept },
                { value: 'no', label: text.decline },
              ]}
              value={declined.has(id) ? 'no' : 'yes'}
              onChange={(value) => choose(id, value)}
            />
            {declined.has(id) ? (
              <TextArea name={`decisions.${index}.note`} label={text.note} required maxLength={1000} rows={2} />
            ) : (
              kind === 'sharpen' && (
                <>
                  <TextArea
                    name={`decisions.${index}.question`}
                    label={text.question}
                    required
                    maxLength={120}
                    rows={2}
                    defaultValue={suggestion ?? question}
                  />
                  <Checkbox name={`decisions.${index}.meaningChanged`} label={text.meaning} defaultChecked />
                </>
              )
            )}
          </div>
        ))}
      </Form>
    </Section>
  );
}

const COLUMNS: readonly Column<Decided>[] = [
  { key: 'kind', header: text.columns.kind, cell: ({ kind }) => text.kinds[kind] },
  { key: 'question', header: text.columns.question, rowHeader: true, cell: ({ question }) => question },
  {
    key: 'suggestion',
    header: text.columns.suggestion,
    cell: ({ decision, suggestion, question }) => {
      const wanted = decision?.question ?? suggestion;
      return wanted === null || wanted === question ? '―' : wanted;
    },
  },
  { key: 'reasons', header: text.columns.reasons, cell: ({ reasons }) => reasons.join('') },
  {
    key: 'decision',
    header: text.columns.decision,
    cell: ({ decision }) =>
      decision === null ? text.open : decision.accepted ? text.accepted : text.declined(decision.note),
  },
];
