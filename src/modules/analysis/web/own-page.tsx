import { type Column, EmptyState, Loaded, Page, Table, TextLink, useLoad } from '../../../web/ui/index.ts';
import { analysis, type OwnSheet, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.own;

/** The sheets of results that the person's departments may have. */
export function Component() {
  const load = useLoad(() => selfCheck.listOwnSheets({}), []);
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={load}>
        {({ sheets }) => (
          <Table
            caption={text.caption}
            hideCaption
            rows={sheets.filter(
              ({ type, closed, progress }) => type.endsWith('self-check') && closed && progress === 'submitted',
            )}
            rowKey={({ campaignId, departmentId }) => `${campaignId}${departmentId}`}
            empty={
              <EmptyState title={text.none}>
                <p>{text.noneHelp}</p>
              </EmptyState>
            }
            columns={COLUMNS}
          />
        )}
      </Loaded>
    </Page>
  );
}

const COLUMNS: readonly Column<OwnSheet>[] = [
  { key: 'title', header: text.columns.title, rowHeader: true, cell: ({ title }) => title },
  { key: 'department', header: text.columns.department, cell: ({ departmentName }) => departmentName },
  {
    key: 'file',
    header: text.columns.file,
    cell: ({ campaignId, departmentId, departmentName }) => (
      <TextLink href={analysis.href('downloadOwnFeedback', { campaignId, departmentId })}>
        {text.download(departmentName)}
      </TextLink>
    ),
  },
];
