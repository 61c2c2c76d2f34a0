/** The chapters of a catalogue with their requirements, narrowed by words. */
import { type ReactNode, useState } from 'react';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import type { Catalogue } from './standards-client.ts';

const text = messages.catalogue;
type Group = Catalogue['groups'][number];
type Control = Group['controls'][number];

const folded = (words: string): string => words.normalize('NFKC').toLowerCase();

export function CatalogueContents({ groups }: { readonly groups: readonly Group[] }) {
  const [sought, setSought] = useState('');
  const words = folded(sought).split(/\s+/).filter(Boolean);
  const holds = (group: Group, control: Control): boolean => {
    const { number, title, statement, guidance, references } = control;
    const all = folded([group.title, number ?? '', title, statement, guidance, ...references].join('\n'));
    return words.every((word) => all.includes(word));
  };
  const found = groups.map((group) => ({ group, controls: group.controls.filter((it) => holds(group, it)) }));
  const shown = found.reduce((sum, { controls }) => sum + controls.length, 0);
  const all = groups.reduce((sum, { controls }) => sum + controls.length, 0);
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <ui.TextField
          name="sought"
          type="search"
          label={text.search}
          hint={text.searchHint}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <p role="status">{shown === 0 ? text.nothing : text.found(shown, all)}</p>
      </div>
      {found
        .filter(({ controls }) => words.length === 0 || controls.length > 0)
        .map(({ group, controls }) => (
          <ui.Section
            key={group.id}
            title={[group.number, group.title].filter(Boolean).join('　')}
            level={group.depth === 0 ? 2 : 3}
          >
            {group.aim !== '' && <p className="whitespace-pre-line">{group.aim}</p>}
            {controls.length > 0 && (
              <ui.Table
                caption={group.title}
                hideCaption
                rows={controls}
                rowKey={({ id }) => id}
                columns={group.controls.some(({ number }) => number !== null) ? [NUMBER, ...COLUMNS] : COLUMNS}
              />
            )}
          </ui.Section>
        ))}
    </>
  );
}

const NUMBER: ui.Column<Control> = {
  key: 'number',
  header: text.number,
  nowrap: true,
  cell: ({ number }) => number ?? '―',
};

const COLUMNS: readonly ui.Column<Control>[] = [
  { key: 'title', header: text.heading, rowHeader: true, cell: ({ title }) => title },
  { key: 'statement', header: text.statement, cell: (control) => <Statement control={control} /> },
];

function Statement({ control }: { readonly control: Control }): ReactNode {
  const { statement, guidance, references } = control;
  if (guidance === '' && references.length === 0) return <span className="whitespace-pre-line">{statement}</span>;
  return (
    <span className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <span className="whitespace-pre-line">{statement}</span>
      {guidance !== '' && (
        <ui.Disclosure summary={text.guidance}>
          <p className="whitespace-pre-line">{guidance}</p>
        </ui.Disclosure>
      )}
      {references.length > 0 && (
        <ui.Disclosure summary={text.references}>
          <ul className="list-disc ps-6">
            {references.map((reference) => (
              <li key={reference} className="wrap-anywhere">
                {reference}
              </li>
            ))}
          </ul>
        </ui.Disclosure>
      )}
    </span>
  );
}
