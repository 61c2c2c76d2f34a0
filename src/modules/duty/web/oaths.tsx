import * as ui from '../../../web/ui/index.ts';
import { activeMembers, duty, memberOptions, nameOf, optionsOf, type Registers } from './duty-client.ts';
import { text as all } from './exchanges.messages.ja.ts';
import { messages } from './messages.ja.ts';
import { AddForm, Files, OccurredOn, occurredOn, Paper, type PartProps } from './parts.tsx';

const text = all.oaths;

function columns({ engagementId, data }: PartProps): readonly ui.Column<Registers['oath'][number]>[] {
  return [
    { key: 'on', header: messages.on, rowHeader: true, cell: ({ on }) => <ui.DayText day={on} /> },
    { key: 'signer', header: text.signer, cell: ({ signer }) => text.signers[signer] },
    {
      key: 'who',
      header: text.who,
      cell: ({ members, subcontractId }) =>
        [
          ...members.map((id) => nameOf(data, id)),
          ...data.registers.subcontract.filter(({ id }) => id === subcontractId).map(({ firm }) => firm),
        ].join('、') || messages.none,
    },
    {
      key: 'files',
      header: messages.file,
      cell: ({ id, files }) => <Files engagementId={engagementId} recordId={id} files={files} />,
    },
  ];
}

/** Oaths that were handed in, and the forms to sign. */
export function Oaths(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const signers = data.conditions.confidentiality?.signers ?? [];
  const subcontracts = data.registers.subcontract.filter(({ state }) => state !== 'requested' && state !== 'refused');
  return (
    <>
      <ui.Table
        caption={text.title}
        columns={columns(part)}
        rows={data.registers.oath}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
      />
      <ui.Disclosure summary={text.papers}>
        {signers.includes('firm') && (
          <Paper engagementId={engagementId} kind="oath" subject={engagementId} title={text.paper(text.signers.firm)} />
        )}
        {activeMembers(data).map(({ id, name }) => (
          <Paper key={id} engagementId={engagementId} kind="oath" subject={id} title={text.paper(name)} />
        ))}
      </ui.Disclosure>
      {can('duty.manage') && (
        <AddForm
          title={text.form}
          draft={`duty-oath:${engagementId}`}
          submitLabel={text.submit}
          submit={(form) =>
            duty.submitOath(
              {
                engagementId,
                signer: form.one('signer', signers),
                members: form.all('members'),
                subcontractId: form.textOrNull('subcontractId'),
                files: form.fileIds('files'),
                ...occurredOn(form),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.RadioGroup
            name="signer"
            label={text.signer}
            required
            inline
            options={optionsOf(text.signers).filter(({ value }) => signers.some((signer) => signer === value))}
          />
          <ui.CheckboxGroup name="members" label={text.members} options={memberOptions(activeMembers(data))} />
          {signers.includes('subcontractor') && (
            <ui.Select
              name="subcontractId"
              label={text.subcontract}
              prompt={text.noSubcontract}
              options={subcontracts.map(({ id, firm }) => ({ value: id, label: firm }))}
            />
          )}
          <ui.FileUpload name="files" label={messages.file} multiple />
          <OccurredOn />
        </AddForm>
      )}
    </>
  );
}
