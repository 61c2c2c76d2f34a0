/** Rows of a form that people add, remove and move; the order travels with the form, so that a kept draft has it too. */
import { type ReactNode, useState } from 'react';
import { useField } from '../../../web/ui/form-state.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';

const text = messages.rows;

interface FormRowsProps {
  /** The hidden field `${name}.order` holds the keys of the rows, in their order. */
  readonly name: string;
  readonly label: string;
  readonly keys: readonly string[];
  readonly addLabel: string;
  readonly atLeast: number;
  readonly atMost: number;
  /** What a row is called on its buttons and to those who do not see it. */
  readonly rowName: (at: number) => string;
  readonly children: (key: string, at: number) => ReactNode;
}

export const orderOf = (form: ui.FormReader, name: string): string[] =>
  form
    .text(`${name}.order`)
    .split(' ')
    .filter((key) => key !== '');

export function FormRows({ name, label, keys: first, addLabel, atLeast, atMost, rowName, children }: FormRowsProps) {
  const { drafted, changed } = useField(`${name}.order`);
  const [keys, setKeys] = useState<readonly string[]>(
    () => drafted?.[0]?.split(' ').filter((key) => key !== '') ?? first,
  );
  const put = (next: readonly string[]): void => {
    setKeys(next);
    changed();
  };
  const swap = (at: number, other: number): void => {
    const [a, b] = [keys[at], keys[other]];
    if (a === undefined || b === undefined) return;
    put(keys.map((key, index) => (index === at ? b : index === other ? a : key)));
  };
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <legend className="text-std-17B-170">{label}</legend>
      <input type="hidden" name={`${name}.order`} value={keys.join(' ')} />
      {keys.map((key, at) => (
        <fieldset key={key} className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-8 border border-solid-gray-420 p-4">
          <legend>{rowName(at)}</legend>
          {children(key, at)}
          <div className="flex flex-wrap gap-2">
            {at > 0 && (
              <ui.Button size="small" aria-label={text.upLabel(rowName(at))} onClick={() => swap(at, at - 1)}>
                {text.up}
              </ui.Button>
            )}
            {at < keys.length - 1 && (
              <ui.Button size="small" aria-label={text.downLabel(rowName(at))} onClick={() => swap(at, at + 1)}>
                {text.down}
              </ui.Button>
            )}
            {keys.length > atLeast && (
              <ui.Button
                size="small"
                aria-label={text.removeLabel(rowName(at))}
                onClick={() => put(keys.filter((other) => other !== key))}
              >
                {text.remove}
              </ui.Button>
            )}
          </div>
        </fieldset>
      ))}
      {keys.length < atMost && (
        <div>
          <ui.Button size="small" onClick={() => put([...keys, freeKey(name, [...first, ...keys])])}>
            {addLabel}
          </ui.Button>
        </div>
      )}
    </fieldset>
  );
}

/** Becomes the identifier of what the row makes. */
function freeKey(name: string, taken: readonly string[]): string {
  const stem = name.slice(0, -1);
  let at = taken.length + 1;
  while (taken.includes(`${stem}-${at}`)) at += 1;
  return `${stem}-${at}`;
}
