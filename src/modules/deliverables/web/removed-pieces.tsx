import { type Column, Disclosure, Loaded, Table, useLoad } from '../../../web/ui/index.ts';
import { deliverables, type Removal, type Version } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.preview;

/** What a version leaves out or replaces, as it was kept when the version was made. */
export function RemovedPieces({ engagementId, version }: { engagementId: string; version: Version }) {
  const removed = useLoad(
    () => deliverables.listRemoved({ engagementId, versionId: version.id }),
    [engagementId, version.id],
  );
  return (
    <Disclosure summary={text.removedOf(version.version, version.removed ?? 0)}>
      <Loaded from={removed}>{({ removed: pieces }) => <RemovalTable removed={pieces} />}</Loaded>
    </Disclosure>
  );
}

/** The list itself, also before a version is made. */
export function RemovalTable({ removed }: { removed: readonly Removal[] }) {
  return (
    <>
      <p>{text.removedLead}</p>
      <Table
        caption={text.removed(removed.length)}
        hideCaption
        rows={removed.map((removal, index) => ({ ...removal, key: String(index) }))}
        rowKey={({ key }) => key}
        columns={COLUMNS}
      />
    </>
  );
}

const COLUMNS: readonly Column<Removal & { readonly key: string }>[] = [
  { key: 'place', header: text.removedColumns.place, rowHeader: true, cell: ({ place }) => place },
  { key: 'kind', header: text.removedColumns.kind, nowrap: true, cell: ({ kind }) => kind },
  { key: 'reason', header: text.removedColumns.reason, cell: ({ reason }) => reason },
  { key: 'instead', header: text.removedColumns.instead, cell: ({ instead }) => instead ?? messages.none },
];
