import {
  Checkbox,
  DateField,
  Dialog,
  Form,
  type FormReader,
  NumberField,
  Select,
  TextArea,
  TextField,
} from '../../../../web/ui/index.ts';
import {
  departmentsText,
  itemsOf,
  type Parsed,
  parseDepartments,
  parsePredecessors,
  predecessorsText,
  type WbsNames,
} from '../../rules/wbs-names.ts';
import { engagement, type Task } from '../client.ts';
import { planMessages } from './messages.ja.ts';

const text = planMessages.form;
const OWNERS = ['contractor', 'city', 'both'] as const;

interface TaskFormProps {
  readonly engagementId: string;
  /** Null for a new task. */
  readonly task: Task | null;
  readonly tasks: readonly Task[];
  readonly names: WbsNames;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Adds a task or changes its plan. When another person saved first, the form shows both versions. */
export function TaskFormDialog({ engagementId, task, tasks, names, onClose, onDone }: TaskFormProps) {
  const own = task === null || task.origin === 'own';
  const leaf = task === null || !tasks.some(({ parentId }) => parentId === task.id);
  const submit = (form: FormReader): Promise<Task> => {
    const fields = fieldsOf(form, names, task);
    if (task === null) return engagement.addTask({ engagementId, ...fields }, form.options);
    return engagement.updateTask({ engagementId, taskId: task.id, version: form.version, ...fields }, form.options);
  };
  return (
    <Dialog open title={task === null ? text.addTitle : text.editTitle(task.name)} onClose={onClose}>
      <Form
        draft={`task:${task?.id ?? `new:${engagementId}`}`}
        version={task?.version ?? 0}
        done={task === null ? text.added : text.saved}
        check={(form) => [
          ...refusal('predecessors', parsePredecessors(form.text('predecessors'), names)),
          ...refusal('departmentIds', parseDepartments(form.text('departmentIds'), names)),
        ]}
        submit={submit}
        onDone={onDone}
      >
        {own && <TextField name="name" label={text.name} required maxLength={200} defaultValue={task?.name ?? null} />}
        <TextArea
          name="content"
          label={text.content}
          hint={text.contentHint}
          defaultValue={task?.content ?? null}
          maxLength={2000}
          rows={3}
        />
        {own && (
          <Select
            name="parentId"
            label={text.parent}
            prompt={text.noParent}
            defaultValue={task?.parentId ?? null}
            options={tasks
              .filter(({ id, excluded }) => id !== task?.id && excluded === null)
              .map(({ id, position, name }) => ({ value: id, label: `${position} ${name}` }))}
          />
        )}
        <Select
          name="owner"
          label={text.owner}
          required
          defaultValue={task?.owner ?? 'contractor'}
          options={OWNERS.map((value) => ({ value, label: text.owners[value] }))}
        />
        <TextField
          name="members"
          label={text.members}
          hint={text.membersHint}
          defaultValue={task?.members.join('、') ?? null}
        />
        <TextField
          name="predecessors"
          label={text.predecessors}
          hint={text.predecessorsHint}
          defaultValue={task === null ? null : predecessorsText(task.predecessors, names)}
        />
        {leaf && (
          <>
            <DateField
              name="plannedStart"
              label={text.plannedStart}
              required
              defaultValue={task?.plannedStart ?? null}
            />
            <DateField name="plannedEnd" label={text.plannedEnd} required defaultValue={task?.plannedEnd ?? null} />
          </>
        )}
        <Checkbox name="milestone" label={text.milestone} defaultChecked={task?.milestone ?? false} />
        <NumberField
          name="effort"
          label={text.effort}
          unit={text.effortUnit}
          decimals={1}
          min={0.1}
          max={99_999}
          defaultValue={task?.effort ?? null}
        />
        <TextField
          name="departmentIds"
          label={text.departments}
          hint={text.departmentsHint}
          defaultValue={task === null ? null : departmentsText(task.departmentIds, names)}
        />
      </Form>
    </Dialog>
  );
}

const refusal = (path: string, parsed: Parsed<unknown>): { path: string; message: string }[] =>
  'refused' in parsed ? [{ path, message: parsed.refused }] : [];

const foundIn = <T,>(parsed: Parsed<T[]>): T[] => ('found' in parsed ? parsed.found : []);

/** Fields that the form does not show (dates of a parent, name and level of a derived task) stay as they are. */
function fieldsOf(form: FormReader, names: WbsNames, task: Task | null) {
  const parent = task?.origin === 'specification' ? null : form.textOrNull('parentId');
  return {
    name: task?.origin === 'specification' ? task.name : form.text('name'),
    parentId: parent,
    content: form.text('content'),
    owner: form.one('owner', OWNERS),
    members: itemsOf(form.text('members')),
    predecessors: foundIn(parsePredecessors(form.text('predecessors'), names)),
    plannedStart: form.dayOrNull('plannedStart') ?? task?.plannedStart ?? '',
    plannedEnd: form.dayOrNull('plannedEnd') ?? task?.plannedEnd ?? '',
    milestone: form.flag('milestone'),
    effort: form.numberOrNull('effort'),
    departmentIds: foundIn(parseDepartments(form.text('departmentIds'), names)),
  };
}
