import { useNavigate, useSearchParams } from 'react-router';
import { fiscalYearLabel } from '../../../core/calendar/fiscal-year.ts';
import { useSessionHandle } from '../../../web/session.ts';
import {
  type Column,
  EmptyState,
  LinkButton,
  Loaded,
  Notice,
  Page,
  Section,
  Steps,
  Table,
  useLoad,
} from '../../../web/ui/index.ts';
import { engagement, type SpecificationChoice } from './client.ts';
import { messages } from './messages.ja.ts';
import { NewEngagementForm } from './new-form.tsx';

const text = messages.create;

/** Registers a contract: first the specification, then what the specification cannot know. */
export function Component() {
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const { refresh } = useSessionHandle();
  const wanted = parameters.get('specification');
  const list = useLoad(() => engagement.listSpecifications({}), []);
  return (
    <Page title={text.title} lead={text.lead}>
      <Steps
        name={text.steps}
        items={[
          {
            label: text.step.choose,
            state: wanted === null ? 'current' : 'done',
            ...(wanted === null ? {} : { href: '/engagements/new' }),
          },
          { label: text.step.fill, state: wanted === null ? 'upcoming' : 'current' },
          { label: text.step.created, state: 'upcoming' },
        ]}
      />
      <Loaded from={list}>
        {({ specifications }) => {
          const chosen = specifications.find(({ id }) => id === wanted);
          if (chosen !== undefined) {
            return (
              <NewEngagementForm
                specification={chosen}
                onCreated={async (engagementId) => {
                  await refresh();
                  await navigate(`/engagements/${engagementId}/overview`);
                }}
              />
            );
          }
          return (
            <>
              {wanted !== null && <Notice tone="error" title={text.unknown} />}
              <Section title={text.choose}>
                <Table
                  caption={text.choose}
                  hideCaption
                  rows={specifications}
                  rowKey={({ id }) => id}
                  columns={COLUMNS}
                  empty={<EmptyState title={text.chooseEmpty} />}
                />
              </Section>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

const COLUMNS: readonly Column<SpecificationChoice>[] = [
  { key: 'title', header: text.columns.title, rowHeader: true, cell: ({ title }) => title },
  { key: 'authority', header: text.columns.authority, cell: ({ authority }) => authority },
  {
    key: 'year',
    header: text.columns.year,
    cell: ({ fiscalYear }) => (fiscalYear === null ? text.yearOpen : fiscalYearLabel(fiscalYear)),
  },
  { key: 'clauses', header: text.columns.clauses, cell: ({ clauses }) => text.clauses(clauses) },
  {
    key: 'act',
    header: text.columns.act,
    cell: ({ id }) => (
      <LinkButton size="small" href={`/engagements/new?specification=${encodeURIComponent(id)}`}>
        {text.use}
      </LinkButton>
    ),
  },
];
