import * as ui from '../../../web/ui/index.ts';
import { CLOUD_EVIDENCES, type CloudEvidence } from '../choices.ts';
import { text } from './basics.messages.ja.ts';
import { duty, optionsOf, type Registers } from './duty-client.ts';
import { messages } from './messages.ja.ts';
import { ActButton, AddForm, DecideForm, type PartProps, StepForm } from './parts.tsx';

const EVIDENCES = Object.keys(CLOUD_EVIDENCES) as CloudEvidence[];
type CloudService = Registers['cloud-service'][number];
const TONES = { requested: 'info', 'in-use': 'success', refused: 'error', ended: 'neutral' } as const;

function stateOf({ engagementId, reload, can }: PartProps, row: CloudService) {
  return (
    <>
      <ui.StatusBadge tone={TONES[row.state]}>{text.cloud.states[row.state]}</ui.StatusBadge>
      {row.state === 'requested' && can('duty.decide') && (
        <DecideForm
          record={row}
          decide={(decision, form) => duty.decideCloudService({ engagementId, id: row.id, ...decision }, form.options)}
          reload={reload}
        />
      )}
      {row.state === 'in-use' && can('duty.manage') && (
        <>
          <StepForm
            record={row}
            summary={text.cloud.renew}
            submit={(form) =>
              duty.renewCloudService(
                {
                  engagementId,
                  id: row.id,
                  version: form.version,
                  reference: form.text('reference'),
                  validTo: form.dayOrNull('validTo'),
                  files: form.fileIds('files'),
                },
                form.options,
              )
            }
            reload={reload}
          >
            <ui.TextField name="reference" label={text.cloud.reference} required defaultValue={row.reference} />
            <ui.DateField name="validTo" label={text.cloud.validTo} hint={text.cloud.validToHelp} />
            <ui.FileUpload name="files" label={messages.file} multiple />
          </StepForm>
          <ActButton
            act={(options) => duty.endCloudService({ engagementId, id: row.id, version: row.version }, options)}
            reload={reload}
          >
            {text.cloud.end}
          </ActButton>
        </>
      )}
    </>
  );
}

function cloudServicesColumns(part: PartProps): readonly ui.Column<Registers['cloud-service'][number]>[] {
  return [
    {
      key: 'name',
      header: text.cloud.name,
      rowHeader: true,
      cell: ({ name, provider }) => `${name}（${provider}）`,
    },
    { key: 'use', header: text.cloud.use, cell: ({ use }) => use },
    {
      key: 'evidence',
      header: text.cloud.evidence,
      cell: ({ evidence, reference }) => `${CLOUD_EVIDENCES[evidence]}　${reference}`,
    },
    { key: 'validTo', header: text.cloud.validTo, cell: ({ validTo }) => <ui.DayText day={validTo} /> },
    { key: 'state', header: messages.state, cell: (row) => stateOf(part, row) },
  ];
}

/** Cloud services of the contractor, each with one of the accepted evidences. Clause 10(2). */
export function CloudServices(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  return (
    <>
      <ui.Table
        caption={text.cloud.title}
        columns={cloudServicesColumns(part)}
        rows={data.registers['cloud-service']}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={text.cloud.empty}>{text.cloud.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.manage') && (
        <AddForm
          title={text.cloud.form}
          draft={`duty-cloud:${engagementId}`}
          submit={(form) =>
            duty.registerCloudService(
              {
                engagementId,
                name: form.text('name'),
                provider: form.text('provider'),
                use: form.text('use'),
                evidence: form.one('evidence', EVIDENCES),
                reference: form.text('reference'),
                validTo: form.dayOrNull('validTo'),
                files: form.fileIds('files'),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.TextField name="name" label={text.cloud.name} required maxLength={200} />
          <ui.TextField name="provider" label={text.cloud.provider} required maxLength={200} />
          <ui.TextArea name="use" label={text.cloud.use} required maxLength={10_000} rows={2} />
          <ui.RadioGroup name="evidence" label={text.cloud.evidence} required options={optionsOf(CLOUD_EVIDENCES)} />
          <ui.TextField name="reference" label={text.cloud.reference} required maxLength={200} />
          <ui.DateField name="validTo" label={text.cloud.validTo} hint={text.cloud.validToHelp} />
          <ui.FileUpload name="files" label={messages.file} multiple />
        </AddForm>
      )}
    </>
  );
}
