import { type Column, EmptyState, InstantText, sizeText, Table, TextLink } from '../../../web/ui/index.ts';
import { deliverables, type Version } from './client.ts';
import { messages } from './messages.ja.ts';
import { StageBadge } from './stage-badge.tsx';

const text = messages.detail;

/** All versions, the newest first, with their files and hashes. */
export function VersionTable({
  engagementId,
  versions,
  mayMake,
}: {
  engagementId: string;
  versions: readonly Version[];
  mayMake: boolean;
}) {
  return (
    <Table
      caption={text.versions}
      hideCaption
      rows={versions.toReversed()}
      rowKey={({ id }) => id}
      columns={columnsFor(engagementId)}
      empty={
        <EmptyState title={text.noVersions}>
          <p>{mayMake ? text.noVersionsMake : text.noVersionsWait}</p>
        </EmptyState>
      }
    />
  );
}

function columnsFor(engagementId: string): readonly Column<Version>[] {
  return [
    {
      key: 'version',
      header: text.versionColumns.version,
      rowHeader: true,
      nowrap: true,
      cell: ({ version }) => messages.register.version(version),
    },
    {
      key: 'state',
      header: text.versionColumns.state,
      nowrap: true,
      cell: ({ state }) => <StageBadge stage={state} />,
    },
    {
      key: 'files',
      header: text.versionColumns.files,
      cell: ({ id, files }) => (
        <ul className="grid gap-2 desktop:min-w-80">
          {files.map(({ fileId, name, size, sha256, template }) => (
            <li key={fileId}>
              <TextLink href={deliverables.href('downloadFile', { engagementId, versionId: id, fileId })}>
                {name}
              </TextLink>
              （{sizeText(size)}）{template !== null && <span className="block">{text.inForm(template.version)}</span>}
              <code className="block text-dns-14N-130 break-all text-solid-gray-700">{text.hash(sha256)}</code>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'days',
      header: text.versionColumns.days,
      cell: ({ draftedAt, submittedAt, decidedAt }) => (
        <ul>
          <Moment label={text.drafted} at={draftedAt} />
          <Moment label={text.submitted} at={submittedAt} />
          <Moment label={text.decided} at={decidedAt} />
        </ul>
      ),
    },
    {
      key: 'comment',
      header: text.versionColumns.comment,
      cell: ({ comment }) => (comment === '' ? messages.none : <p className="whitespace-pre-line">{comment}</p>),
    },
  ];
}

function Moment({ label, at }: { label: string; at: string | null }) {
  if (at === null) return null;
  return (
    <li>
      {label}：<InstantText at={at} />
    </li>
  );
}
