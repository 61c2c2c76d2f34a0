import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import {
  Button,
  type Column,
  EmptyState,
  FileUpload,
  Form,
  InstantText,
  LinkButton,
  Loaded,
  Page,
  Section,
  Select,
  Table,
  TextField,
  TextLink,
  useLoad,
} from '../../../web/ui/index.ts';
import { placeOf } from '../rules/sheet-number.ts';
import { answerFiles, type Reception, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.office;
const KINDS = ['html', 'excel', 'paper'] as const;
/** Files of one request, and papers of one archive; the server has the same limits. */
const CHUNK = 20;
const PAPERS = 60;

/** Sheets out to the respondents, files in, and the way to the entry from paper. */
export function Component() {
  const { campaignId = '' } = useParams();
  const engagementId = useEngagementId();
  const reception = useLoad(() => selfCheck.getReception({ campaignId }), [campaignId]);
  const crumbs = [
    { label: messages.campaigns, href: `/engagements/${engagementId}/self-check` },
    ...(reception.state === 'ready'
      ? [{ label: reception.data.campaign.title, href: `/engagements/${engagementId}/self-check/${campaignId}` }]
      : []),
  ];
  return (
    <Page title={text.title} lead={text.lead} breadcrumbs={crumbs}>
      <Loaded from={reception}>
        {(data) => (
          <>
            <GiveSection reception={data} />
            <TakeSection campaignId={campaignId} />
            <PaperSection reception={data} />
            <HistorySection campaignId={campaignId} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function GiveSection({ reception }: { reception: Reception }) {
  const [bureau, setBureau] = useState('');
  const { respondents, campaign } = reception;
  const bureaus = [...new Set(respondents.map(({ bureauName }) => bureauName))];
  const chosen = respondents.filter(({ bureauName }) => bureau === '' || bureauName === bureau);
  const ids = bureau === '' ? {} : { respondents: chosen.map(({ respondentId }) => respondentId) };
  return (
    <Section title={text.give}>
      <p>{text.giveHelp}</p>
      <Select
        name="scope"
        label={text.scope}
        options={bureaus.map((name) => ({ value: name, label: name }))}
        prompt={text.everyone}
        value={bureau}
        onChange={(event) => setBureau(event.target.value)}
      />
      {chosen.length > PAPERS && <p>{text.tooMany(PAPERS)}</p>}
      <div className="flex flex-wrap gap-3">
        {KINDS.filter((kind) => kind !== 'paper' || chosen.length <= PAPERS).map((kind) => (
          <LinkButton key={kind} href={answerFiles.href('downloadSheets', { campaignId: campaign.id, kind, ...ids })}>
            {text.kinds[kind]}
          </LinkButton>
        ))}
      </div>
    </Section>
  );
}

function TakeSection({ campaignId }: { campaignId: string }) {
  const [progress, setProgress] = useState('');
  const navigate = useNavigate();
  const engagementId = useEngagementId();
  return (
    <Section title={text.take}>
      <p>{text.takeHelp}</p>
      <Form
        guard={false}
        done={null}
        submitLabel={text.read}
        submit={async (form) => {
          const fileIds = form.fileIds('files');
          const { intakeId } = await answerFiles.openIntake({ campaignId }, form.options);
          for (let start = 0; start < fileIds.length; start += CHUNK) {
            const part = fileIds.slice(start, start + CHUNK);
            // A key of its own for each part: what was read before the line broke is not read twice.
            const key = form.options.idempotencyKey;
            const options = key === undefined ? {} : { idempotencyKey: `${key}-${start}` };
            await answerFiles.addToIntake({ intakeId, fileIds: part }, options);
            setProgress(text.reading(Math.min(fileIds.length, start + CHUNK), fileIds.length));
          }
          return intakeId;
        }}
        onDone={(intakeId) =>
          void navigate(`/engagements/${engagementId}/answer-files/${campaignId}/intakes/${intakeId}`)
        }
      >
        <FileUpload name="files" label={text.files} required multiple />
        <p role="status">{progress}</p>
      </Form>
    </Section>
  );
}

function PaperSection({ reception }: { reception: Reception }) {
  const navigate = useNavigate();
  const engagementId = useEngagementId();
  const [fault, setFault] = useState('');
  return (
    <Section title={text.paper}>
      <form
        className="grid grid-cols-[minmax(0,1fr)] justify-items-start gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('number');
          const place = placeOf(typeof typed === 'string' ? typed : '');
          const respondent = reception.respondents.find((one) => one.place === place);
          if (respondent === undefined) setFault(place === null ? text.wrongNumber : text.unknownNumber);
          else
            void navigate(
              `/engagements/${engagementId}/answer-files/${reception.campaign.id}/entry/${respondent.respondentId}`,
            );
        }}
      >
        <TextField name="number" label={text.number} hint={text.numberHelp} inputMode="numeric" width="short" />
        <p role="alert" className="text-error-1 empty:hidden">
          {fault}
        </p>
        <Button type="submit">{text.openPaper}</Button>
      </form>
    </Section>
  );
}

function HistorySection({ campaignId }: { campaignId: string }) {
  const engagementId = useEngagementId();
  const intakes = useLoad(() => answerFiles.listIntakes({ campaignId }), [campaignId]);
  return (
    <Section title={text.history}>
      <Loaded from={intakes}>
        {(data) => (
          <Table
            caption={text.history}
            hideCaption
            rows={data.intakes}
            rowKey={({ intakeId }) => intakeId}
            empty={<EmptyState title={text.noHistory} />}
            columns={historyColumns(`/engagements/${engagementId}/answer-files/${campaignId}/intakes`)}
          />
        )}
      </Loaded>
    </Section>
  );
}

const historyColumns = (base: string): readonly Column<Stored>[] => [
  {
    key: 'at',
    header: text.columns.at,
    rowHeader: true,
    cell: ({ intakeId, createdAt }) => (
      <TextLink href={`${base}/${intakeId}`}>
        <InstantText at={createdAt} />
      </TextLink>
    ),
  },
  { key: 'files', header: text.columns.files, cell: ({ files }) => text.count(files) },
  { key: 'accepted', header: text.columns.accepted, cell: ({ accepted }) => text.count(accepted) },
  { key: 'refused', header: text.columns.refused, cell: ({ refused }) => text.count(refused) },
];
type Stored = Awaited<ReturnType<typeof answerFiles.listIntakes>>['intakes'][number];
