import * as ui from '../../../web/ui/index.ts';
import { KIND_LIST, KindAndRationale } from './mapping-list.tsx';
import { messages } from './messages-mapping.ja.ts';
import { type MappedSide, type MappingPart, standards } from './standards-client.ts';

const text = messages.add;

export function AddMapping({ engagementId, data: { first, second }, onChange }: MappingPart) {
  return (
    <ui.Section title={text.title}>
      <ui.Disclosure summary={text.open}>
        <ui.Form
          reset
          submitLabel={text.submit}
          done={text.done}
          submit={(form) =>
            standards.addMappings(
              {
                ...{ engagementId, first: first.code, second: second.code },
                mappings: [
                  {
                    ...{ from: form.text('from'), to: form.text('to') },
                    ...{ kind: form.one('kind', KIND_LIST), rationale: form.text('rationale') },
                  },
                ],
              },
              form.options,
            )
          }
          onDone={onChange}
        >
          <ui.Select name="from" label={messages.list.from} required width="full" options={optionsOf(first)} />
          <ui.Select name="to" label={messages.list.to} required width="full" options={optionsOf(second)} />
          <KindAndRationale hint={text.rationaleHint} />
        </ui.Form>
      </ui.Disclosure>
    </ui.Section>
  );
}

const optionsOf = ({ controls }: MappedSide) =>
  controls.map(({ id, number, title, group }) => ({
    value: id,
    label: [number, title].filter(Boolean).join('　'),
    group,
  }));
