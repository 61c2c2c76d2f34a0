import { useParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  Disclosure,
  DownloadLinks,
  Form,
  InstantText,
  Loaded,
  Section,
  TextArea,
  useLoad,
} from '../../../web/ui/index.ts';
import { analysis, type OverviewReply } from './client.ts';
import { CriteriaSection } from './criteria-section.tsx';
import { FeedbackSection } from './feedback-section.tsx';
import { Frame } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.reports;

/** What goes out: the conclusion in words, the reports, the sheets of the departments; and the criteria behind all of it. */
export function Component() {
  const { campaignId = '' } = useParams();
  const load = useLoad(() => analysis.getOverview({ campaignId }), [campaignId]);
  const can = useCan();
  const title = load.state === 'ready' ? load.data.campaign.title : undefined;
  return (
    <Frame title={title} view={messages.tabs.reports}>
      <Loaded from={load}>
        {(overview) => (
          <>
            <Recorded overview={overview} onDone={load.reload} />
            <Documents overview={overview} />
            {can('analysis.decide') &&
              overview.campaign.state === 'closed' &&
              overview.campaign.unit === 'department' && <FeedbackSection campaignId={campaignId} />}
            <CriteriaSection onDone={load.reload} />
          </>
        )}
      </Loaded>
    </Frame>
  );
}

function Recorded({ overview, onDone }: { overview: OverviewReply; onDone: () => void }) {
  const can = useCan();
  const { campaign, recorded, weak, items } = overview;
  const rows = weak.flatMap((id) => items.find((item) => item.id === id) ?? []);
  return (
    <Section title={text.record}>
      {recorded !== null && (
        <>
          <p>
            {text.number(recorded.number)}　<InstantText at={recorded.recordedAt} />
          </p>
          {recorded.summary.split('\n').map((line, index) => (
            // The lines have no other name than their place.
            <p key={`${index}${line}`}>{line}</p>
          ))}
        </>
      )}
      {campaign.state === 'open' ? (
        <p>{text.notClosed}</p>
      ) : (
        can('analysis.record') && (
          <>
            <p>{text.recordLead}</p>
            <Form
              key={recorded?.number ?? 0}
              draft={`analysis-record:${campaign.id}`}
              submitLabel={text.save}
              done={text.saved}
              submit={(form) =>
                analysis.recordAnalysis(
                  {
                    campaignId: campaign.id,
                    number: recorded?.number ?? 0,
                    summary: form.text('summary'),
                    advice: rows.flatMap(({ id }, index) => {
                      const written = form.text(`advice.${index}.text`);
                      return written.trim() === '' ? [] : [{ item: id, text: written }];
                    }),
                  },
                  form.options,
                )
              }
              onDone={onDone}
            >
              <TextArea
                name="summary"
                label={text.summary}
                hint={text.summaryHint}
                required
                maxLength={4000}
                rows={6}
                defaultValue={recorded?.summary ?? ''}
              />
              {rows.length > 0 && (
                <Disclosure summary={text.advice}>
                  <p>{text.adviceHint}</p>
                  {rows.map(({ id, number, question }, index) => (
                    <TextArea
                      key={id}
                      name={`advice.${index}.text`}
                      label={text.adviceOf(number)}
                      hint={question}
                      maxLength={1000}
                      rows={3}
                    />
                  ))}
                </Disclosure>
              )}
            </Form>
          </>
        )
      )}
    </Section>
  );
}

function Documents({ overview }: { overview: OverviewReply }) {
  const engagementId = useEngagementId();
  const kinds = [
    ...(overview.campaign.type === 'self-check' ? (['self-check-report'] as const) : []),
    ...(overview.measures.length > 0 ? (['my-number-check-analysis'] as const) : []),
  ];
  if (kinds.length === 0) return null;
  return (
    <Section title={text.documents}>
      <p>{text.formats}</p>
      {kinds.map((kind) => (
        <div key={kind}>
          <p>{text.titles[kind]}</p>
          <DownloadLinks
            title={text.titles[kind]}
            files={(['docx', 'pdf', 'xlsx', 'pptx'] as const).map((format) => ({
              kind: format,
              href: analysis.href('downloadReport', { engagementId, kind, format }),
            }))}
          />
        </div>
      ))}
    </Section>
  );
}
