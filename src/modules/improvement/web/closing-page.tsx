import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Board, improvement, type Plan } from './client.ts';
import { FollowUpTabs } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.closing;

export function Component() {
  const engagementId = useEngagementId();
  const hands = useCan()('improvement.hand-over');
  const load = ui.useLoad(
    async () => ({
      ...(await improvement.getBoard({ engagementId })),
      ...(await improvement.listPlans({ engagementId })),
    }),
    [engagementId],
  );
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <FollowUpTabs />
      <ui.Loaded from={load}>
        {({ types, plans }) => (
          <>
            <ui.Table
              caption={text.types}
              rows={types}
              rowKey={({ type }) => type}
              columns={TYPES}
              empty={<p>{text.none}</p>}
            />
            {hands && (
              <>
                <CloseAll key={types.length} types={types} reload={load.reload} />
                <Carry plans={plans} reload={load.reload} />
                <File open={plans.some(isOpen)} reload={load.reload} />
              </>
            )}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

type TypeRow = Board['types'][number];

const isOpen = ({ state }: Plan): boolean => state !== 'closed' && state !== 'cancelled' && state !== 'carried-over';

const TYPES: readonly ui.Column<TypeRow>[] = [
  { key: 'type', header: text.type, rowHeader: true, cell: ({ title }) => title },
  ...(['all', 'done', 'late'] as const).map((key): ui.Column<TypeRow> => ({
    key,
    header: messages.plans[key],
    align: 'end',
    cell: (row) => row[key],
  })),
  {
    key: 'state',
    header: text.state,
    cell: ({ closing }) =>
      closing === null ? (
        text.running
      ) : (
        <>
          <ui.DayText day={closing.on} />　{text.closedOn(closing.open.length)}
          {closing.note !== '' && <p className="whitespace-pre-line">{closing.note}</p>}
        </>
      ),
  },
];

function CloseAll({ types, reload }: { readonly types: readonly TypeRow[]; readonly reload: () => void }) {
  const engagementId = useEngagementId();
  const running = types.filter(({ closing }) => closing === null);
  if (running.length === 0) return null;
  return (
    <ui.Section title={text.close}>
      <p>{text.closeHelp}</p>
      <ui.Form
        reset
        submitLabel={text.close}
        done={text.closed}
        submit={(form) => {
          const occurredOn = form.dayOrNull('occurredOn');
          return improvement.closeFollowUp(
            {
              engagementId,
              type: form.text('type'),
              note: form.text('note'),
              ...(occurredOn === null ? {} : { occurredOn }),
            },
            form.options,
          );
        }}
        onDone={reload}
      >
        <ui.Select
          name="type"
          label={text.type}
          required
          options={running.map(({ type, title }) => ({ value: type, label: title }))}
        />
        <ui.TextArea name="note" label={text.note} maxLength={4000} rows={3} />
        <ui.DateField name="occurredOn" label={text.occurredOn} />
      </ui.Form>
    </ui.Section>
  );
}

function Carry({ plans, reload }: { readonly plans: readonly Plan[]; readonly reload: () => void }) {
  const engagementId = useEngagementId();
  const { engagements } = useSession();
  const here = engagements.find(({ id }) => id === engagementId);
  const next = engagements.filter(({ id, fiscalYear }) => id !== engagementId && fiscalYear >= (here?.fiscalYear ?? 0));
  const open = plans.filter(isOpen);
  return (
    <ui.Section title={text.carry}>
      <p>{text.carryHelp}</p>
      {open.length === 0 ? (
        <p>{text.noOpen}</p>
      ) : next.length === 0 ? (
        <ui.Notice>{text.noNext}</ui.Notice>
      ) : (
        <ui.Form
          reset
          submitLabel={text.carry}
          done={text.carried}
          submit={(form) =>
            improvement.carryOver(
              {
                engagementId,
                toEngagementId: form.text('toEngagementId'),
                planIds: form.all('planIds'),
                reason: form.text('reason'),
              },
              form.options,
            )
          }
          onDone={reload}
        >
          <ui.Select
            name="toEngagementId"
            label={text.to}
            required
            options={next.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <ui.CheckboxGroup
            name="planIds"
            label={text.plans}
            required
            options={open.map(({ id, finding, departmentName }) => ({
              value: id,
              label: finding.title,
              hint: departmentName,
            }))}
          />
          <ui.TextArea name="reason" label={text.reason} required maxLength={2000} rows={2} />
        </ui.Form>
      )}
    </ui.Section>
  );
}

function File({ open, reload }: { readonly open: boolean; readonly reload: () => void }) {
  const engagementId = useEngagementId();
  return (
    <ui.Section title={text.file}>
      <p>{text.fileHelp}</p>
      {open && (
        <p>
          <ui.LinkButton href={improvement.href('downloadHandOver', { engagementId })} download>
            {text.download}
          </ui.LinkButton>
        </p>
      )}
      <ui.Disclosure summary={text.import}>
        <ui.Form
          reset
          submitLabel={text.import}
          done={null}
          submit={async (form) => {
            const [fileId = ''] = form.fileIds('fileId');
            const result = await improvement.importHandOver({ engagementId, fileId }, form.options);
            ui.announce(
              [
                text.imported(result.taken, result.known.length),
                ...(result.unknown.length === 0
                  ? []
                  : [text.unknown, ...result.unknown.map(({ title, department }) => `${title}（${department}）`)]),
              ].join(' '),
            );
          }}
          onDone={reload}
        >
          <ui.FileUpload name="fileId" label={text.importFile} required accept=".json" />
        </ui.Form>
      </ui.Disclosure>
    </ui.Section>
  );
}
