/** The draft of a finding, on the contractor's side. */
import * as ui from '../../../web/ui/index.ts';
import { audit, type Evidence, type Finding, type GroundStandard } from './audit-client.ts';
import { BasisField, basisFrom } from './basis-field.tsx';
import { extrasFrom, FindingExtras } from './finding-extras.tsx';
import { messages } from './messages-result.ja.ts';

const text = messages.findings;

export interface FindingFormProps {
  readonly finding: Finding;
  readonly evidence: readonly Evidence[];
  readonly grounds: readonly GroundStandard[];
  readonly onDone: () => void;
}

export function FindingForm({ finding, evidence, grounds, onDone }: FindingFormProps) {
  const area = (name: 'fact' | 'cause' | 'risk' | 'recommendation' | 'gradeReason', rows = 3) => (
    <ui.TextArea name={`text.${name}`} label={text[name]} rows={rows} maxLength={10000} defaultValue={finding[name]} />
  );
  return (
    <ui.Form
      version={finding.version}
      draft={`audit-finding:${finding.id}`}
      submitLabel={text.save}
      submit={(form) => {
        const grade = form.text('text.grade');
        return audit.saveFinding(
          {
            findingId: finding.id,
            version: form.version,
            text: {
              title: form.text('text.title'),
              fact: form.text('text.fact'),
              cause: form.text('text.cause'),
              basis: basisFrom(form),
              risk: form.text('text.risk'),
              recommendation: form.text('text.recommendation'),
              grade: grade === '' ? null : grade,
              gradeReason: form.text('text.gradeReason'),
              evidenceIds: form.all('text.evidenceIds'),
              ...extrasFrom(form),
            },
          },
          form.options,
        );
      }}
      onDone={onDone}
    >
      <ui.TextField name="text.title" label={text.name} required maxLength={200} defaultValue={finding.title} />
      {area('fact', 4)}
      <BasisField grounds={grounds} basis={finding.basis} />
      {area('cause')}
      {evidence.length > 0 && (
        <ui.CheckboxGroup
          name="text.evidenceIds"
          label={text.evidence}
          options={evidence.map(({ id, title, position }) => ({ value: id, label: `${position}　${title}` }))}
          defaultValues={finding.evidenceIds}
        />
      )}
      <ui.RadioGroup
        name="text.grade"
        label={text.grade}
        hint={finding.criterion === null ? undefined : `${text.criterion}：${finding.criterion.text}`}
        inline
        options={finding.levels.map(({ label }) => ({ value: label, label }))}
        defaultValue={finding.grade}
      />
      {area('gradeReason', 2)}
      {area('risk')}
      {area('recommendation')}
      <FindingExtras finding={finding} />
    </ui.Form>
  );
}
