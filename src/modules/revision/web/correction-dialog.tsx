/** A person says which provisions became which. */
import { useState } from 'react';
import * as ui from '../../../web/ui/index.ts';
import { type Match, nameOf, type Provision, type Revision, standards } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.correction;

export function CorrectionDialog({
  engagementId,
  data,
  match,
  onClose,
  onDone,
}: {
  readonly engagementId: string;
  readonly data: Revision;
  readonly match: Match;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const kind = [...match.from, ...match.to][0]?.kind;
  const all = (side: 'from' | 'to'): Provision[] =>
    data.matches.flatMap((one) => one[side]).filter((one) => one.kind === kind);
  return (
    <ui.Dialog open title={text.title} onClose={onClose}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <p>{text.lead}</p>
        <ui.Form
          version={data.version}
          guard={false}
          submitLabel={text.save}
          done={text.saved}
          submit={(form) =>
            standards.correctMatch(
              {
                ...{ engagementId, revisionId: data.id, version: form.version },
                ...{ from: form.all('from'), to: form.all('to'), unchanged: form.flag('unchanged') },
              },
              form.options,
            )
          }
          onDone={onDone}
        >
          <Chosen name="from" label={text.from} all={all('from')} initial={match.from} />
          <Chosen name="to" label={text.to} all={all('to')} initial={match.to} />
          <ui.Checkbox name="unchanged" label={text.unchanged} hint={text.unchangedHint} />
        </ui.Form>
      </div>
    </ui.Dialog>
  );
}

/** Those that are chosen as boxes to tick; a further one is added from the list. */
function Chosen({
  name,
  label,
  all,
  initial,
}: {
  readonly name: string;
  readonly label: string;
  readonly all: readonly Provision[];
  readonly initial: readonly Provision[];
}) {
  const [offered, setOffered] = useState<readonly string[]>(initial.map(({ id }) => id));
  const [ticked, setTicked] = useState<readonly string[]>(initial.map(({ id }) => id));
  const known = new Map(all.map((one) => [one.id, one]));
  return (
    <>
      <ui.CheckboxGroup
        name={name}
        label={label}
        values={ticked}
        onChange={setTicked}
        options={offered.map((id) => {
          const one = known.get(id);
          return { value: id, label: one === undefined ? id : nameOf(one) };
        })}
      />
      <ui.Select
        name={`${name}-further`}
        label={`${label}：${text.add}`}
        width="full"
        value=""
        onChange={(event) => {
          const id = event.target.value;
          if (id === '') return;
          setOffered([...offered, id]);
          setTicked([...ticked, id]);
        }}
        options={all.filter(({ id }) => !offered.includes(id)).map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
    </>
  );
}
