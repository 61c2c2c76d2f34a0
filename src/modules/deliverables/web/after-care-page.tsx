import { useState } from 'react';
import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  Button,
  type Column,
  DayText,
  Dialog,
  EmptyState,
  Form,
  Loaded,
  Page,
  Section,
  Select,
  StatusBadge,
  Table,
  TextArea,
  useLoad,
} from '../../../web/ui/index.ts';
import { type AfterCareItem, deliverables, type Owed, titleOf } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.afterCare;

/** Defects and enquiries, also after the end of the contract. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const [answering, setAnswering] = useState<AfterCareItem>();
  const items = useLoad(() => deliverables.listAfterCare({ engagementId }), [engagementId]);
  const register = useLoad(() => deliverables.listDeliverables({ engagementId }), [engagementId]);
  const owed = register.state === 'ready' ? register.data.deliverables : [];
  const decide = can('deliverables.decide');
  return (
    <Page title={text.title} lead={text.lead}>
      <Section title={text.list}>
        <Loaded from={items}>
          {({ items: all }) => (
            <Table
              caption={text.list}
              hideCaption
              rows={all}
              rowKey={({ id }) => id}
              columns={columnsFor(owed, can('deliverables.submit') ? setAnswering : undefined)}
              empty={<EmptyState title={text.empty}>{decide && <p>{text.emptyCity}</p>}</EmptyState>}
            />
          )}
        </Loaded>
      </Section>
      {decide && <Defect engagementId={engagementId} owed={owed} onDone={items.reload} />}
      {decide && <Enquiry engagementId={engagementId} onDone={items.reload} />}
      {answering !== undefined && (
        <Dialog open title={text.answerTitle} onClose={() => setAnswering(undefined)}>
          <p className="whitespace-pre-line">{answering.content}</p>
          <Form
            draft={`after-care:${answering.id}`}
            submitLabel={text.answer}
            done={text.answered}
            submit={(form) =>
              deliverables.answerAfterCare(
                { engagementId, itemId: answering.id, answer: form.text('answer') },
                form.options,
              )
            }
            onDone={() => {
              setAnswering(undefined);
              items.reload();
            }}
          >
            <TextArea name="answer" label={text.answerField} required maxLength={4000} />
          </Form>
        </Dialog>
      )}
    </Page>
  );
}

function Defect({ engagementId, owed, onDone }: { engagementId: string; owed: readonly Owed[]; onDone: () => void }) {
  return (
    <Section title={text.defect}>
      <Form
        draft={`defect:${engagementId}`}
        reset
        submitLabel={text.recordDefect}
        done={text.defectDone}
        submit={(form) =>
          deliverables.recordDefect(
            { engagementId, deliverableId: form.textOrNull('deliverableId'), content: form.text('content') },
            form.options,
          )
        }
        onDone={onDone}
      >
        <Select
          name="deliverableId"
          label={text.deliverable}
          prompt={text.whole}
          options={owed.flatMap((it) => {
            const latest = it.versions.at(-1);
            return latest === undefined ? [] : [{ value: latest.deliverableId, label: titleOf(it) }];
          })}
        />
        <TextArea name="content" label={text.content} hint={text.defectHint} required maxLength={4000} />
      </Form>
    </Section>
  );
}

function Enquiry({ engagementId, onDone }: { engagementId: string; onDone: () => void }) {
  return (
    <Section title={text.enquiry}>
      <Form
        draft={`enquiry:${engagementId}`}
        reset
        submitLabel={text.ask}
        done={text.asked}
        submit={(form) => deliverables.askEnquiry({ engagementId, content: form.text('content') }, form.options)}
        onDone={onDone}
      >
        <TextArea name="content" label={text.content} required maxLength={4000} />
      </Form>
    </Section>
  );
}

function columnsFor(
  owed: readonly Owed[],
  onAnswer: ((item: AfterCareItem) => void) | undefined,
): readonly Column<AfterCareItem>[] {
  const titles = new Map(
    owed.flatMap((it) => it.versions.map(({ deliverableId }) => [deliverableId, titleOf(it)] as const)),
  );
  return [
    {
      key: 'kind',
      header: text.columns.kind,
      nowrap: true,
      cell: ({ kind, closedOn }) => (
        <div className="grid justify-items-start gap-1">
          {text.kinds[kind]}
          <StatusBadge tone={closedOn === null ? 'warning' : 'success'}>
            {closedOn === null ? text.open : text.closed}
          </StatusBadge>
        </div>
      ),
    },
    {
      key: 'content',
      header: text.columns.content,
      rowHeader: true,
      cell: ({ content, deliverableId }) => (
        <>
          <span className="font-400 whitespace-pre-line">{content}</span>
          {deliverableId !== null && titles.has(deliverableId) && (
            <span className="block font-400 text-solid-gray-700">{text.about(titles.get(deliverableId) ?? '')}</span>
          )}
        </>
      ),
    },
    { key: 'opened', header: text.columns.opened, nowrap: true, cell: ({ openedOn }) => <DayText day={openedOn} /> },
    {
      key: 'answer',
      header: text.columns.answer,
      cell: ({ answer, closedOn }) =>
        answer === null ? (
          messages.none
        ) : (
          <>
            <p className="whitespace-pre-line">{answer}</p>
            <p className="text-solid-gray-700">
              <DayText day={closedOn} />
            </p>
          </>
        ),
    },
    ...(onAnswer === undefined
      ? []
      : [
          {
            key: 'act',
            header: text.columns.act,
            nowrap: true,
            cell: (item: AfterCareItem) =>
              item.closedOn === null ? (
                <Button size="small" onClick={() => onAnswer(item)}>
                  {text.answer}
                </Button>
              ) : (
                messages.none
              ),
          },
        ]),
  ];
}
