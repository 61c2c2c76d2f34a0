import { useSearchParams } from 'react-router';
import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { CapMeter } from './cap-meter.tsx';
import { type Consultation, consultations, knowledgePath, listPath } from './client.ts';
import { messages } from './messages.ja.ts';
import { StateBadge, UrgentBadge } from './state-badge.tsx';

const STATES = ['open', 'received', 'office', 'contractor', 'answered', 'closed'] as const;
type Wanted = (typeof STATES)[number];

const columns = (engagementId: string, today: string): readonly ui.Column<Consultation>[] => [
  {
    key: 'number',
    header: messages.columns.number,
    cell: ({ number }) => number,
    sortBy: ({ number }) => number,
    align: 'end',
  },
  {
    key: 'title',
    header: messages.columns.title,
    rowHeader: true,
    cell: ({ id, title, category, urgent }) => (
      <>
        <ui.TextLink href={`${listPath(engagementId)}/${id}`}>{title}</ui.TextLink> {urgent && <UrgentBadge />}
        <span className="block font-400">{category}</span>
      </>
    ),
  },
  {
    key: 'department',
    header: messages.columns.department,
    cell: ({ department }) => department?.name ?? messages.own,
  },
  {
    key: 'received',
    header: messages.columns.received,
    cell: ({ receivedOn }) => <ui.DayText day={receivedOn} look="short" />,
    sortBy: ({ receivedOn }) => receivedOn,
  },
  {
    key: 'due',
    header: messages.columns.due,
    cell: (one) => (
      <>
        <ui.DayText day={one.due} look="short" />
        {isOverdue(one, today) && (
          <>
            {' '}
            <ui.StatusBadge tone="error">{messages.overdue}</ui.StatusBadge>
          </>
        )}
      </>
    ),
    sortBy: ({ due }) => due,
  },
  { key: 'state', header: messages.columns.state, cell: ({ state }) => <StateBadge state={state} /> },
  { key: 'who', header: messages.columns.who, cell: ({ member }) => member?.name ?? messages.none },
];

const isOverdue = ({ due, state }: Consultation, today: string): boolean =>
  due !== null && due < today && state !== 'answered' && state !== 'closed';

export function Component() {
  const engagementId = useEngagementId();
  const { today } = useSession();
  const can = useCan();
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((one) => one === search.get('state'));
  const category = search.get('category') ?? '';
  const words = search.get('words') ?? '';
  const load = ui.useLoad(
    () =>
      consultations.listConsultations({
        engagementId,
        ...(state === undefined ? {} : { state }),
        ...(category === '' ? {} : { category }),
        ...(words === '' ? {} : { words }),
      }),
    [engagementId, state ?? '', category, words],
  );
  const list = listPath(engagementId);
  return (
    <ui.Page
      title={messages.title}
      lead={messages.lead}
      actions={
        <>
          {can('consultation.ask') && (
            <ui.LinkButton variant="solid" href={`${list}/new`}>
              {messages.ask}
            </ui.LinkButton>
          )}
          {can('consultation.record') && <ui.LinkButton href={`${list}/record`}>{messages.recordLink}</ui.LinkButton>}
          {can('consultation.summarise') && (
            <ui.LinkButton href={`${list}/summary`}>{messages.summaryLink}</ui.LinkButton>
          )}
          <ui.LinkButton href={knowledgePath(engagementId)}>{messages.knowledge}</ui.LinkButton>
        </>
      }
    >
      <ui.Loaded from={load}>
        {(data) => (
          <>
            {data.meter !== null && <CapMeter meter={data.meter} />}
            <Filter
              categories={data.categories}
              chosen={{ state, category, words }}
              choose={(wanted) => setSearch(wanted, { replace: true })}
            />
            <ui.Table
              caption={messages.title}
              hideCaption
              columns={columns(engagementId, today)}
              rows={data.consultations}
              rowKey={({ id }) => id}
              empty={
                <ui.EmptyState title={messages.empty}>
                  {can('consultation.ask') ? messages.emptyHelp : messages.emptyReader}
                </ui.EmptyState>
              }
            />
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function Filter({
  categories,
  chosen,
  choose,
}: {
  categories: readonly string[];
  chosen: { state: Wanted | undefined; category: string; words: string };
  choose: (wanted: Record<string, string>) => void;
}) {
  const text = messages.filter;
  return (
    <ui.Disclosure
      summary={text.title}
      open={chosen.state !== undefined || chosen.category !== '' || chosen.words !== ''}
    >
      <ui.Form
        guard={false}
        done={null}
        submitLabel={text.submit}
        submit={async (form) => {
          const given = ['state', 'category', 'words'].map((name) => [name, form.text(name)] as const);
          choose(Object.fromEntries(given.filter(([, value]) => value !== '')));
          await Promise.resolve();
        }}
      >
        <ui.Select
          name="state"
          label={text.state}
          prompt={text.all}
          defaultValue={chosen.state ?? ''}
          options={STATES.map((value) => ({ value, label: value === 'open' ? text.open : messages.states[value] }))}
        />
        <ui.Select
          name="category"
          label={text.category}
          prompt={text.all}
          defaultValue={chosen.category}
          options={categories.map((value) => ({ value, label: value }))}
        />
        <ui.TextField
          name="words"
          label={text.words}
          hint={text.wordsHelp}
          maxLength={100}
          defaultValue={chosen.words}
        />
      </ui.Form>
    </ui.Disclosure>
  );
}
