import { useState } from 'react';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { levelText, rankOf } from '../rules/precedence.ts';
import { EditionDialog } from './edition-dialog.tsx';
import { messages } from './messages.ja.ts';
import { type PartProps, type Standard, standards } from './standards-client.ts';

const text = messages.received;

/** The standards in hand, strongest first, each with its edition and the day on which the edition was last checked. */
export function ReceivedSection({ engagementId, list, onChange }: PartProps) {
  const can = useCan();
  const [checking, setChecking] = useState<string | null>(null);
  const chosen = list.standards.find(({ id }) => id === checking);
  const ranked = list.standards.toSorted(
    (a, b) => rankOf(list.precedence, a.code) - rankOf(list.precedence, b.code) || a.tier - b.tier,
  );
  return (
    <ui.Section title={text.title}>
      <ui.Table
        caption={text.title}
        hideCaption
        rows={ranked}
        rowKey={({ id }) => id}
        columns={columnsOf({ engagementId, list, onChange }, can('standards.manage') ? setChecking : null)}
        empty={
          <ui.EmptyState title={text.empty}>
            <p>{can('standards.provide') ? text.emptyOffice : text.emptyOthers}</p>
          </ui.EmptyState>
        }
      />
      {chosen !== undefined && (
        <EditionDialog
          key={chosen.id}
          engagementId={engagementId}
          standard={chosen}
          onClose={() => setChecking(null)}
          onDone={() => {
            setChecking(null);
            onChange();
          }}
        />
      )}
    </ui.Section>
  );
}

function columnsOf(
  { engagementId, list }: PartProps,
  check: ((standardId: string) => void) | null,
): readonly ui.Column<Standard>[] {
  const columns: ui.Column<Standard>[] = [
    {
      key: 'name',
      header: text.name,
      rowHeader: true,
      cell: ({ code, name, scope }) => (
        <span className="grid gap-1">
          <span>
            {list.catalogues.includes(code) ? (
              <ui.TextLink href={`/engagements/${engagementId}/standards/${code}`}>{name}</ui.TextLink>
            ) : (
              name
            )}
          </span>
          <span className="font-400">{text.scope(scope)}</span>
        </span>
      ),
    },
    { key: 'rank', header: text.rank, nowrap: true, cell: ({ code }) => rankOf(list.precedence, code) },
    {
      key: 'edition',
      header: text.edition,
      cell: ({ id: standardId, edition, fileId }) => (
        <span className="grid gap-1">
          {edition}
          {fileId !== null && (
            <span>
              <ui.TextLink href={standards.href('downloadStandard', { engagementId, standardId })}>
                {text.openFile}
              </ui.TextLink>
            </span>
          )}
        </span>
      ),
    },
    { key: 'handling', header: text.handling, cell: (standard) => levelText(standard) },
    { key: 'receivedOn', header: text.receivedOn, cell: ({ receivedOn }) => <ui.DayText day={receivedOn} /> },
    {
      key: 'confirmedOn',
      header: text.confirmedOn,
      cell: ({ confirmedOn }) =>
        confirmedOn === null ? (
          <ui.StatusBadge tone="warning">{text.unconfirmed}</ui.StatusBadge>
        ) : (
          <ui.DayText day={confirmedOn} />
        ),
    },
  ];
  if (check === null) return columns;
  return [
    ...columns,
    {
      key: 'action',
      header: text.action,
      nowrap: true,
      cell: ({ id, name }) => (
        <ui.Button size="small" aria-label={messages.edition.buttonLabel(name)} onClick={() => check(id)}>
          {messages.edition.button}
        </ui.Button>
      ),
    },
  ];
}
