import { useCan } from '../../../web/session.ts';
import {
  type Column,
  ConfirmButton,
  DateField,
  DayText,
  Form,
  Loaded,
  Section,
  Table,
  TextField,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { boardMessages } from './board-messages.ja.ts';
import { engagement } from './client.ts';

const text = boardMessages.calendar;

interface ClosedDay {
  readonly day: string;
  readonly name: string;
}

/** Days on which the city alone is closed; the security office keeps them. */
export function ClosedDays({ engagementId }: { engagementId: string }) {
  const may = useCan()('engagement.calendar');
  const closed = useLoad(() => engagement.listClosedDays({ engagementId }), [engagementId]);
  const remove = useCommand(
    (options, days: readonly ClosedDay[], version: number) =>
      engagement.setClosedDays({ engagementId, days: [...days], version }, options),
    { done: text.removed, onDone: closed.reload },
  );
  return (
    <Section title={text.closed}>
      <p>{text.closedLead}</p>
      <Loaded from={closed}>
        {({ days, version }) => (
          <>
            <Table
              caption={text.caption}
              hideCaption
              rows={days}
              rowKey={({ day }) => day}
              columns={columnsFor(
                may
                  ? (day) =>
                      void remove.run(
                        days.filter((other) => other.day !== day),
                        version,
                      )
                  : undefined,
                remove.busy,
              )}
              empty={<p>{text.closedNone}</p>}
            />
            {may && (
              <Form
                key={version}
                guard={false}
                version={version}
                submitLabel={text.add}
                done={text.added}
                submit={(form) =>
                  engagement.setClosedDays(
                    {
                      engagementId,
                      days: [...days, { day: form.day('day'), name: form.text('name') }],
                      version: form.version,
                    },
                    form.options,
                  )
                }
                onDone={closed.reload}
              >
                <DateField name="day" label={text.day} required />
                <TextField name="name" label={text.name} hint={text.nameHint} required maxLength={200} />
              </Form>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function columnsFor(onRemove: ((day: string) => void) | undefined, busy: boolean): readonly Column<ClosedDay>[] {
  return [
    { key: 'day', header: text.day, rowHeader: true, cell: ({ day }) => <DayText day={day} look="weekday" /> },
    { key: 'name', header: text.name, cell: ({ name }) => name },
    ...(onRemove === undefined
      ? []
      : [
          {
            key: 'act',
            header: boardMessages.columns.act,
            nowrap: true,
            cell: ({ day, name }: ClosedDay) => (
              <ConfirmButton
                size="small"
                title={text.removeTitle}
                body={<p>{text.removeBody(name)}</p>}
                busy={busy}
                onConfirm={() => onRemove(day)}
              >
                {text.remove}
              </ConfirmButton>
            ),
          },
        ]),
  ];
}
