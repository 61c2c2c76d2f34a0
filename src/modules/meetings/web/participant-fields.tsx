import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { linesOf } from './lines.ts';
import type { Choices, Meeting } from './meetings-client.ts';
import { messages } from './messages.ja.ts';

const text = messages.page;
const SIDES = ['city', 'contractor'] as const;

/** Who was there: people who use the product, and names of those who do not. Without choices everybody is typed. */
export function ParticipantFields({ choices }: { choices: Choices }) {
  return (
    <>
      {choices.people.length > 0 && (
        <ui.CheckboxGroup
          name="participants"
          label={text.participants}
          hint={text.participantsHelp}
          options={choices.people.map(({ id, name, side }) => ({
            value: id,
            label: `${messages.sides[side]}　${name}`,
          }))}
        />
      )}
      {SIDES.map((side) => (
        <ui.TextArea
          key={side}
          name={`others-${side}`}
          label={text.others(messages.sides[side])}
          hint={text.othersHelp}
          rows={2}
          maxLength={2000}
        />
      ))}
    </>
  );
}

export function participantsFrom(form: FormReader, choices: Choices): Meeting['participants'] {
  const chosen = new Set(form.all('participants'));
  const known = choices.people
    .filter(({ id }) => chosen.has(id))
    .map(({ id, name, side }) => ({ personId: id, name, side }));
  const others = SIDES.flatMap((side) =>
    linesOf(form.text(`others-${side}`)).map((name) => ({ personId: null, name, side })),
  );
  return [...known, ...others];
}
