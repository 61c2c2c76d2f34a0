import { Button, ConfirmButton, Disclosure } from '../../../../web/ui/index.ts';
import type { Task } from '../client.ts';
import { planMessages } from './messages.ja.ts';

const text = planMessages.wbs;

/** What a person may do with a task; absent: nothing of the kind. */
export interface TaskActions {
  readonly report?: ((task: Task) => void) | undefined;
  readonly edit?: ((task: Task) => void) | undefined;
  readonly exclude?: ((task: Task) => void) | undefined;
  readonly include?: ((task: Task) => void) | undefined;
  readonly remove?: ((task: Task) => void) | undefined;
  readonly move?: ((task: Task, direction: 'up' | 'down') => void) | undefined;
}

export function TaskButtons({ task, parent, actions }: { task: Task; parent: boolean; actions: TaskActions }) {
  const { report, edit, exclude, include, remove, move } = actions;
  const named = (label: string): string => `${label}：${task.name}`;
  const excluded = task.excluded !== null;
  return (
    <div className="flex flex-wrap gap-2 desktop:grid desktop:justify-items-start">
      {report !== undefined && !parent && !excluded && (
        <Button size="small" aria-label={named(text.report)} onClick={() => report(task)}>
          {text.report}
        </Button>
      )}
      {edit !== undefined && !excluded && (
        <Button size="small" aria-label={named(text.edit)} onClick={() => edit(task)}>
          {text.edit}
        </Button>
      )}
      {move !== undefined && (
        <Disclosure summary={text.more}>
          <div className="flex flex-wrap gap-x-3">
            <span className="flex gap-3">
              <Button size="small" variant="text" aria-label={named(text.up)} onClick={() => move(task, 'up')}>
                {text.up}
              </Button>
              <Button size="small" variant="text" aria-label={named(text.down)} onClick={() => move(task, 'down')}>
                {text.down}
              </Button>
            </span>
            {task.origin === 'specification' && !excluded && task.percent === 0 && exclude !== undefined && (
              <Button size="small" variant="text" aria-label={named(text.exclude)} onClick={() => exclude(task)}>
                {text.exclude}
              </Button>
            )}
            {excluded && include !== undefined && (
              <Button size="small" variant="text" aria-label={named(text.include)} onClick={() => include(task)}>
                {text.include}
              </Button>
            )}
            {task.origin === 'own' && !parent && remove !== undefined && (
              <ConfirmButton
                size="small"
                variant="text"
                aria-label={named(text.remove)}
                title={text.removeTitle}
                body={text.removeBody(task.name)}
                onConfirm={() => remove(task)}
              >
                {text.remove}
              </ConfirmButton>
            )}
          </div>
        </Disclosure>
      )}
    </div>
  );
}
