import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { isItemAnswered, visibleItems } from '../../../core/assessment/index.ts';
import { Button, inputLook, Section } from '../../../web/ui/index.ts';
import { answersOf, boxesOf, type EntryBox, type Typing, understood } from '../rules/entry.ts';
import { choicesOf, manner } from '../rules/holder.ts';
import type { Reception } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.entry;

interface Props {
  readonly form: Reception['form'];
  readonly title: string;
  readonly help?: string;
  readonly typing: Typing;
  /** Name of the box that gets the focus; the first empty one otherwise. */
  readonly focus: string | undefined;
  readonly onChange: (typing: Typing) => void;
  readonly onDone: () => void;
  /** Items that are answered by what comes after the boxes. */
  readonly answered?: readonly string[];
  /** What comes after the boxes. */
  readonly children?: ReactNode;
}

/** One box a line: numbers choose, Enter goes on, Shift and Enter back, F2 to the number of an item. */
export function EntryFields({ form, title, help, typing, focus, onChange, onDone, answered = [], children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const more = useRef<HTMLDivElement>(null);
  const finish = useRef<HTMLButtonElement>(null);
  const boxes = boxesOf(form, typing);
  const answers = answersOf(form, typing);
  const shown = visibleItems(form, answers);
  const done = shown.filter(({ id }) => answered.includes(id) || isItemAnswered(answers[id])).length;
  const opened = useRef(false);

  const go = (name: string | undefined): void => {
    const box =
      name === undefined ? null : root.current?.querySelector<HTMLElement>(`[data-box="${CSS.escape(name)}"]`);
    (box ?? more.current?.querySelector<HTMLElement>('input, button') ?? finish.current)?.focus();
  };
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    go(focus ?? boxes.find(({ name }) => (typing[name] ?? '') === '')?.name ?? boxes[0]?.name);
  });

  /** Past the empty row at the end of a table the next item follows. */
  const after = (index: number): string | undefined => {
    const here = boxes[index];
    if (here === undefined) return undefined;
    const row = boxes.filter((box) => box.item === here.item && box.row === here.row);
    const empty = here.row !== null && row.every(({ name }) => (typing[name] ?? '').trim() === '');
    return (empty ? boxes.slice(index).find(({ item }) => item !== here.item) : boxes[index + 1])?.name;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    go(event.shiftKey ? boxes[Math.max(0, index - 1)]?.name : after(index));
  };

  return (
    <Section title={title}>
      {help !== undefined && <p>{help}</p>}
      <JumpField
        onJump={(number) => {
          const target = boxes.find(({ item }) => item.number === number);
          if (target !== undefined) go(target.name);
          return target !== undefined;
        }}
      />
      <div ref={root} className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {boxes.map((box, index) => (
          <BoxField
            key={box.name}
            box={box}
            typed={typing[box.name] ?? ''}
            onChange={(typed) => onChange({ ...typing, [box.name]: typed })}
            onKeyDown={(event) => onKeyDown(event, index)}
          />
        ))}
      </div>
      <div ref={more}>{children}</div>
      <div className="flex flex-wrap items-center gap-4 border-t border-solid-gray-420 py-4">
        <Button ref={finish} variant="solid" onClick={onDone}>
          {text.done}
        </Button>
        <p role="status">{text.progress(done, shown.length)}</p>
      </div>
    </Section>
  );
}

/** F2 from anywhere leads here; a number and Enter lead to the item. */
function JumpField({ onJump }: { onJump: (number: number) => boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'F2') return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return (
    <form
      className="flex flex-wrap items-center gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const number = Number((field.current?.value ?? '').normalize('NFKC').trim());
        setMissing(!onJump(number));
        if (field.current !== null) field.current.value = '';
      }}
    >
      <label htmlFor="entry-jump">{text.jump}</label>
      <input
        id="entry-jump"
        ref={field}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        className={inputLook('short')}
      />
      <Button type="submit" size="small">
        {text.jumpGo}
      </Button>
      <p role="alert" className="text-error-1 empty:hidden">
        {missing && text.jumpMissing}
      </p>
    </form>
  );
}

function BoxField({
  box,
  typed,
  onChange,
  onKeyDown,
}: {
  box: EntryBox;
  typed: string;
  onChange: (typed: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const id = `entry-${box.name}`;
  const read = understood(box, typed);
  const refused = 'refused' in read ? read.refused : undefined;
  const hint = hintOf(box);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1 border-t border-solid-gray-420 py-2">
      <label htmlFor={id} className={box.part === 'value' ? 'text-std-16B-170' : ''}>
        {labelOf(box)}
      </label>
      {hint !== '' && (
        <p id={`${id}-hint`} className="text-solid-gray-700">
          {hint}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <input
          id={id}
          data-box={box.name}
          type="text"
          autoComplete="off"
          value={typed}
          aria-describedby={`${id}-hint ${id}-read`}
          aria-invalid={refused === undefined ? undefined : true}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          className={inputLook(isShort(box) ? 'short' : 'full')}
        />
        <span id={`${id}-read`} className={refused === undefined ? 'text-solid-gray-800' : 'text-error-1'}>
          {refused ?? ('words' in read ? read.words : '')}
        </span>
      </div>
    </div>
  );
}

function labelOf({ part, item, row, label }: EntryBox): string {
  const number = text.question(item.number);
  if (part === 'value') return `${number}　${label}`;
  if (part !== 'cell' || item.type !== 'table') return `${number}　${label}`;
  return `${number}　${text.row(item.rowLabel, (row ?? 0) + 1)}　${label}`;
}

function hintOf({ holder }: EntryBox): string {
  if (holder === null || holder.type === 'text') return '';
  const choices = choicesOf(holder);
  if (choices.length === 0) return manner(holder);
  const list = choices
    .map(({ code, label }) => (holder.type === 'scale' ? label : text.choice(code, label)))
    .join('　');
  return holder.type === 'multiple' ? `${list}　${text.several}` : list;
}

function isShort({ holder }: EntryBox): boolean {
  return holder !== null && (holder.type === 'number' || choicesOf(holder).length > 0);
}
