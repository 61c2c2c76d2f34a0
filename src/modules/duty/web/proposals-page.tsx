import { clauseLabel } from '../../../core/specification/label.ts';
import * as ui from '../../../web/ui/index.ts';
import { text as all } from './conduct.messages.ja.ts';
import { duty, type Registers } from './duty-client.ts';
import { messages } from './messages.ja.ts';
import { AddForm, DecideForm, DutyPage, Files, type PartProps } from './parts.tsx';

const text = all.proposals;
type Proposal = Registers['proposal'][number];
const TONES = { made: 'info', accepted: 'success', declined: 'neutral' } as const;

export function Component() {
  return (
    <DutyPage title={messages.tabs.proposals} lead={text.lead}>
      {(part) => part.data.conditions.proposals !== undefined && <Proposals {...part} />}
    </DutyPage>
  );
}

const aimsOf = ({ data }: PartProps) =>
  (data.conditions.proposals?.objectives ?? []).map(({ clause, name }) => ({
    value: clause,
    label: `${clauseLabel(clause)}　${name}`,
  }));

function columns(part: PartProps): readonly ui.Column<Proposal>[] {
  const { engagementId, reload, can } = part;
  const aims = aimsOf(part);
  return [
    {
      key: 'title',
      header: text.titleField,
      rowHeader: true,
      cell: ({ title, content }) => (
        <>
          {title}
          <p className="font-400">{content}</p>
        </>
      ),
    },
    {
      key: 'objective',
      header: text.objective,
      cell: ({ objective }) => aims.find(({ value }) => value === objective)?.label ?? objective,
    },
    {
      key: 'madeOn',
      header: text.madeOn,
      cell: ({ madeOn }) => <ui.DayText day={madeOn} />,
      sortBy: ({ madeOn }) => madeOn,
    },
    {
      key: 'state',
      header: messages.state,
      cell: (row) => (
        <>
          <ui.StatusBadge tone={TONES[row.state]}>{text.states[row.state]}</ui.StatusBadge>
          {row.comment !== '' && <p>{row.comment}</p>}
          {row.state === 'made' && can('duty.decide') && (
            <DecideForm
              record={row}
              decide={(decision, form) => duty.decideProposal({ engagementId, id: row.id, ...decision }, form.options)}
              reload={reload}
              words={text.decide}
            />
          )}
        </>
      ),
    },
    {
      key: 'files',
      header: messages.file,
      cell: ({ id, files }) => <Files engagementId={engagementId} recordId={id} files={files} />,
    },
  ];
}

function Proposals(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  return (
    <>
      <ui.Table
        caption={text.table}
        columns={columns(part)}
        rows={data.registers.proposal}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.manage') && (
        <AddForm
          title={text.form}
          draft={`duty-proposal:${engagementId}`}
          submitLabel={text.submit}
          submit={(form) =>
            duty.makeProposal(
              {
                engagementId,
                objective: form.text('objective'),
                title: form.text('title'),
                content: form.text('content'),
                files: form.fileIds('files'),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.Select name="objective" label={text.objective} required options={aimsOf(part)} />
          <ui.TextField name="title" label={text.titleField} required maxLength={200} />
          <ui.TextArea name="content" label={text.content} required maxLength={10_000} />
          <ui.FileUpload name="files" label={messages.file} multiple />
        </AddForm>
      )}
    </>
  );
}
