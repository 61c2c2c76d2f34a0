/** Grounds of a finding, picked from the standards: first the standard, then a chapter or provision of it. */
import { useRef, useState } from 'react';
import * as ui from '../../../web/ui/index.ts';
import { orderBasis } from '../rules/basis.ts';
import type { Finding, GroundStandard } from './audit-client.ts';
import { messages } from './messages-result.ja.ts';

const text = messages.findings;
const NAME = 'text.basis';
const MOST = 20;
type Ground = Finding['basis'][number];

const keyOf = ({ standard, provision }: Pick<Ground, 'standard' | 'provision'>): string => `${standard}:${provision}`;

/** What the field holds, for the operation. */
export const basisFrom = (form: ui.FormReader) =>
  form.all(NAME).map((key) => {
    const [standard = '', provision = ''] = key.split(':');
    return { standard, provision };
  });

export interface BasisFieldProps {
  readonly grounds: readonly GroundStandard[];
  readonly basis: readonly Ground[];
}

export function BasisField({ grounds, basis }: BasisFieldProps) {
  return (
    <ui.FormField name={NAME} label={text.basis} hint={text.basisHelp} group>
      {(_control, { drafted, changed }) => (
        <Picker
          grounds={grounds}
          initial={drafted === undefined ? basis : drafted.map((key) => groundOf(grounds, basis, key))}
          changed={changed}
        />
      )}
    </ui.FormField>
  );
}

/** A draft keeps the codes only; a provision that has left the standards since is shown by its code. */
function groundOf(grounds: readonly GroundStandard[], basis: readonly Ground[], key: string): Ground {
  const saved = basis.find((ground) => keyOf(ground) === key);
  if (saved !== undefined) return saved;
  const [code = '', id = ''] = key.split(':');
  const standard = grounds.find((one) => one.code === code);
  const citation = standard?.provisions.find((one) => one.id === id)?.citation ?? key;
  return { standard: code, provision: id, citation, tier: standard?.tier ?? 4 };
}

interface PickerProps {
  readonly grounds: readonly GroundStandard[];
  readonly initial: readonly Ground[];
  readonly changed: () => void;
}

function Picker({ grounds, initial, changed }: PickerProps) {
  const [chosen, setChosen] = useState<readonly Ground[]>(initial);
  const [code, setCode] = useState('');
  const [provision, setProvision] = useState('');
  const [said, setSaid] = useState('');
  const group = useRef<HTMLDivElement>(null);
  const provisions = (grounds.find((one) => one.code === code)?.provisions ?? []).filter(
    ({ id }) => !chosen.some((ground) => keyOf(ground) === `${code}:${id}`),
  );
  const take = (next: readonly Ground[], words: string): void => {
    setChosen(orderBasis(next));
    changed();
    setSaid(words);
  };
  const add = (): void => {
    const ground = groundOf(grounds, [], `${code}:${provision}`);
    take([...chosen, ground], text.basisAdded(ground.citation));
    setProvision('');
  };
  const remove = (ground: Ground): void => {
    take(
      chosen.filter((other) => other !== ground),
      text.basisRemoved(ground.citation),
    );
    // The button that had the focus is gone; the next thing to do is to pick another.
    group.current?.querySelector('select')?.focus();
  };
  return (
    <div ref={group} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {/* Nothing is saved yet: what changed is read aloud, and seen in the list. */}
      <p role="status" className="sr-only">
        {said}
      </p>
      {chosen.length === 0 ? (
        <p>{text.basisNone}</p>
      ) : (
        <ol className="grid list-none border-t border-solid-gray-420 p-0">
          {chosen.map((ground) => (
            <li
              key={keyOf(ground)}
              className="flex flex-wrap items-center justify-between gap-x-4 border-b border-solid-gray-420 py-1"
            >
              <input type="hidden" name={NAME} value={keyOf(ground)} />
              <span className="min-w-0 flex-1 basis-60">{ground.citation}</span>
              <ui.Button
                variant="text"
                size="small"
                aria-label={`${ground.citation}：${text.basisRemove}`}
                onClick={() => remove(ground)}
              >
                {text.basisRemove}
              </ui.Button>
            </li>
          ))}
        </ol>
      )}
      {chosen.length < MOST && (
        <div className="flex flex-wrap items-end gap-4">
          <ui.Select
            name="basis-standard"
            label={text.basisStandard}
            options={grounds.map(({ code: value, title: label }) => ({ value, label }))}
            value={code}
            onChange={(event) => {
              setCode(event.target.value);
              setProvision('');
            }}
          />
          <ui.Select
            name="basis-provision"
            label={text.basisProvision}
            options={provisions.map(({ id, label, chapter }) => ({ value: id, label, group: chapter }))}
            value={provision}
            onChange={(event) => setProvision(event.target.value)}
          />
          <ui.Button disabled={provision === ''} onClick={add}>
            {text.basisAdd}
          </ui.Button>
        </div>
      )}
    </div>
  );
}
