import { useState } from 'react';
import { useParams } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import {
  announce,
  Button,
  DateField,
  Dialog,
  EmptyState,
  Form,
  InstantText,
  Loaded,
  Notice,
  Page,
  RadioGroup,
  Section,
  Table,
  useLoad,
} from '../../../web/ui/index.ts';
import { isPossible, isProposed } from '../rules/verdict.ts';
import { answerFiles, type Intake, type IntakeFile } from './client.ts';
import { DetailView, ProblemList } from './detail-view.tsx';
import { messages } from './messages.ja.ts';

const text = messages.intake;
type Filter = keyof typeof text.filters;
type Outcome = Awaited<ReturnType<typeof answerFiles.acceptFiles>>;

/** Files that came in, each with what would become of it; nothing has changed yet. */
export function Component() {
  const { campaignId = '', intakeId = '' } = useParams();
  const engagementId = useEngagementId();
  const intake = useLoad(() => answerFiles.getIntake({ intakeId }), [intakeId]);
  const crumbs = [
    { label: messages.campaigns, href: `/engagements/${engagementId}/self-check` },
    { label: messages.office.title, href: `/engagements/${engagementId}/answer-files/${campaignId}` },
  ];
  return (
    <Page title={text.title} lead={text.lead} breadcrumbs={crumbs}>
      <Loaded from={intake}>{(data) => <Body intake={data} onChange={intake.reload} />}</Loaded>
    </Page>
  );
}

function Body({ intake, onChange }: { intake: Intake; onChange: () => void }) {
  const [filter, setFilter] = useState<Filter>('all');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(intake.files.filter(({ verdict }) => isProposed(verdict)).map(({ number }) => number)),
  );
  const [seen, setSeen] = useState<IntakeFile>();
  const [outcome, setOutcome] = useState<Outcome>();
  const rows = intake.files.filter(
    ({ verdict }) => filter === 'all' || (filter === 'refused' ? verdict === 'refused' : isPossible(verdict)),
  );
  const taken = intake.files.filter(({ number, verdict }) => chosen.has(number) && isPossible(verdict));
  return (
    <>
      {outcome !== undefined && <OutcomeNotice outcome={outcome} />}
      <RadioGroup
        name="filter"
        label={text.filter}
        inline
        options={Object.entries(text.filters).map(([value, label]) => ({ value, label }))}
        value={filter}
        onChange={(value) => setFilter(value as Filter)}
      />
      <Table
        caption={text.title}
        hideCaption
        rows={rows}
        rowKey={({ number }) => String(number)}
        empty={<EmptyState title={text.none} />}
        columns={columnsFor(chosen, setChosen, setSeen)}
      />
      <Section title={text.columns.choose}>
        <Form
          guard={false}
          done={null}
          submitLabel={text.accept(taken.length)}
          check={() => (taken.length === 0 ? [{ path: 'files', message: text.nothing }] : [])}
          submit={(form) => {
            const receivedOn = form.dayOrNull('receivedOn');
            return answerFiles.acceptFiles(
              {
                intakeId: intake.intakeId,
                files: taken.map(({ number, revision }) => ({ number, revision })),
                ...(receivedOn === null ? {} : { receivedOn }),
              },
              form.options,
            );
          }}
          onDone={(result) => {
            setOutcome(result);
            setChosen(new Set());
            announce(text.accepted(result.accepted.length));
            onChange();
          }}
        >
          <DateField name="receivedOn" label={text.receivedOn} hint={text.receivedHelp} />
        </Form>
      </Section>
      {seen !== undefined && (
        <Dialog open title={messages.detail.title(seen.name)} onClose={() => setSeen(undefined)}>
          <FileDetails intakeId={intake.intakeId} number={seen.number} />
        </Dialog>
      )}
    </>
  );
}

function FileDetails({ intakeId, number }: { intakeId: string; number: number }) {
  const detail = useLoad(() => answerFiles.getIntakeFile({ intakeId, number }), [intakeId, number]);
  return <Loaded from={detail}>{(data) => <DetailView detail={data} />}</Loaded>;
}

function OutcomeNotice({ outcome: { accepted, refused } }: { outcome: Outcome }) {
  return (
    <>
      {accepted.length > 0 && <Notice tone="success" title={text.accepted(accepted.length)} />}
      {refused.length > 0 && (
        <Notice tone="warning" title={text.refusedSome(refused.length)}>
          <ul className="list-disc ps-6">
            {refused.map(({ number, name, reason }) => (
              <li key={number}>
                {name}　{reason}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function columnsFor(
  chosen: ReadonlySet<number>,
  setChosen: (next: ReadonlySet<number>) => void,
  setSeen: (file: IntakeFile) => void,
) {
  return [
    {
      key: 'choose',
      header: text.columns.choose,
      cell: ({ number, name, verdict }: IntakeFile) =>
        isPossible(verdict) && (
          <input
            type="checkbox"
            className="size-6 accent-key-900"
            aria-label={text.chooseOne(name)}
            checked={chosen.has(number)}
            onChange={(event) => {
              const next = new Set(chosen);
              if (event.target.checked) next.add(number);
              else next.delete(number);
              setChosen(next);
            }}
          />
        ),
    },
    {
      key: 'name',
      header: text.columns.name,
      rowHeader: true,
      cell: ({ name, channel, savedAt }: IntakeFile) => (
        <>
          <span className="wrap-anywhere">{name}</span>
          {channel !== null && <span>（{text.channels[channel]}）</span>}
          {savedAt !== null && (
            <span className="block text-solid-gray-700">
              {text.savedAt}
              <InstantText at={savedAt} />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'respondent',
      header: text.columns.respondent,
      cell: ({ respondentName }: IntakeFile) => respondentName ?? text.unknown,
      sortBy: ({ respondentName }: IntakeFile) => respondentName ?? '',
    },
    {
      key: 'verdict',
      header: text.columns.verdict,
      cell: (file: IntakeFile) => <VerdictCell file={file} />,
      sortBy: ({ verdict }: IntakeFile) => verdict,
    },
    {
      key: 'detail',
      header: text.columns.detail,
      cell: (file: IntakeFile) => (
        <Button size="small" aria-label={text.seeOne(file.name)} onClick={() => setSeen(file)}>
          {text.see}
        </Button>
      ),
    },
  ];
}

function VerdictCell({ file }: { file: IntakeFile }) {
  const more = file.problemCount - file.problems.length;
  return (
    <div className="grid gap-1">
      <strong>{text.verdicts[file.verdict]}</strong>
      {file.problems.length > 0 && <ProblemList problems={file.problems} />}
      {more > 0 && <span>{text.more(more)}</span>}
      {isPossible(file.verdict) && file.refusal !== null && <span>{file.refusal}</span>}
      {file.notices.map((notice) => (
        <span key={notice}>{notice}</span>
      ))}
    </div>
  );
}
