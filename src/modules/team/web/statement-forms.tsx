/** Years of practice and expertise, where the specification asks for them. */
import * as ui from '../../../web/ui/index.ts';
import { EXPERTISE_PROOFS } from '../choices.ts';
import { type FormsProps, working } from './evidence-parts.ts';
import { messages } from './messages.ja.ts';
import { nameOf, team, type Team } from './team-client.ts';

const text = messages.statements;
const shared = messages.evidence;
const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

export function StatementForms(props: FormsProps) {
  const { careerFields, expertiseFields } = props.data.choices;
  return (
    <>
      {careerFields.length > 0 && <CareerForm {...props} />}
      {expertiseFields.length > 0 && <ExpertiseForm {...props} />}
    </>
  );
}

function CareerForm({ engagementId, data, reload }: FormsProps) {
  const field = text.career;
  return (
    <ui.Section title={field.form}>
      <ui.Form
        draft={`team-career:${engagementId}`}
        submitLabel={field.submit}
        done={field.done}
        reset
        submit={(form) =>
          team.declareCareer(
            {
              engagementId,
              memberId: form.text('memberId'),
              field: form.text('field'),
              years: form.number('years'),
              asOf: form.day('asOf'),
              evidence: form.text('evidence'),
              fileId: form.fileIds('fileId')[0] ?? null,
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.Select name="memberId" label={shared.member} required options={working(data)} />
        <ui.Select name="field" label={field.field} required options={options(data.choices.careerFields)} />
        <ui.NumberField name="years" label={field.years} required min={0} max={70} decimals={1} unit={field.unit} />
        <ui.DateField name="asOf" label={field.asOf} required />
        <ui.TextArea name="evidence" label={field.evidence} hint={field.evidenceHelp} required maxLength={10_000} />
        <ui.FileUpload name="fileId" label={shared.file} />
      </ui.Form>
    </ui.Section>
  );
}

function ExpertiseForm({ engagementId, data, reload }: FormsProps) {
  const field = text.expertise;
  return (
    <ui.Section title={field.form}>
      <ui.Form
        draft={`team-expertise:${engagementId}`}
        submitLabel={field.submit}
        done={field.done}
        reset
        submit={(form) =>
          team.declareExpertise(
            {
              engagementId,
              memberId: form.text('memberId'),
              fields: form.all('fields'),
              proof: form.one('proof', EXPERTISE_PROOFS),
              evidence: form.text('evidence'),
              fileId: form.fileIds('fileId')[0] ?? null,
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.Select name="memberId" label={shared.member} required options={working(data)} />
        <ui.CheckboxGroup name="fields" label={field.fields} required options={options(data.choices.expertiseFields)} />
        <ui.Select name="proof" label={field.proof} required options={options(EXPERTISE_PROOFS)} />
        <ui.TextArea name="evidence" label={field.evidence} required maxLength={10_000} />
        <ui.FileUpload name="fileId" label={shared.file} />
      </ui.Form>
    </ui.Section>
  );
}

type Career = Team['careers'][number];
type Expertise = Team['expertise'][number];

function columnsFor(engagementId: string, data: Team) {
  const file = (row: { readonly id: string; readonly fileId: string | null }) =>
    row.fileId === null ? (
      shared.none
    ) : (
      <ui.TextLink href={team.href('downloadEvidence', { engagementId, recordId: row.id })}>
        {shared.download}
      </ui.TextLink>
    );
  const member = {
    key: 'member',
    header: shared.member,
    rowHeader: true,
    cell: (row: { readonly memberId: string }) => nameOf(data, row.memberId),
  };
  const careers: readonly ui.Column<Career>[] = [
    member,
    { key: 'field', header: text.career.field, cell: ({ field }) => field },
    { key: 'years', header: text.career.years, cell: ({ years }) => `${years}${text.career.unit}` },
    { key: 'asOf', header: text.career.asOf, cell: ({ asOf }) => <ui.DayText day={asOf} /> },
    { key: 'evidence', header: text.career.evidence, cell: ({ evidence }) => evidence },
    { key: 'file', header: shared.file, cell: file },
  ];
  const expertise: readonly ui.Column<Expertise>[] = [
    member,
    { key: 'fields', header: text.expertise.fields, cell: ({ fields }) => fields.join('、') },
    { key: 'evidence', header: text.expertise.proof, cell: ({ proof, evidence }) => `${proof}：${evidence}` },
    { key: 'file', header: shared.file, cell: file },
  ];
  return { careers, expertise };
}

export function StatementTables({ engagementId, data }: { engagementId: string; data: Team }) {
  const { careers, expertise } = columnsFor(engagementId, data);
  return (
    <>
      {data.choices.careerFields.length > 0 && (
        <ui.Table
          caption={text.career.title}
          columns={careers}
          rows={data.careers}
          rowKey={({ id }) => id}
          empty={<ui.EmptyState title={text.career.empty}>{text.career.emptyHelp}</ui.EmptyState>}
        />
      )}
      {data.choices.expertiseFields.length > 0 && (
        <ui.Table
          caption={text.expertise.title}
          columns={expertise}
          rows={data.expertise}
          rowKey={({ id }) => id}
          empty={<ui.EmptyState title={text.expertise.empty}>{text.expertise.emptyHelp}</ui.EmptyState>}
        />
      )}
    </>
  );
}
