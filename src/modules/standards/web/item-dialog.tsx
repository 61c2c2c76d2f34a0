import { AUDIT_TARGET_LABELS, AUDIT_TARGETS } from '../../../core/content-schema/audit-target.ts';
import * as ui from '../../../web/ui/index.ts';
import { SEVERITY_LABELS, TECHNIQUE_NAMES } from '../labels.ts';
import { messages } from './messages-items.ja.ts';
import { type Item, standards } from './standards-client.ts';

const text = messages.form;
type Procedure = Item['procedures'][number];

const lines = (written: string): string[] =>
  written
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);

/** 書類確認：手順書を開いて確かめる。 Null for a line that does not begin with a technique. */
function procedureFrom(line: string): Procedure | null {
  const [, name = '', procedure = ''] = /^([^：:]+)[：:]\s*(.+)$/u.exec(line) ?? [];
  const found = (Object.keys(TECHNIQUE_NAMES) as Procedure['technique'][]).find(
    (key) => TECHNIQUE_NAMES[key] === name.trim(),
  );
  return found === undefined ? null : { technique: found, procedure: procedure.trim() };
}

export function ItemDialog({
  engagementId,
  item,
  onClose,
  onDone,
}: {
  readonly engagementId: string;
  readonly item: Item;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  return (
    <ui.Dialog open title={text.title} onClose={onClose}>
      <ui.Form
        version={item.version}
        draft={`standard-item:${item.id}`}
        submitLabel={text.save}
        done={text.saved}
        check={(form) =>
          lines(form.text('procedures')).every((line) => procedureFrom(line) !== null)
            ? []
            : [{ path: 'procedures', message: text.procedureWrong }]
        }
        submit={(form) =>
          standards.saveItem(
            {
              ...{ engagementId, itemId: item.id, version: form.version },
              ...{ title: form.text('title'), point: form.text('point'), askWhom: form.text('askWhom') },
              procedures: lines(form.text('procedures')).flatMap((line) => procedureFrom(line) ?? []),
              evidence: lines(form.text('evidence')),
              severity: Number(form.one('severity', ['1', '2', '3'])),
              targets: AUDIT_TARGETS.filter((target) => form.all('targets').includes(target)),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <ui.TextField name="title" label={text.name} required maxLength={80} defaultValue={item.title} />
        <ui.TextArea
          name="point"
          label={text.point}
          hint={text.pointHint}
          required
          maxLength={300}
          rows={3}
          defaultValue={item.point}
        />
        <ui.TextArea
          name="procedures"
          label={text.procedures}
          hint={text.proceduresHint}
          required
          maxLength={4200}
          rows={4}
          defaultValue={item.procedures
            .map((step) => `${TECHNIQUE_NAMES[step.technique]}：${step.procedure}`)
            .join('\n')}
        />
        <ui.TextArea
          name="evidence"
          label={text.evidence}
          hint={text.evidenceHint}
          required
          maxLength={4000}
          rows={3}
          defaultValue={item.evidence.join('\n')}
        />
        <ui.TextField name="askWhom" label={text.askWhom} required maxLength={200} defaultValue={item.askWhom} />
        <ui.RadioGroup
          name="severity"
          label={text.severity}
          required
          inline
          defaultValue={String(item.severity)}
          options={(['1', '2', '3'] as const).map((value) => ({ value, label: SEVERITY_LABELS[value] }))}
        />
        <ui.CheckboxGroup
          name="targets"
          label={text.targets}
          required
          options={AUDIT_TARGETS.map((value) => ({ value, label: AUDIT_TARGET_LABELS[value] }))}
          defaultValues={item.targets}
        />
      </ui.Form>
    </ui.Dialog>
  );
}
