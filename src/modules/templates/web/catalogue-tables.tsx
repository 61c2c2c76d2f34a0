import { announce, Button, type Column, Disclosure, Section, StatusBadge, Table } from '../../../web/ui/index.ts';
import type { Placeholder } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.kind;
const GROUPS = ['document', 'head', 'common', 'records'] as const;

/** Everything that a form of this kind may ask for, ready to be copied. */
export function CatalogueTables({ placeholders }: { placeholders: readonly Placeholder[] }) {
  return (
    <Section title={text.catalogue}>
      <p>{text.catalogueLead}</p>
      <Disclosure summary={text.howTo}>
        <ul className="list-disc ps-6">
          {text.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Disclosure>
      {GROUPS.map((group) => {
        const rows = placeholders.filter((one) => one.group === group);
        if (rows.length === 0) return null;
        return (
          <Section key={group} title={text.groups[group]} level={3}>
            <Table
              caption={text.groups[group]}
              hideCaption
              rows={rows}
              rowKey={({ inside, name }) => [...inside, name].join('/')}
              columns={COLUMNS}
            />
          </Section>
        );
      })}
    </Section>
  );
}

const COLUMNS: readonly Column<Placeholder>[] = [
  {
    key: 'mark',
    header: text.catalogueColumns.mark,
    rowHeader: true,
    cell: ({ mark, required }) => (
      <span className="flex flex-wrap items-center gap-2">
        <code className="break-all">{mark}</code>
        {required && <StatusBadge tone="warning">{text.required}</StatusBadge>}
      </span>
    ),
  },
  {
    key: 'meaning',
    header: text.catalogueColumns.meaning,
    cell: ({ meaning, inside }) => (
      <>
        {meaning}
        {inside.length > 0 && <span className="block text-solid-gray-700">{text.inside(inside.join('・'))}</span>}
      </>
    ),
  },
  {
    key: 'example',
    header: text.catalogueColumns.example,
    cell: ({ example }) => <span className="whitespace-pre-line">{example}</span>,
  },
  { key: 'copy', header: text.catalogueColumns.copy, cell: ({ mark }) => <CopyButton mark={mark} /> },
];

function CopyButton({ mark }: { mark: string }) {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(mark);
      announce(text.copied(mark));
    } catch {
      // Without https the browser offers no clipboard.
      announce(text.copyFailed, 'error');
    }
  };
  return (
    <Button size="small" aria-label={text.copyOf(mark)} onClick={() => void copy()}>
      {text.copy}
    </Button>
  );
}
