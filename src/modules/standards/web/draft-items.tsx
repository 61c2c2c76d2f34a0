import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages-items.ja.ts';
import { type Catalogue, standards } from './standards-client.ts';

const text = messages.draft;

export function DraftItems({
  engagementId,
  code,
  groups,
  taken,
  onDone,
}: {
  readonly engagementId: string;
  readonly code: string;
  readonly groups: Catalogue['groups'];
  readonly taken: ReadonlySet<string>;
  readonly onDone: () => void;
}) {
  const open = groups
    .map((group) => ({ ...group, controls: group.controls.filter(({ id }) => !taken.has(id)) }))
    .filter(({ controls }) => controls.length > 0);
  return (
    <ui.Section title={text.title}>
      {open.length === 0 ? (
        <p>{text.all}</p>
      ) : (
        <ui.Form
          guard={false}
          submitLabel={text.submit}
          done={text.done}
          check={(form) =>
            chosenIn(open, form).length > 0 ? [] : [{ path: `controls.${open[0]?.id ?? ''}`, message: text.none }]
          }
          submit={(form) => standards.draftItems({ engagementId, code, controls: chosenIn(open, form) }, form.options)}
          onDone={onDone}
        >
          <p>{text.explain}</p>
          {open.map((group) => {
            const title = [group.number, group.title].filter(Boolean).join('　');
            return (
              <ui.Disclosure key={group.id} summary={text.open(title, group.controls.length)}>
                <ui.CheckboxGroup
                  name={`controls.${group.id}`}
                  label={text.controls(title)}
                  options={group.controls.map(({ id, number, title: own }) => ({
                    value: id,
                    label: [number, own].filter(Boolean).join('　'),
                  }))}
                />
              </ui.Disclosure>
            );
          })}
        </ui.Form>
      )}
    </ui.Section>
  );
}

const chosenIn = (groups: Catalogue['groups'], form: ui.FormReader): string[] =>
  groups.flatMap(({ id }) => form.all(`controls.${id}`)).slice(0, 500);
