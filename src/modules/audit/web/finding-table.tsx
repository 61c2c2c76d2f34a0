/** The list of findings, shared by the page over all departments and a department's tab. */
import * as ui from '../../../web/ui/index.ts';
import { FINDING_STATE_LABELS } from '../labels.ts';
import { auditHref, type Finding, toneOf } from './audit-client.ts';
import { messages } from './messages-result.ja.ts';

const text = messages.findings;

export interface FindingTableProps {
  readonly engagementId: string;
  readonly findings: readonly Finding[];
  /** Names of the audits by their ids: one department may be audited for several systems. Without them the column is left out. */
  readonly names?: ReadonlyMap<string, string>;
  readonly emptyHelp: string;
}

const columnsFor = (
  engagementId: string,
  names: ReadonlyMap<string, string> | undefined,
  sourced: boolean,
): readonly ui.Column<Finding>[] => [
  ...(names === undefined
    ? []
    : [
        {
          key: 'department',
          header: text.department,
          cell: ({ auditId }: Finding) => names.get(auditId) ?? '',
          sortBy: ({ auditId }: Finding) => names.get(auditId) ?? '',
        },
      ]),
  { key: 'number', header: text.number, align: 'end', cell: ({ position }) => position },
  {
    key: 'title',
    header: text.name,
    rowHeader: true,
    cell: ({ id, title }) => <ui.TextLink href={`${auditHref(engagementId)}/findings/${id}`}>{title}</ui.TextLink>,
  },
  { key: 'grade', header: text.grade, cell: ({ grade }) => grade ?? '―', sortBy: ({ grade }) => grade },
  {
    key: 'state',
    header: text.state,
    cell: ({ state }) => <ui.StatusBadge tone={toneOf(state)}>{FINDING_STATE_LABELS[state]}</ui.StatusBadge>,
    sortBy: ({ state }) => FINDING_STATE_LABELS[state],
  },
  ...(sourced ? [{ key: 'source', header: text.source, cell: ({ source }: Finding) => source }] : []),
];

export function FindingTable({ engagementId, findings, names, emptyHelp }: FindingTableProps) {
  return (
    <ui.Table
      caption={text.caption}
      // Only the audit under the focus theme arises from clauses of its own.
      columns={columnsFor(
        engagementId,
        names,
        findings.some(({ source }) => source !== 'audit'),
      )}
      rows={findings}
      rowKey={({ id }) => id}
      empty={<ui.EmptyState title={text.empty}>{emptyHelp}</ui.EmptyState>}
    />
  );
}
