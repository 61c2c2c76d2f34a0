import type { ReactNode } from 'react';
import type { CallOptions } from '../../../kernel/contract.ts';
import * as ui from '../../../web/ui/index.ts';
import type { Draft } from './client.ts';
import { Surroundings } from './form/context.ts';
import type { Field } from './form/field.ts';
import type { JsonRecord } from './form/value.ts';
import { ValueFields } from './form/value-fields.tsx';

/** A form over plain data that is described by fields. `path` is the path of the data in the operation's input. */
export function ValueForm<T>({
  draft,
  path,
  fields,
  value,
  onChange,
  submitLabel,
  done,
  submit,
  onDone,
  above,
  below,
  actions,
}: {
  readonly draft: Draft;
  readonly path: string;
  readonly fields: readonly Field[];
  readonly value: JsonRecord;
  readonly onChange: (value: JsonRecord) => void;
  readonly submitLabel: string;
  readonly done: string;
  readonly submit: (version: number, options: CallOptions) => Promise<T>;
  readonly onDone: () => void;
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <Surroundings value={{ draft, root: value }}>
      <ui.Form
        version={draft.version}
        submitLabel={submitLabel}
        done={done}
        actions={actions}
        submit={(form) => submit(form.version, form.options)}
        onDone={onDone}
      >
        {above}
        <ValueFields fields={fields} value={value} path={path} onChange={onChange} />
        {below}
      </ui.Form>
    </Surroundings>
  );
}
