import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { INFORMATION_KINDS } from '../meeting-types.ts';
import { AddInformationForm, ChangeInformationForm } from './information-forms.tsx';
import { type Information, meetings } from './meetings-client.ts';
import { PaperDownloads } from './paper-downloads.tsx';
import { paperMessages } from './paper-messages.ja.ts';

const text = paperMessages.information;

export function Component() {
  const engagementId = useEngagementId();
  const writing = useCan()('meetings.contribute');
  const load = ui.useLoad(() => meetings.listInformation({ engagementId }), [engagementId]);
  const withdraw = ui.useCommand(
    (options, { id, version }: Information) =>
      meetings.withdrawInformation({ engagementId, informationId: id, version }, options),
    { done: text.withdrawn, onDone: load.reload },
  );
  return (
    <ui.Page
      title={text.title}
      lead={text.lead}
      actions={
        <>
          <ListExchange
            list="meetings.information"
            edit="meetings.contribute"
            engagementId={engagementId}
            onDone={load.reload}
          />
          <PaperDownloads
            engagementId={engagementId}
            kind="information-corner"
            title={text.title}
            formats={['docx', 'pdf', 'xlsx']}
          />
        </>
      }
    >
      <ui.Loaded from={load}>
        {({ entries }) => (
          <ui.Table
            caption={text.title}
            hideCaption
            columns={columns(writing, withdraw.busy, (entry) => withdraw.run(entry))}
            rows={entries}
            rowKey={({ id }) => id}
            empty={<ui.EmptyState title={text.empty}>{writing ? text.emptyHelp : ''}</ui.EmptyState>}
          />
        )}
      </ui.Loaded>
      {writing && (
        <>
          <ui.Loaded from={load}>
            {({ entries }) => (
              <ChangeInformationForm engagementId={engagementId} entries={entries} reload={load.reload} />
            )}
          </ui.Loaded>
          <AddInformationForm engagementId={engagementId} reload={load.reload} />
        </>
      )}
    </ui.Page>
  );
}

function columns(
  writing: boolean,
  busy: boolean,
  withdraw: (entry: Information) => Promise<unknown>,
): readonly ui.Column<Information>[] {
  return [
    { key: 'kind', header: text.columns.kind, cell: ({ kind }) => INFORMATION_KINDS[kind] },
    {
      key: 'title',
      header: text.columns.title,
      rowHeader: true,
      cell: ({ title, summary }) => (
        <>
          {title}
          <ui.Disclosure summary={text.read}>
            <p className="font-400 whitespace-pre-wrap">{summary}</p>
          </ui.Disclosure>
        </>
      ),
    },
    { key: 'source', header: text.columns.source, cell: ({ source }) => source },
    {
      key: 'publishedOn',
      header: text.columns.publishedOn,
      cell: ({ publishedOn }) => <ui.DayText day={publishedOn} />,
      sortBy: ({ publishedOn }) => publishedOn,
    },
    {
      key: 'addedOn',
      header: text.columns.addedOn,
      cell: (entry) => (
        <>
          <ui.DayText day={entry.addedOn} />
          {writing && (
            <p>
              <ui.ConfirmButton
                size="small"
                title={text.withdrawTitle}
                body={text.withdrawBody}
                busy={busy}
                onConfirm={() => withdraw(entry)}
              >
                {text.withdrawName(entry.title)}
              </ui.ConfirmButton>
            </p>
          )}
        </>
      ),
    },
  ];
}
