import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import {
  DataList,
  DayText,
  FileUpload,
  Form,
  LinkButton,
  Loaded,
  Notice,
  Page,
  Section,
  useLoad,
} from '../../../web/ui/index.ts';
import { isPossible } from '../rules/verdict.ts';
import { answerFiles, type OwnPreview, selfCheck } from './client.ts';
import { DetailView } from './detail-view.tsx';
import { messages } from './messages.ja.ts';

const text = messages.own;
const KINDS = ['html', 'excel', 'paper'] as const;

/** A respondent takes its own sheet along and hands its own file in. */
export function Component() {
  const { campaignId = '', respondentId = '' } = useParams();
  const reception = useLoad(() => selfCheck.getReception({ campaignId }), [campaignId]);
  return (
    <Page title={text.title} lead={text.lead} breadcrumbs={[{ label: text.home, href: '/sheets' }]}>
      <Loaded from={reception}>
        {({ campaign, respondents }) => {
          const own = respondents.find((one) => one.respondentId === respondentId);
          return (
            <>
              <DataList
                items={[
                  { term: text.facts.campaign, value: campaign.title },
                  { term: text.facts.respondent, value: own?.respondentName ?? '' },
                  { term: text.facts.due, value: own === undefined ? '' : <DayText day={own.due} look="weekday" /> },
                ]}
              />
              <Section title={text.take}>
                <p>{text.takeHelp}</p>
                <div className="flex flex-wrap gap-3">
                  {KINDS.map((kind) => (
                    <LinkButton key={kind} href={answerFiles.href('downloadSheet', { campaignId, respondentId, kind })}>
                      {text.kinds[kind]}
                    </LinkButton>
                  ))}
                </div>
                <p>{text.paperHelp}</p>
              </Section>
              <HandSection campaignId={campaignId} respondentId={respondentId} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface Looked {
  readonly fileIds: readonly string[];
  readonly preview: OwnPreview;
}

function HandSection({ campaignId, respondentId }: { campaignId: string; respondentId: string }) {
  const [looked, setLooked] = useState<Looked>();
  const place = { campaignId, respondentId };
  return (
    <Section title={text.hand}>
      <Form
        guard={false}
        done={null}
        submitLabel={text.check}
        submit={async (form) => {
          const fileIds = form.fileIds('fileIds');
          return { fileIds, preview: await answerFiles.previewOwnFile({ ...place, fileIds }, form.options) };
        }}
        onDone={setLooked}
      >
        <FileUpload
          name="fileIds"
          label={text.file}
          hint={text.fileHelp}
          required
          multiple
          onChange={() => setLooked(undefined)}
        />
      </Form>
      {looked !== undefined && <Preview key={looked.fileIds.join(' ')} looked={looked} place={place} />}
    </Section>
  );
}

function Preview({
  looked: { fileIds, preview },
  place,
}: {
  looked: Looked;
  place: { campaignId: string; respondentId: string };
}) {
  const navigate = useNavigate();
  const { verdict, refusal, revision } = preview;
  const possible = isPossible(verdict) && refusal === null;
  return (
    <>
      {verdict === 'same' && <Notice title={text.same} />}
      {verdict === 'overtaken' && <Notice tone="warning" title={text.overtaken} />}
      {(verdict === 'refused' || refusal !== null) && (
        <Notice tone="warning" title={text.refused}>
          {refusal !== null && <p>{refusal}</p>}
        </Notice>
      )}
      <DetailView detail={preview} />
      {possible && (
        <Form
          guard={false}
          submitLabel={text.submit}
          done={text.submitted}
          submit={(form) =>
            answerFiles.submitOwnFile({ ...place, fileIds: [...fileIds], expectedRevision: revision }, form.options)
          }
          onDone={() => void navigate('/sheets')}
        >
          {null}
        </Form>
      )}
    </>
  );
}
