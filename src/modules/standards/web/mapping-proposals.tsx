/** Pairs that may correspond; a person looks at each before it counts. */
import { useState } from 'react';
import * as ui from '../../../web/ui/index.ts';
import { KIND_LIST, KIND_OPTIONS, nameIn } from './mapping-list.tsx';
import { messages } from './messages-mapping.ja.ts';
import { type MappingPart, standards } from './standards-client.ts';

const text = messages.proposals;
/** So many on the page at once. */
const SHOWN = 30;

export function MappingProposals(part: MappingPart) {
  const [asked, setAsked] = useState(false);
  return (
    <ui.Section title={text.title}>
      <p>{text.lead}</p>
      {asked ? <Found {...part} /> : <ui.Button onClick={() => setAsked(true)}>{text.find}</ui.Button>}
    </ui.Section>
  );
}

function Found({ engagementId, data, onChange }: MappingPart) {
  const { first, second } = data;
  const load = ui.useLoad(
    () => standards.proposeMappings({ engagementId, first: first.code, second: second.code }),
    [engagementId, first.code, second.code],
  );
  return (
    <ui.Loaded from={load}>
      {({ proposals }) => {
        if (proposals.length === 0) return <p role="status">{text.empty}</p>;
        const shown = proposals.slice(0, SHOWN);
        return (
          <ui.Form
            submitLabel={text.submit}
            done={text.done}
            check={(form) =>
              shown.some((_, at) => form.flag(`pick-${at}`)) ? [] : [{ path: 'pick-0', message: text.none }]
            }
            submit={(form) =>
              standards.addMappings(
                {
                  ...{ engagementId, first: first.code, second: second.code },
                  mappings: shown.flatMap(({ from, to, score, shared }, at) =>
                    form.flag(`pick-${at}`)
                      ? [
                          {
                            ...{ from, to, kind: form.one(`kind-${at}`, KIND_LIST) },
                            rationale: [
                              text.rationale,
                              ...(shared.length > 0 ? [text.shared(shared)] : []),
                              text.score(score),
                            ]
                              .join('　')
                              .slice(0, 1000),
                          },
                        ]
                      : [],
                  ),
                },
                form.options,
              )
            }
            onDone={onChange}
          >
            {proposals.length > SHOWN && <p>{text.shown(SHOWN, proposals.length)}</p>}
            <ul className="grid grid-cols-[minmax(0,1fr)] border-t border-solid-gray-420">
              {shown.map(({ from, to, score, shared, kind }, at) => {
                const [one, other] = [nameIn(first, from), nameIn(second, to)];
                return (
                  <li
                    key={`${from} ${to}`}
                    className="grid grid-cols-[minmax(0,1fr)] gap-2 border-b border-solid-gray-420 py-3"
                  >
                    <ui.Checkbox
                      name={`pick-${at}`}
                      label={text.choose(one, other)}
                      hint={[...(shared.length > 0 ? [text.shared(shared)] : []), text.score(score)].join('　')}
                    />
                    <ui.Select
                      name={`kind-${at}`}
                      label={text.kind(one, other)}
                      required
                      defaultValue={kind}
                      options={KIND_OPTIONS}
                    />
                  </li>
                );
              })}
            </ul>
          </ui.Form>
        );
      }}
    </ui.Loaded>
  );
}
