/** The draft of a finding, on the contractor's side. */
import type { FieldProblem } from '../../../kernel/error.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit, type Evidence, type Finding } from './audit-client.ts';
import { messages } from './messages-result.ja.ts';

const text = messages.findings;

const linesOf = (value: string): string[] =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `city-standard:art8`, one per line; words after a space explain it and are not read. */
function basisOf(value: string): ({ standard: string; provision: string } | null)[] {
  return linesOf(value).map((line) => {
    const [, standard, provision] = /^([a-z0-9.-]+)[:：]([a-z0-9.-]+)(?:\s.*)?$/u.exec(line) ?? [];
    return standard === undefined || provision === undefined ? null : { standard, provision };
  });
}

function basisFaults(form: ui.FormReader): readonly FieldProblem[] {
  const broken = basisOf(form.text('text.basis')).indexOf(null);
  return broken === -1 ? [] : [{ path: 'text.basis', message: text.basisFault(broken + 1) }];
}

export interface FindingFormProps {
  readonly finding: Finding;
  readonly evidence: readonly Evidence[];
  readonly onDone: () => void;
}

export function FindingForm({ finding, evidence, onDone }: FindingFormProps) {
  const area = (name: 'fact' | 'cause' | 'risk' | 'recommendation' | 'gradeReason', rows = 3) => (
    <ui.TextArea name={`text.${name}`} label={text[name]} rows={rows} maxLength={10000} defaultValue={finding[name]} />
  );
  return (
    <ui.Form
      version={finding.version}
      draft={`audit-finding:${finding.id}`}
      submitLabel={text.save}
      check={basisFaults}
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
              basis: basisOf(form.text('text.basis')).filter((entry) => entry !== null),
              risk: form.text('text.risk'),
              recommendation: form.text('text.recommendation'),
              grade: grade === '指摘' || grade === '意見' ? grade : null,
              gradeReason: form.text('text.gradeReason'),
              evidenceIds: form.all('text.evidenceIds'),
            },
          },
          form.options,
        );
      }}
      onDone={onDone}
    >
      <ui.TextField name="text.title" label={text.name} required maxLength={200} defaultValue={finding.title} />
      {area('fact', 4)}
      <ui.TextArea
        name="text.basis"
        label={text.basis}
        hint={text.basisHelp}
        rows={3}
        defaultValue={finding.basis
          .map(({ standard, provision, citation }) => `${standard}:${provision} ${citation}`)
          .join('\n')}
      />
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
        options={[
          { value: '指摘', label: '指摘' },
          { value: '意見', label: '意見' },
        ]}
        defaultValue={finding.grade}
      />
      {area('gradeReason', 2)}
      {area('risk')}
      {area('recommendation')}
    </ui.Form>
  );
}
