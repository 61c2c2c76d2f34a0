import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { type FormsProps, working } from './evidence-parts.ts';
import { StatementForms } from './statement-forms.tsx';
import { credentialName, populationMonth, team } from './team-client.ts';

const text = messages.evidence;

const choices = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

export function EvidenceForms(props: FormsProps) {
  return (
    <>
      <QualificationForm {...props} />
      <ExperienceForm {...props} />
      <StatementForms {...props} />
      <CredentialForm {...props} />
      {props.data.credentials.length > 0 && <RecheckForm {...props} />}
    </>
  );
}

function QualificationForm({ engagementId, data, reload }: FormsProps) {
  const field = text.qualification;
  return (
    <ui.Section title={field.title}>
      <ui.Form
        draft={`team-qualification:${engagementId}`}
        submitLabel={field.submit}
        done={field.done}
        reset
        submit={(form) => {
          const name = form.textOrNull('name');
          return team.registerQualification(
            {
              engagementId,
              memberId: form.text('memberId'),
              code: form.text('code'),
              ...(name === null ? {} : { name }),
              number: form.text('number'),
              validFrom: form.day('validFrom'),
              validTo: form.dayOrNull('validTo'),
              fileId: form.fileIds('fileId')[0] ?? null,
            },
            form.options,
          );
        }}
        onDone={reload}
      >
        <ui.Select name="memberId" label={text.member} required options={working(data)} />
        <ui.Select
          name="code"
          label={field.code}
          required
          options={data.choices.qualifications.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <ui.TextField name="name" label={field.name} maxLength={200} />
        <ui.TextField name="number" label={field.number} required maxLength={200} />
        <ui.DateField name="validFrom" label={field.validFrom} required />
        <ui.DateField name="validTo" label={field.validTo} hint={field.validToHelp} />
        <ui.FileUpload name="fileId" label={text.file} />
      </ui.Form>
    </ui.Section>
  );
}

function ExperienceForm({ engagementId, data, reload }: FormsProps) {
  const field = text.experience;
  const { kinds, categories, activities } = data.choices;
  const month = populationMonth(data);
  return (
    <ui.Section title={field.title}>
      <ui.Form
        draft={`team-experience:${engagementId}`}
        submitLabel={field.submit}
        done={null}
        reset
        submit={(form) =>
          team.registerExperience(
            {
              engagementId,
              memberId: form.text('memberId'),
              ...(kinds.length === 1 ? {} : { kind: form.text('kind') }),
              client: form.text('client'),
              category: form.text('category'),
              population: month === null ? null : form.numberOrNull('population'),
              subject: form.text('subject'),
              from: form.day('from'),
              to: form.day('to'),
              completed: form.flag('completed'),
              activities: form.all('activities'),
              evidence: form.text('evidence'),
              fileId: form.fileIds('fileId')[0] ?? null,
            },
            form.options,
          )
        }
        onDone={({ counted, reason }) => {
          ui.announce(reason, counted ? 'success' : 'warning');
          reload();
        }}
      >
        <ui.Select name="memberId" label={text.member} required options={working(data)} />
        {kinds.length !== 1 && (
          <ui.Select name="kind" label={field.kind} required options={choices([...kinds, field.otherKind])} />
        )}
        <ui.TextField name="client" label={field.client} required maxLength={200} />
        <ui.Select name="category" label={field.category} required options={choices(categories)} />
        {month !== null && (
          <ui.NumberField
            name="population"
            label={field.population(month)}
            hint={field.populationHelp}
            min={0}
            unit={field.populationUnit}
          />
        )}
        <ui.TextField name="subject" label={field.subject} required maxLength={200} />
        <ui.DateField name="from" label={field.from} required />
        <ui.DateField name="to" label={field.to} required />
        <ui.Checkbox name="completed" label={field.completed} />
        <ui.CheckboxGroup name="activities" label={field.activities} options={choices(activities)} />
        <ui.TextArea name="evidence" label={field.evidence} hint={field.evidenceHelp} required maxLength={10_000} />
        <ui.FileUpload name="fileId" label={text.file} />
      </ui.Form>
    </ui.Section>
  );
}

function CredentialForm({ engagementId, data, reload }: FormsProps) {
  const field = text.credential;
  return (
    <ui.Section title={field.title}>
      <ui.Form
        draft={`team-credential:${engagementId}`}
        submitLabel={field.submit}
        done={field.done}
        reset
        submit={(form) =>
          team.registerCredential(
            {
              engagementId,
              type: form.text('type'),
              number: form.text('number'),
              field: form.textOrNull('field'),
              scope: form.text('scope'),
              validFrom: form.day('validFrom'),
              validTo: form.dayOrNull('validTo'),
              fileId: form.fileIds('fileId')[0] ?? null,
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.Select
          name="type"
          label={field.type}
          required
          options={data.choices.credentials.map(({ type, name }) => ({ value: type, label: name }))}
        />
        <ui.TextField name="number" label={field.number} required maxLength={200} />
        <ui.TextField name="field" label={field.field} hint={field.fieldHelp} maxLength={200} />
        <ui.TextArea name="scope" label={field.scope} maxLength={10_000} />
        <ui.DateField name="validFrom" label={text.qualification.validFrom} required />
        <ui.DateField name="validTo" label={text.qualification.validTo} hint={text.qualification.validToHelp} />
        <ui.FileUpload name="fileId" label={text.file} />
      </ui.Form>
    </ui.Section>
  );
}

function RecheckForm({ engagementId, data, reload }: FormsProps) {
  const field = text.recheck;
  return (
    <ui.Section title={field.title}>
      <ui.Form
        guard={false}
        submitLabel={field.submit}
        done={field.done}
        submit={(form) =>
          team.recheckCredential(
            {
              engagementId,
              credentialId: form.text('credentialId'),
              result: form.one('result', ['listed', 'absent']),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.Select
          name="credentialId"
          label={field.credential}
          required
          options={data.credentials.map((row) => ({
            value: row.id,
            label: `${credentialName(data, row.type)} ${row.number}`,
          }))}
        />
        <ui.RadioGroup
          name="result"
          label={field.result}
          required
          options={[
            { value: 'listed', label: text.credential.listed },
            { value: 'absent', label: text.credential.absent },
          ]}
        />
      </ui.Form>
    </ui.Section>
  );
}
