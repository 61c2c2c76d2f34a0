import { DateField, Dialog, Form, NumberField, TextArea, TextField } from '../../../web/ui/index.ts';
import { engagement, type Task } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.wbs;

interface TaskDialogProps {
  readonly engagementId: string;
  readonly task: Task;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Changes the plan of a task. When another person saved first, the form shows both versions. */
export function EditTaskDialog({ engagementId, task, onClose, onDone }: TaskDialogProps) {
  return (
    <Dialog open title={text.editTitle(task.name)} onClose={onClose}>
      <Form
        draft={`task:${task.id}`}
        version={task.version}
        done={text.saved}
        submit={(form) =>
          engagement.updateTask(
            {
              engagementId,
              taskId: task.id,
              version: form.version,
              content: form.text('content'),
              members: namesOf(form.text('members')),
              plannedStart: form.day('plannedStart'),
              plannedEnd: form.day('plannedEnd'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <TextArea name="content" label={text.content} defaultValue={task.content} maxLength={2000} />
        <TextField name="members" label={text.members} hint={text.membersHint} defaultValue={task.members.join('、')} />
        <DateField name="plannedStart" label={text.plannedStart} required defaultValue={task.plannedStart} />
        <DateField name="plannedEnd" label={text.plannedEnd} required defaultValue={task.plannedEnd} />
      </Form>
    </Dialog>
  );
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
            { engagementId, taskId: task.id, version: form.version, percent: form.number('percent') },
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
      </Form>
    </Dialog>
  );
}

/** Names on one line, as the form compares them when another person saved first. */
export function namesOf(typed: string): string[] {
  return typed
    .split(/[、,，]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** One entry per line, without empty ones. */
export function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
