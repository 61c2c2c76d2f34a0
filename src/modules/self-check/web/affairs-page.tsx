import { fiscalYearLabel } from '../../../core/calendar/index.ts';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useEngagementId } from '../../../web/session.ts';
import {
  Button,
  type Column,
  EmptyState,
  Form,
  Loaded,
  Page,
  Problem,
  Section,
  Select,
  Table,
  TextField,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { AFFAIR_WORDS } from '../labels.ts';
import { campaignText } from './campaign-messages.ja.ts';
import { askedSections } from '../rules/bureaus.ts';
import { type AffairRow, people, selfCheck } from './client.ts';

const text = campaignText.affairs;
const KINDS = ['number-using', 'number-related', 'other'] as const;

/** The affairs of the year with their departments: what a survey of affairs asks. */
export function Component() {
  const engagementId = useEngagementId();
  const load = useLoad(
    async () => ({
      affairs: (await selfCheck.listAffairs({ engagementId })).affairs,
      departments: (await people.listDepartments({})).departments,
    }),
    [engagementId],
  );
  const remove = useCommand((options, affairId: string) => selfCheck.removeAffair({ affairId }, options), {
    done: text.removed,
    onDone: load.reload,
  });
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={
        <ListExchange list="self-check.affairs" edit="campaign.run" engagementId={engagementId} onDone={load.reload} />
      }
    >
      {remove.problem !== undefined && <Problem problem={remove.problem} />}
      <Loaded from={load}>
        {({ affairs, departments }) => (
          <>
            <Table
              caption={text.title}
              hideCaption
              rows={affairs}
              rowKey={({ affairId }) => affairId}
              empty={
                <EmptyState title={text.none}>
                  <p>{text.noneHelp}</p>
                </EmptyState>
              }
              columns={columnsFor((id) => void remove.run(id), load.reload)}
            />
            <Section title={text.add}>
              <Form
                guard={false}
                reset
                submitLabel={text.add}
                done={text.saved}
                submit={(form) =>
                  selfCheck.saveAffair(
                    {
                      engagementId,
                      name: form.text('name'),
                      kind: KINDS.find((kind) => kind === form.text('kind')) ?? 'other',
                      departmentId: form.text('departmentId'),
                    },
                    form.options,
                  )
                }
                onDone={load.reload}
              >
                <TextField name="name" label={text.name} required maxLength={100} />
                <Select
                  name="kind"
                  label={text.kind}
                  required
                  options={KINDS.map((value) => ({ value, label: AFFAIR_WORDS[value] }))}
                />
                <Select
                  name="departmentId"
                  label={text.department}
                  required
                  width="full"
                  options={askedSections(departments).map(({ id, name, bureauName }) => ({
                    value: id,
                    label: bureauName === null ? name : `${bureauName}　${name}`,
                  }))}
                />
              </Form>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const columnsFor = (remove: (affairId: string) => void, onChange: () => void): readonly Column<AffairRow>[] => [
  { key: 'name', header: text.columns.name, rowHeader: true, cell: ({ name }) => name },
  { key: 'kind', header: text.columns.kind, cell: ({ kind }) => AFFAIR_WORDS[kind] },
  { key: 'department', header: text.columns.department, cell: ({ departmentName }) => departmentName },
  {
    key: 'continues',
    header: text.columns.continues,
    cell: (affair) => <Continues affair={affair} onDone={onChange} />,
  },
  {
    key: 'action',
    header: text.columns.action,
    cell: ({ affairId, name }) => (
      <Button size="small" aria-label={text.removeLabel(name)} onClick={() => remove(affairId)}>
        {text.remove}
      </Button>
    ),
  },
];

/** The affair of an earlier year that it is the same as; one of the same name is proposed. */
function Continues({ affair, onDone }: { affair: AffairRow; onDone: () => void }) {
  const { affairId, version, continues, candidate, name } = affair;
  const change = useCommand(
    (options, earlier: string | null) => selfCheck.continueAffair({ affairId, version, earlier }, options),
    { done: text.continued, onDone },
  );
  const shown = continues ?? candidate;
  if (shown === null) return <>{text.first}</>;
  return (
    <span className="grid justify-items-start gap-1">
      <span>{text.earlier(fiscalYearLabel(shown.fiscalYear), shown.name, shown.departmentName)}</span>
      {change.problem !== undefined && <Problem problem={change.problem} />}
      {continues === null ? (
        <Button
          size="small"
          busy={change.busy}
          aria-label={text.continueLabel(name)}
          onClick={() => void change.run(shown.affairId)}
        >
          {text.continue}
        </Button>
      ) : (
        <Button
          size="small"
          variant="text"
          busy={change.busy}
          aria-label={text.separateLabel(name)}
          onClick={() => void change.run(null)}
        >
          {text.separate}
        </Button>
      )}
    </span>
  );
}
