import { useState } from 'react';
import { useParams } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { type Catalogue, standards, type StandardsList } from './standards-client.ts';

const text = messages.catalogue;
type Group = Catalogue['groups'][number];
type Control = Group['controls'][number];

/** The catalogue of one standard: every requirement in a sentence, searchable. */
export function Component() {
  const engagementId = useEngagementId();
  const { code = '' } = useParams();
  const load = ui.useLoad(async () => {
    const [catalogue, list] = await Promise.all([
      standards.getCatalogue({ engagementId, code }),
      standards.listStandards({ engagementId }),
    ]);
    return { catalogue, list };
  }, [engagementId, code]);
  const breadcrumbs = [{ label: messages.title, href: `/engagements/${engagementId}/standards` }];
  if (load.state !== 'ready') {
    return (
      <ui.Page title={messages.title} breadcrumbs={breadcrumbs}>
        <ui.Loaded from={load}>{() => null}</ui.Loaded>
      </ui.Page>
    );
  }
  const { catalogue, list } = load.data;
  return (
    <ui.Page title={catalogue.name} breadcrumbs={breadcrumbs} lead={catalogue.description}>
      <Notices catalogue={catalogue} list={list} />
      <Contents groups={catalogue.groups} />
    </ui.Page>
  );
}

function Notices({ catalogue, list }: { catalogue: Catalogue; list: StandardsList }) {
  const used = list.standards.find(({ code }) => code === catalogue.code);
  return (
    <>
      <p>{text.lead(catalogue.issuer, catalogue.edition)}</p>
      {catalogue.fictional && (
        <ui.Notice tone="warning" title={text.fictionalTitle}>
          <p>{text.fictional}</p>
        </ui.Notice>
      )}
      {!catalogue.fictional && used !== undefined && used.edition !== catalogue.edition && (
        <ui.Notice tone="warning" title={text.otherEditionTitle}>
          <p>{text.otherEdition(catalogue.edition, used.edition)}</p>
        </ui.Notice>
      )}
    </>
  );
}

function Contents({ groups }: { groups: readonly Group[] }) {
  const [sought, setSought] = useState('');
  const words = sought.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (group: Group, control: Control): boolean => {
    const all = [group.title, control.number ?? '', control.title, control.statement];
    const text = all.join('\n').normalize('NFKC').toLowerCase();
    return words.every((word) => text.includes(word));
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
          <ui.Section key={group.title} title={[group.number, group.title].filter(Boolean).join('　')}>
            <p>{group.aim}</p>
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
  { key: 'statement', header: text.statement, cell: ({ statement }) => statement },
];
