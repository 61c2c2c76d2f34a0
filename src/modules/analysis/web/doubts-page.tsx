import { useParams } from 'react-router';
import { type Column, Disclosure, EmptyState, Loaded, Section, Table, useLoad } from '../../../web/ui/index.ts';
import { analysis, type DoubtsReply, type TextsReply } from './client.ts';
import { Frame } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.doubts;
const { columns } = text;

/** How far the answers may be trusted, what people wrote, and what goes together with what. */
export function Component() {
  const { campaignId = '' } = useParams();
  const load = useLoad(() => analysis.findDoubts({ campaignId }), [campaignId]);
  const title = load.state === 'ready' ? load.data.campaign.title : undefined;
  return (
    <Frame title={title} view={messages.tabs.doubts}>
      <Loaded from={load}>{(data) => <Doubts data={data} />}</Loaded>
      <Texts campaignId={campaignId} />
      <Relations campaignId={campaignId} />
    </Frame>
  );
}

function Doubts({ data }: { data: DoubtsReply }) {
  const { doubts, uniform, criteria, surveyCompared, auditsCompared, earlierCompared } = data;
  return (
    <>
      <p>{text.lead}</p>
      <Section title={text.contradictions}>
        <p>{text.compared(surveyCompared, auditsCompared, earlierCompared)}</p>
        <Table
          caption={text.contradictions}
          hideCaption
          rows={doubts}
          rowKey={({ respondentId, kind, item, message }) => `${respondentId}${kind}${item}${message}`}
          empty={<EmptyState title={text.noContradictions} />}
          columns={DOUBTS}
        />
      </Section>
      <Section title={text.uniform}>
        <p>{text.criteria}</p>
        <ul className="list-disc ps-6">
          {criteria.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <Table
          caption={text.uniform}
          hideCaption
          rows={uniform}
          rowKey={({ respondentId, kind }) => `${respondentId}${kind}`}
          empty={<EmptyState title={text.noUniform} />}
          columns={UNIFORM}
        />
      </Section>
    </>
  );
}

function Texts({ campaignId }: { campaignId: string }) {
  const load = useLoad(() => analysis.groupTexts({ campaignId }), [campaignId]);
  return (
    <Section title={text.texts}>
      <Loaded from={load}>
        {({ themes }) =>
          themes.length === 0 ? (
            <EmptyState title={text.noTexts} />
          ) : (
            <>
              {themes.map((theme) => (
                <Theme key={theme.title} theme={theme} />
              ))}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Theme({ theme }: { theme: TextsReply['themes'][number] }) {
  return (
    <Disclosure summary={text.theme(theme.title, theme.respondents, theme.count)}>
      <p>{theme.advice}</p>
      <Table
        caption={theme.title}
        hideCaption
        rows={theme.texts}
        rowKey={({ departmentName, number, kind }) => `${departmentName}${number}${kind}`}
        columns={TEXTS}
      />
    </Disclosure>
  );
}

function Relations({ campaignId }: { campaignId: string }) {
  const load = useLoad(() => analysis.relate({ campaignId }), [campaignId]);
  return (
    <Section title={text.relations}>
      <Loaded from={load}>
        {({ relations }) => (
          <ul className="list-disc ps-6">
            {relations.map(({ id, sentence }) => (
              <li key={id}>{sentence}</li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

const DOUBTS: readonly Column<DoubtsReply['doubts'][number]>[] = [
  { key: 'department', header: columns.department, rowHeader: true, cell: ({ departmentName }) => departmentName },
  { key: 'kind', header: columns.kind, cell: ({ kind }) => text.kinds[kind] },
  { key: 'message', header: columns.content, cell: ({ message }) => message },
];

const UNIFORM: readonly Column<DoubtsReply['uniform'][number]>[] = [
  { key: 'department', header: columns.department, rowHeader: true, cell: ({ departmentName }) => departmentName },
  { key: 'kind', header: columns.pattern, cell: ({ kind }) => text.uniformKinds[kind] },
  { key: 'message', header: columns.content, cell: ({ message }) => message },
];

const TEXTS: readonly Column<TextsReply['themes'][number]['texts'][number]>[] = [
  { key: 'department', header: columns.department, rowHeader: true, cell: ({ departmentName }) => departmentName },
  { key: 'number', header: columns.number, align: 'end', cell: ({ number }) => number },
  { key: 'kind', header: columns.pattern, cell: ({ kind }) => text.textKinds[kind] },
  { key: 'text', header: columns.text, cell: (row) => row.text },
];
