import type { FieldProblem } from '../../../kernel/error.ts';
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
        // A whole city hall would push the rest of the form out of sight.
        <div className={boxed(choices)}>
          <ui.CheckboxGroup
            name="participants"
            label={text.participants}
            hint={text.participantsHelp}
            options={peopleOptions(choices)}
          />
        </div>
      )}
      {choices.people.length > 0 && (
        <ui.Disclosure summary={text.lateOrAbsent}>
          {(['late', 'absent'] as const).map((attendance) => (
            <div key={attendance} className={boxed(choices)}>
              <ui.CheckboxGroup
                name={attendance}
                label={attendance === 'late' ? text.lateGroup : text.absentGroup}
                options={peopleOptions(choices)}
              />
            </div>
          ))}
        </ui.Disclosure>
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

const MANY = 12;
const boxed = ({ people }: Choices): string | undefined =>
  people.length > MANY ? 'max-h-[28rem] overflow-y-auto rounded-8 border border-solid-gray-420 p-4' : undefined;

const peopleOptions = ({ people }: Choices) =>
  people.map(({ id, name, side }) => ({ value: id, label: `${messages.sides[side]}　${name}` }));

export function participantsFrom(form: FormReader, choices: Choices): Meeting['participants'] {
  const chosen = new Set(form.all('participants'));
  const late = new Set(form.all('late'));
  const absent = new Set(form.all('absent'));
  const known = choices.people
    .filter(({ id }) => chosen.has(id) || late.has(id) || absent.has(id))
    .map(({ id, name, side }) => ({
      personId: id,
      name,
      side,
      attendance: absent.has(id) ? ('absent' as const) : late.has(id) ? ('late' as const) : ('present' as const),
    }));
  const others = SIDES.flatMap((side) =>
    linesOf(form.text(`others-${side}`)).map((name) => ({
      personId: null,
      name,
      side,
      attendance: 'present' as const,
    })),
  );
  return [...known, ...others];
}

/** Without somebody of each side it was no meeting of the two. */
export function participantFaults(form: FormReader, choices: Choices): readonly FieldProblem[] {
  const present = participantsFrom(form, choices);
  if (SIDES.every((side) => present.some((one) => one.side === side && one.attendance !== 'absent'))) return [];
  return [{ path: choices.people.length > 0 ? 'participants' : 'others-city', message: text.participantsMissing }];
}
