import { useParams } from 'react-router';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { COVERAGE_LABELS } from '../labels.ts';
import { AddMapping } from './add-mapping.tsx';
import { MappingList } from './mapping-list.tsx';
import { MappingProposals } from './mapping-proposals.tsx';
import { messages as text } from './messages-mapping.ja.ts';
import { messages } from './messages.ja.ts';
import { type MappedSide, type Mappings, standards } from './standards-client.ts';

/** The correspondences of two standards: coverage, list, proposals. */
export function Component() {
  const engagementId = useEngagementId();
  const { first = '', second = '' } = useParams();
  const can = useCan();
  const load = ui.useLoad(() => standards.listMappings({ engagementId, first, second }), [engagementId, first, second]);
  const home = `/engagements/${engagementId}/standards`;
  if (load.state !== 'ready') {
    return (
      <ui.Page title={text.title} breadcrumbs={[{ label: messages.title, href: home }]}>
        <ui.Loaded from={load}>{() => null}</ui.Loaded>
      </ui.Page>
    );
  }
  const data = load.data;
  const part = { engagementId, data, onChange: load.reload };
  const [subject] = [`${first}~${second}`, `${second}~${first}`].toSorted();
  return (
    <ui.Page
      title={text.pairTitle(data.first.name, data.second.name)}
      lead={text.lead}
      breadcrumbs={[
        { label: messages.title, href: home },
        { label: data.first.name, href: `${home}/${first}` },
      ]}
      actions={
        <ListExchange
          list="standards.mappings"
          engagementId={engagementId}
          edit="standards.manage"
          subject={subject ?? ''}
          onDone={load.reload}
        />
      }
    >
      <CoverageSection data={data} />
      <MappingList {...part} />
      {can('standards.manage') && (
        <>
          <MappingProposals key={data.mappings.length} {...part} />
          <AddMapping {...part} />
        </>
      )}
    </ui.Page>
  );
}

const COVERAGES = Object.keys(COVERAGE_LABELS) as readonly (keyof typeof COVERAGE_LABELS)[];

function CoverageSection({ data }: { readonly data: Mappings }) {
  const sides = [data.first, data.second];
  return (
    <ui.Section title={text.coverage.title}>
      <p>{text.coverage.explain}</p>
      <ui.Table
        caption={text.coverage.title}
        hideCaption
        rows={sides}
        rowKey={({ code }) => code}
        columns={COVERAGE_COLUMNS}
      />
      {sides.map((side) => (
        <Uncovered key={side.code} side={side} />
      ))}
    </ui.Section>
  );
}

const COVERAGE_COLUMNS: readonly ui.Column<MappedSide>[] = [
  {
    key: 'standard',
    header: text.coverage.standard,
    rowHeader: true,
    cell: ({ name, edition }) => `${name}　${edition}`,
  },
  ...COVERAGES.map((coverage): ui.Column<MappedSide> => ({
    key: coverage,
    header: COVERAGE_LABELS[coverage],
    align: 'end',
    nowrap: true,
    cell: ({ counts }) => counts[coverage],
  })),
];

function Uncovered({ side: { name, controls } }: { readonly side: MappedSide }) {
  const open = controls.filter(({ coverage }) => coverage === 'none');
  if (open.length === 0) return null;
  const title = text.coverage.uncovered(name, open.length);
  return (
    <ui.Disclosure summary={title}>
      <ui.Table caption={title} hideCaption rows={open} rowKey={({ id }) => id} columns={UNCOVERED} />
    </ui.Disclosure>
  );
}

const UNCOVERED: readonly ui.Column<MappedSide['controls'][number]>[] = [
  { key: 'number', header: text.coverage.number, cell: ({ number }) => number ?? '―' },
  { key: 'title', header: text.coverage.heading, rowHeader: true, cell: ({ title }) => title },
  { key: 'group', header: text.coverage.group, cell: ({ group }) => group },
];
