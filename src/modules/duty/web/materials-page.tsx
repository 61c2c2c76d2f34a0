import { ListExchange } from '../../../web/list-exchange.tsx';
import * as ui from '../../../web/ui/index.ts';
import { LEVELS, MATERIAL_KINDS, MATERIAL_ORIGINS } from '../choices.ts';
import { Copies } from './copies.tsx';
import { choices, duty, optionsOf, type Registers } from './duty-client.ts';
import { ErasureFields, erasureFrom } from './erasure-fields.tsx';
import { text } from './materials.messages.ja.ts';
import { messages } from './messages.ja.ts';
import { AddForm, DutyPage, Files, OccurredOn, occurredOn, Paper, type PartProps, StepForm } from './parts.tsx';

type Material = Registers['material'][number];
const KINDS = Object.keys(MATERIAL_KINDS) as (keyof typeof MATERIAL_KINDS)[];
const ORIGINS = Object.keys(MATERIAL_ORIGINS) as (keyof typeof MATERIAL_ORIGINS)[];

export function Component() {
  return (
    <DutyPage title={messages.tabs.materials} lead={text.lead}>
      {(part) => (
        <>
          <Materials {...part} />
          <Copies {...part} />
          <Report {...part} />
        </>
      )}
    </DutyPage>
  );
}

function materialsColumns(part: PartProps): readonly ui.Column<Registers['material'][number]>[] {
  const field = text.materials;
  return [
    { key: 'name', header: field.name, rowHeader: true, cell: ({ name }) => name },
    { key: 'level', header: field.level, cell: ({ level }) => level, sortBy: ({ level }) => level },
    {
      key: 'kind',
      header: field.kind,
      cell: ({ kind, origin }) => `${MATERIAL_KINDS[kind]}（${MATERIAL_ORIGINS[origin]}）`,
    },
    { key: 'handling', header: field.handling, cell: ({ handling }) => handling || messages.none },
    { key: 'receivedOn', header: field.receivedOn, cell: ({ receivedOn }) => <ui.DayText day={receivedOn} /> },
    { key: 'state', header: field.state, cell: (row) => <MaterialState {...part} material={row} /> },
  ];
}

function Materials(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const field = text.materials;
  return (
    <>
      <ui.Table
        caption={field.title}
        columns={materialsColumns(part)}
        rows={data.registers.material}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={field.empty}>{field.emptyHelp}</ui.EmptyState>}
      />
      <Paper engagementId={engagementId} kind="material-register" title={field.register} spreadsheet />
      <ListExchange list="duty.materials" edit="duty.exchange" engagementId={engagementId} onDone={reload} />
      {can('duty.exchange') && (
        <AddForm
          title={field.form}
          draft={`duty-material:${engagementId}`}
          submit={(form) =>
            duty.receiveMaterial(
              {
                engagementId,
                name: form.text('name'),
                level: form.one('level', LEVELS),
                kind: form.one('kind', KINDS),
                origin: form.one('origin', ORIGINS),
                public: form.flag('public'),
                handling: form.text('handling'),
                number: form.textOrNull('number'),
                files: form.fileIds('files'),
                ...occurredOn(form),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.TextField name="name" label={field.name} required maxLength={200} />
          <ui.RadioGroup name="level" label={field.level} required inline options={choices(LEVELS)} />
          <ui.RadioGroup name="kind" label={field.kind} required inline options={optionsOf(MATERIAL_KINDS)} />
          <ui.RadioGroup name="origin" label={field.origin} required inline options={optionsOf(MATERIAL_ORIGINS)} />
          <ui.Checkbox name="public" label={field.public} />
          <ui.TextField name="number" label={field.number} maxLength={200} />
          <ui.FileUpload name="files" label={field.files} multiple />
          <ui.TextArea name="handling" label={field.handling} hint={field.handlingHelp} maxLength={10_000} rows={2} />
          <OccurredOn />
        </AddForm>
      )}
    </>
  );
}

/** What is kept of it here, or the hash of what was. */
function MaterialFiles({ engagementId, material }: { engagementId: string; material: Material }) {
  const { id, files, wiped } = material;
  if (wiped === null)
    return files.length === 0 ? null : <Files engagementId={engagementId} recordId={id} files={files} />;
  return (
    <>
      <p>
        <ui.StatusBadge tone="neutral">{text.materials.wiped}</ui.StatusBadge> <ui.DayText day={wiped.on} />
      </p>
      {wiped.sha256.map((hash) => (
        <p key={hash}>
          <code className="break-all">{hash}</code>
        </p>
      ))}
    </>
  );
}

function MaterialState({ engagementId, data, reload, can, material }: PartProps & { material: Material }) {
  const field = text.materials;
  const { id, returnedOn, erased } = material;
  return (
    <>
      <MaterialFiles engagementId={engagementId} material={material} />
      {returnedOn === null && erased === null && <ui.StatusBadge tone="warning">{field.held}</ui.StatusBadge>}
      {returnedOn !== null && (
        <p>
          {field.returned} <ui.DayText day={returnedOn} /> {material.receivedBackBy}
        </p>
      )}
      {erased !== null && (
        <p>
          {field.erased} <ui.DayText day={erased.on} /> {erased.method}
        </p>
      )}
      {returnedOn === null && erased === null && can('duty.exchange') && (
        <StepForm
          record={material}
          summary={field.return}
          submit={(form) =>
            duty.returnMaterial(
              {
                engagementId,
                id,
                version: form.version,
                receivedBackBy: form.text('receivedBackBy'),
                ...occurredOn(form),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.TextField name="receivedBackBy" label={field.receivedBackBy} maxLength={200} />
          <OccurredOn />
        </StepForm>
      )}
      {erased === null && can('duty.manage') && (
        <StepForm
          record={material}
          summary={field.erase}
          submit={(form) =>
            duty.eraseMaterial({ engagementId, id, version: form.version, ...erasureFrom(form) }, form.options)
          }
          reload={reload}
        >
          <ErasureFields data={data} />
        </StepForm>
      )}
    </>
  );
}

function reportColumns(): readonly ui.Column<Registers['disposal-report'][number]>[] {
  const field = text.report;
  return [
    { key: 'certificate', header: field.certificate, rowHeader: true, cell: ({ certificate }) => certificate },
    { key: 'on', header: messages.on, cell: ({ on }) => <ui.DayText day={on} /> },
    { key: 'materials', header: field.materials, cell: ({ materials }) => field.count(materials.length) },
    { key: 'copies', header: field.copies, cell: ({ copies }) => field.count(copies.length) },
  ];
}

function Report({ engagementId, data, reload, can }: PartProps) {
  const field = text.report;
  const report = ui.useCommand((options) => duty.reportDisposal({ engagementId }, options), {
    done: messages.recorded,
    onDone: reload,
  });
  const reports = data.registers['disposal-report'];
  return (
    <ui.Section title={field.title}>
      <ui.Table
        caption={field.title}
        hideCaption
        columns={reportColumns()}
        rows={reports}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={field.empty}>{field.emptyHelp}</ui.EmptyState>}
      />
      {reports.length > 0 && <Paper engagementId={engagementId} kind="disposal-report" title={field.paper} />}
      {report.problem !== undefined && <ui.Problem problem={report.problem} />}
      {can('duty.manage') && (
        <ui.ConfirmButton title={field.title} body={field.body} busy={report.busy} onConfirm={() => report.run()}>
          {field.submit}
        </ui.ConfirmButton>
      )}
    </ui.Section>
  );
}
