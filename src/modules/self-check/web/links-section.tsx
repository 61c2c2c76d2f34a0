import { useMemo, useState } from 'react';
import {
  Button,
  type Column,
  ConfirmButton,
  EmptyState,
  Loaded,
  Notice,
  Problem,
  Section,
  Table,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { campaignText } from './campaign-messages.ja.ts';
import { type CampaignProgress, type IssuedLink, type ListedRespondent, selfCheck } from './client.ts';
import { PERSON_COLUMNS } from './preparing-section.tsx';

const text = campaignText.links;
const { columns } = campaignText.prepare;

/** Links for people without an account: made, handed out once, made anew, revoked. */
export function LinksSection({ data: { campaign, departments } }: { data: CampaignProgress }) {
  const campaignId = campaign.id;
  const [links, setLinks] = useState<readonly IssuedLink[]>([]);
  const load = useLoad(() => selfCheck.listRespondents({ campaignId }), [campaignId, departments]);
  const issue = useCommand((_options, respondents?: readonly string[]) =>
    selfCheck.issueLinks({ campaignId, ...(respondents === undefined ? {} : { respondents: [...respondents] }) }),
  );
  const take = async (respondents?: readonly string[]): Promise<void> => {
    const result = await issue.run(...(respondents === undefined ? [] : [respondents]));
    if (result === undefined) return;
    setLinks(result.links);
    load.reload();
  };
  const revoke = useCommand(
    (options, respondentId: string) => selfCheck.revokeLink({ campaignId, respondentId }, options),
    { done: text.revoked, onDone: load.reload },
  );
  const problem = issue.problem ?? revoke.problem;
  return (
    <Section title={text.title}>
      <p>{text.help}</p>
      {problem !== undefined && <Problem problem={problem} />}
      <div>
        <ConfirmButton title={text.issueTitle} body={text.issueBody} busy={issue.busy} onConfirm={() => take()}>
          {text.issue}
        </ConfirmButton>
      </div>
      {links.length > 0 && <Issued links={links} />}
      <Loaded from={load}>
        {({ respondents }) => (
          <Table
            caption={campaignText.prepare.people}
            rows={respondents}
            rowKey={({ respondentId }) => respondentId}
            empty={<EmptyState title={campaignText.prepare.none} />}
            columns={[
              ...PERSON_COLUMNS,
              linkColumn(
                (id) => void take([id]),
                (id) => void revoke.run(id),
              ),
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}

const linkColumn = (
  fresh: (respondentId: string) => void,
  revoke: (respondentId: string) => void,
): Column<ListedRespondent> => ({
  key: 'link',
  header: columns.link,
  cell: ({ respondentId, name, hasLink, progress }) => (
    <span className="inline-flex flex-wrap items-center gap-x-4 gap-y-2">
      {hasLink ? campaignText.prepare.linked : campaignText.prepare.notLinked}
      {progress !== 'submitted' && (
        <Button size="small" aria-label={text.freshLabel(name)} onClick={() => fresh(respondentId)}>
          {text.fresh}
        </Button>
      )}
      {hasLink && (
        <Button size="small" aria-label={text.revokeLabel(name)} onClick={() => revoke(respondentId)}>
          {text.revoke}
        </Button>
      )}
    </span>
  ),
});

type Shown = IssuedLink & { readonly address: string };

const LINK_COLUMNS: readonly Column<Shown>[] = [
  { key: 'name', header: columns.name, rowHeader: true, cell: ({ name }) => name },
  { key: 'department', header: columns.department, cell: ({ departmentName }) => departmentName },
  { key: 'address', header: text.address, cell: ({ address }) => <span className="break-all">{address}</span> },
];

/** The links, this once: on the page and as a list for letters. */
function Issued({ links }: { links: readonly IssuedLink[] }) {
  const rows = useMemo(() => links.map((link) => ({ ...link, address: `${location.origin}${link.path}` })), [links]);
  return (
    <Notice tone="warning" title={text.issued(links.length)}>
      <div>
        <Button size="small" icon="download" onClick={() => saveList(rows)}>
          {text.save}
        </Button>
      </div>
      <Table
        caption={text.title}
        hideCaption
        rows={rows}
        rowKey={({ respondentId }) => respondentId}
        columns={LINK_COLUMNS}
      />
    </Notice>
  );
}

/** A cell that no spreadsheet program computes. */
const cell = (value: string): string => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

function saveList(rows: readonly Shown[]): void {
  const lines = [
    [columns.name, columns.department, text.address],
    ...rows.map(({ name, departmentName, address }) => [name, departmentName, address]),
  ].map((line) => line.map(cell).join(','));
  const url = URL.createObjectURL(new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = text.fileName;
  anchor.click();
  URL.revokeObjectURL(url);
}
