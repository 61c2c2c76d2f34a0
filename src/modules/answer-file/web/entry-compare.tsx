import { useEffect, useRef, useState } from 'react';
import { tidy } from '../../../core/exchange/text.ts';
import { Button, Notice, RadioGroup, Section } from '../../../web/ui/index.ts';
import { boxesOf, type EntryBox, type Typing, understood } from '../rules/entry.ts';
import type { Reception } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.entry;

/** The boxes that mean something else in the two entries; the person decides by the paper. */
export function EntryCompare({
  form,
  first,
  second,
  onDone,
}: {
  form: Reception['form'];
  first: Typing;
  second: Typing;
  onDone: (agreed: Typing) => void;
}) {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  const [chosen, setChosen] = useState<Readonly<Record<string, 'first' | 'second'>>>({});
  const [incomplete, setIncomplete] = useState(false);
  const boxes = new Map([...boxesOf(form, first), ...boxesOf(form, second)].map((box) => [box.name, box]));
  const different = [...boxes.values()].filter((box) => meaning(box, first) !== meaning(box, second));
  const finish = (): void => {
    if (different.some(({ name }) => chosen[name] === undefined)) {
      setIncomplete(true);
      return;
    }
    const agreed = different.map(
      ({ name }) => [name, (chosen[name] === 'first' ? first : second)[name] ?? ''] as const,
    );
    onDone({ ...first, ...Object.fromEntries(agreed) });
  };
  return (
    <Section title={text.compare}>
      <Notice
        ref={top}
        role="group"
        focusable
        tone={different.length === 0 ? 'success' : 'warning'}
        title={different.length === 0 ? text.compareNone : text.compareHelp(different.length)}
      />
      {different.map((box) => (
        <RadioGroup
          key={box.name}
          name={box.name}
          label={`${text.question(box.item.number)}　${box.label}`}
          options={[
            { value: 'first', label: `${text.typedFirst}：${shown(box, first)}` },
            { value: 'second', label: `${text.typedSecond}：${shown(box, second)}` },
          ]}
          value={chosen[box.name] ?? ''}
          onChange={(value) => setChosen({ ...chosen, [box.name]: value === 'first' ? 'first' : 'second' })}
        />
      ))}
      <p role="alert" className="text-error-1 empty:hidden">
        {incomplete && text.chooseAll}
      </p>
      <div>
        <Button variant="solid" onClick={finish}>
          {text.compared}
        </Button>
      </div>
    </Section>
  );
}

/** 1 and １ mean the same. */
function meaning(box: EntryBox, typing: Typing): string {
  const typed = tidy(typing[box.name] ?? '');
  const read = understood(box, typed);
  return 'words' in read && read.words !== '' ? read.words : typed;
}

function shown(box: EntryBox, typing: Typing): string {
  const typed = typing[box.name] ?? '';
  if (typed === '') return text.emptyBox;
  const read = understood(box, typed);
  return 'words' in read && read.words !== '' ? `${typed}（${read.words}）` : typed;
}
