import { dayOf } from '../../../core/calendar/day.ts';
import { fiscalYearLabel } from '../../../core/calendar/fiscal-year.ts';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { questionnaires, type Summary } from './client.ts';
import { ContentSection } from './content-section.tsx';
import { CreateSection } from './create-section.tsx';
import { byYear, firstPair } from './editions.ts';
import { messages } from './messages.ja.ts';
import { DiscardButton, NextButton } from './version-actions.tsx';
import { VersionBadge } from './version-badge.tsx';

const text = messages.list;

/** Every version by fiscal year; the office starts new ones here. */
export function Component() {
  const office = useCan()('questionnaire.edit');
  const load = ui.useLoad(() => questionnaires.listQuestionnaires({}), []);
  const comparable = load.state === 'ready' && firstPair(load.data.questionnaires) !== null;
  return (
    <ui.Page
      title={messages.title}
      lead={office ? messages.leadOffice : messages.lead}
      actions={comparable && <ui.LinkButton href="/questionnaires/compare">{text.compare}</ui.LinkButton>}
    >
      <ui.Loaded from={load}>
        {({ questionnaires: list }) => (
          <>
            {list.length === 0 && (
              <ui.EmptyState title={text.none}>
                <p>{office ? text.noneOffice : text.noneReader}</p>
              </ui.EmptyState>
            )}
            {byYear(list).map(([year, versions]) => (
              <ui.Section key={year} title={fiscalYearLabel(year)}>
                <ui.Table
                  caption={fiscalYearLabel(year)}
                  hideCaption
                  rows={versions}
                  rowKey={({ id }) => id}
                  columns={office ? [...COLUMNS, actionColumn(load.reload)] : COLUMNS}
                />
              </ui.Section>
            ))}
          </>
        )}
      </ui.Loaded>
      {office && <ContentSection />}
      {office && <CreateSection />}
    </ui.Page>
  );
}

const COLUMNS: readonly ui.Column<Summary>[] = [
  {
    key: 'title',
    header: text.name,
    rowHeader: true,
    cell: ({ id, title }) => <ui.TextLink href={`/questionnaires/${id}`}>{title}</ui.TextLink>,
  },
  { key: 'type', header: text.type, nowrap: true, cell: ({ type }) => messages.types[type] },
  { key: 'number', header: text.number, nowrap: true, cell: ({ number }) => text.numberText(number) },
  { key: 'state', header: text.state, nowrap: true, cell: (version) => <VersionBadge {...version} /> },
  { key: 'items', header: text.items, nowrap: true, align: 'end', cell: ({ items }) => text.itemsText(items) },
  {
    key: 'publishedAt',
    header: text.publishedAt,
    cell: ({ publishedAt }) => (publishedAt === null ? '―' : <ui.DayText day={dayOf(publishedAt)} />),
  },
];

const actionColumn = (reload: () => void): ui.Column<Summary> => ({
  key: 'action',
  header: text.action,
  cell: (version) =>
    version.state === 'published' ? (
      <NextButton version={version} size="small" />
    ) : (
      <span className="flex flex-wrap gap-2">
        <ui.LinkButton size="small" href={`/questionnaires/${version.id}/edit`}>
          {messages.edit.change}
        </ui.LinkButton>
        <DiscardButton version={version} size="small" onDone={reload} onStale={reload} />
      </span>
    ),
});
