/** One report: what it lacks, its text, its papers, and the steps to its end. */
import { useParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import { DocumentLinks } from '../../../web/document-links.tsx';
import * as ui from '../../../web/ui/index.ts';
import { REPORT_STATE_NAMES } from '../labels.ts';
import { report, reportHref, type ReportView, toneOf } from './client.ts';
import { ReportTabs } from './frame.tsx';
import { messages } from './messages.ja.ts';
import { ReportActions } from './report-actions.tsx';
import { OpenPart, WordingPart } from './report-checks.tsx';
import { ReportForm } from './report-form.tsx';

const text = messages.one;

export function Component() {
  const engagementId = useEngagementId();
  const { reportId = '' } = useParams();
  const load = ui.useLoad(() => report.getReport({ reportId }), [reportId]);
  const can = useCan();
  return (
    <ui.Loaded from={load}>
      {(one) => {
        const writing = can('audit-report.work') && (one.state === 'draft' || one.state === 'returned');
        return (
          <ui.Page title={one.title} breadcrumbs={[{ label: messages.reports.title, href: reportHref(engagementId) }]}>
            <ReportTabs />
            <p>
              {one.target ?? messages.whole}
              {'　'}
              {messages.reports.edition(one.number)}
              {'　'}
              <ui.StatusBadge tone={toneOf(one.state)}>{REPORT_STATE_NAMES[one.state]}</ui.StatusBadge>
            </p>
            {one.remark !== '' && (
              <ui.Notice tone="warning" title={text.remark}>
                {one.remark}
              </ui.Notice>
            )}
            {one.reason !== '' && <ui.Notice title={text.reason}>{one.reason}</ui.Notice>}
            {writing && <OpenPart one={one} />}
            {writing && <WordingPart one={one} reload={load.reload} />}
            <ReportActions one={one} reload={load.reload} />
            <Papers one={one} />
            <Figures one={one} />
            {writing ? <ReportForm key={one.version} one={one} reload={load.reload} /> : <Read one={one} />}
          </ui.Page>
        );
      }}
    </ui.Loaded>
  );
}

function Papers({ one }: { one: ReportView }) {
  const files = (edition: 'detailed' | 'public' | 'executive', number: number | null = null) =>
    (['docx', 'pdf'] as const).map((format) => ({
      kind: format,
      href: report.href('downloadReport', { reportId: one.id, number, edition, format }),
    }));
  const papers = [
    { term: text.detailed, links: files('detailed') },
    { term: text.executive, links: files('executive') },
    ...(one.publicName !== null && one.publicEdition !== null
      ? [{ term: text.public(one.publicName), links: files('public', one.publicEdition.number) }]
      : []),
  ];
  return (
    <ui.Section title={text.papers}>
      <div className="grid gap-4">
        <ui.DataList
          items={papers.map(({ term, links }) => ({ term, value: <ui.DownloadLinks title={term} files={links} /> }))}
        />
        {one.publicName !== null && one.publicEdition !== null && (
          <p>
            {text.publicOn(one.publicName)}
            {'　'}
            <ui.DayText day={one.publicEdition.on} />
          </p>
        )}
        {one.versions.length > 0 && (
          <ui.Disclosure summary={text.versions}>
            <div className="grid gap-4">
              {one.versions.map(({ number }) => (
                <DocumentLinks
                  key={number}
                  title={messages.reports.edition(number)}
                  files={files('detailed', number)}
                />
              ))}
            </div>
          </ui.Disclosure>
        )}
      </div>
    </ui.Section>
  );
}

function Figures({ one: { figures } }: { one: ReportView }) {
  const { figureNames: names } = text;
  const words = (values: readonly string[]): string => values.join('、') || text.none;
  return (
    <ui.Section title={text.figures}>
      <ui.DataList
        items={[
          { term: names.findings, value: text.count(figures.findings) },
          { term: names.withoutRemedy, value: text.count(figures.withoutRemedy) },
          { term: names.items, value: text.count(figures.items) },
          { term: names.judged, value: text.count(figures.judged) },
          { term: names.considerations, value: words(figures.considerations) },
          ...(figures.viewpoints.length === 0 ? [] : [{ term: names.viewpoints, value: words(figures.viewpoints) }]),
        ]}
      />
    </ui.Section>
  );
}

function Read({ one }: { one: ReportView }) {
  const written = [...one.parts, ...one.viewpoints].filter((part) => part.text !== '');
  if (written.length === 0) return null;
  return (
    <ui.Section title={text.write}>
      <ui.DataList
        items={written.map((part) => ({
          term: part.title,
          value: <span className="whitespace-pre-wrap">{part.text}</span>,
        }))}
      />
    </ui.Section>
  );
}
