import { useState } from 'react';
import { clauseLabel } from '../../../core/specification/label.ts';
import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import {
  Button,
  type Column,
  DateField,
  DayText,
  Dialog,
  EmptyState,
  Form,
  Loaded,
  Page,
  RadioGroup,
  Section,
  Select,
  Table,
  TextArea,
  TextField,
  useLoad,
} from '../../../web/ui/index.ts';
import { type AgreedPoint, engagement, type OpenPoint } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.points;

/** How the specification is read where it leaves a question open, and what both sides agreed on. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const [changing, setChanging] = useState<OpenPoint>();
  const readings = useLoad(() => engagement.listOpenPoints({ engagementId }), [engagementId]);
  const agreed = useLoad(() => engagement.listAgreedPoints({ engagementId }), [engagementId]);
  const settle = can('engagement.settle');
  return (
    <Page title={text.title} lead={text.lead}>
      <Section title={text.agreed}>
        <Loaded from={agreed}>
          {({ points }) => (
            <Table
              caption={text.agreed}
              hideCaption
              rows={points}
              rowKey={({ id }) => id}
              columns={AGREED}
              empty={<EmptyState title={text.agreedEmpty}>{settle && <p>{text.agreedHelp}</p>}</EmptyState>}
            />
          )}
        </Loaded>
      </Section>
      {settle && <AgreeForm engagementId={engagementId} onDone={agreed.reload} />}
      <Section title={text.readings}>
        <p>{text.readingsLead}</p>
        <Loaded from={readings}>
          {({ openPoints }) => (
            <Table
              caption={text.readings}
              hideCaption
              rows={openPoints}
              rowKey={({ id }) => id}
              columns={columnsFor(settle ? setChanging : undefined)}
            />
          )}
        </Loaded>
      </Section>
      {changing !== undefined && (
        <Dialog open title={text.changeTitle} onClose={() => setChanging(undefined)}>
          <p>{changing.question}</p>
          <Form
            guard={false}
            submitLabel={text.change}
            done={text.chosen}
            submit={(form) =>
              engagement.chooseReading({ engagementId, point: changing.id, option: form.text('option') }, form.options)
            }
            onDone={() => {
              setChanging(undefined);
              readings.reload();
            }}
          >
            <RadioGroup
              name="option"
              label={text.option}
              required
              defaultValue={changing.chosen}
              options={changing.options.map(({ id, label }) => ({ value: id, label }))}
            />
          </Form>
        </Dialog>
      )}
    </Page>
  );
}

/** The label of the option in force, or the reading of the specification's file where there is no choice. */
export function readingText({ options, chosen, reading }: OpenPoint): string {
  return options.find(({ id }) => id === chosen)?.label ?? reading;
}

function columnsFor(onChange: ((point: OpenPoint) => void) | undefined): readonly Column<OpenPoint>[] {
  return [
    { key: 'clause', header: text.columns.clause, rowHeader: true, cell: ({ clause }) => clauseLabel(clause) },
    { key: 'question', header: text.columns.question, cell: ({ question }) => question },
    { key: 'reading', header: text.columns.reading, cell: readingText },
    ...(onChange === undefined
      ? []
      : [
          {
            key: 'act',
            header: text.columns.act,
            nowrap: true,
            cell: (point: OpenPoint) =>
              point.options.length < 2 ? (
                '―'
              ) : (
                <Button size="small" onClick={() => onChange(point)}>
                  {text.change}
                </Button>
              ),
          },
        ]),
  ];
}

function AgreeForm({ engagementId, onDone }: { engagementId: string; onDone: () => void }) {
  const { today } = useSession();
  const specification = useLoad(() => engagement.getSpecification({ engagementId }), [engagementId]);
  return (
    <Section title={text.record}>
      <Loaded from={specification}>
        {({ clauses }) => (
          <Form
            draft={`agreed-point:${engagementId}`}
            reset
            submitLabel={text.submit}
            done={text.recorded}
            submit={(form) =>
              engagement.agreePoint(
                {
                  engagementId,
                  clause: form.text('clause'),
                  topic: form.text('topic'),
                  decision: form.text('decision'),
                  occurredOn: form.day('occurredOn'),
                },
                form.options,
              )
            }
            onDone={onDone}
          >
            <Select
              name="clause"
              label={messages.clause}
              required
              width="full"
              options={clauses.map(({ id, title }) => ({ value: id, label: `${id}　${title}` }))}
            />
            <TextField name="topic" label={text.topic} required maxLength={200} />
            <TextArea name="decision" label={text.decision} required maxLength={10_000} />
            <DateField name="occurredOn" label={text.occurredOn} required defaultValue={today} />
          </Form>
        )}
      </Loaded>
    </Section>
  );
}

const AGREED: readonly Column<AgreedPoint>[] = [
  { key: 'day', header: text.agreedColumns.day, nowrap: true, cell: ({ occurredOn }) => <DayText day={occurredOn} /> },
  { key: 'clause', header: text.agreedColumns.clause, cell: ({ clause }) => clauseLabel(clause) },
  { key: 'topic', header: text.agreedColumns.topic, rowHeader: true, cell: ({ topic }) => topic },
  {
    key: 'decision',
    header: text.agreedColumns.decision,
    cell: ({ decision }) => <p className="whitespace-pre-line">{decision}</p>,
  },
];
