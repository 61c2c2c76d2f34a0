import { Dialog, Form, NumberField, RadioGroup, TextArea } from '../../../../web/ui/index.ts';
import { engagement, type Task } from '../client.ts';
import { planMessages } from './messages.ja.ts';

const text = planMessages.form;
const REASONS = ['no-target', 'agreed', 'other-year', 'done-by-city'] as const;

interface TaskDialogProps {
  readonly engagementId: string;
  readonly task: Task;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Reports how far a task has come, in per cent. */
export function ReportDialog({ engagementId, task, onClose, onDone }: TaskDialogProps) {
  return (
    <Dialog open title={text.reportTitle(task.name)} onClose={onClose}>
      <Form
        guard={false}
        version={task.version}
        done={text.reported}
        submit={(form) =>
          engagement.reportProgress(
            {
              engagementId,
              taskId: task.id,
              version: form.version,
              percent: form.number('percent'),
              remark: form.text('remark'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <NumberField
          name="percent"
          label={text.percentLabel}
          hint={text.percentHint}
          required
          min={0}
          max={100}
          unit="%"
          defaultValue={task.percent}
        />
        <TextArea name="remark" label={text.remark} maxLength={1000} rows={2} defaultValue={task.remark} />
      </Form>
    </Dialog>
  );
}

/** Says why a task of the specification is not carried out. */
export function ExcludeDialog({ engagementId, task, onClose, onDone }: TaskDialogProps) {
  return (
    <Dialog open title={text.excludeTitle(task.name)} onClose={onClose}>
      <Form
        guard={false}
        version={task.version}
        done={text.excluded}
        submit={(form) =>
          engagement.excludeTask(
            {
              engagementId,
              taskId: task.id,
              version: form.version,
              reason: form.one('reason', REASONS),
              note: form.text('note'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <RadioGroup
          name="reason"
          label={text.reason}
          required
          options={REASONS.map((value) => ({ value, label: text.reasons[value] }))}
        />
        <TextArea name="note" label={text.note} maxLength={1000} rows={2} />
      </Form>
    </Dialog>
  );
}
