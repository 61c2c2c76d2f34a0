import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { nameOf, rankOf } from '../rules/precedence.ts';
import { messages } from './messages.ja.ts';
import { type PartProps, standards } from './standards-client.ts';

const text = messages.precedence;

/** Which standard is followed where two disagree (6※2); the security office may settle it more finely. */
export function PrecedenceSection({ engagementId, list, onChange }: PartProps) {
  const can = useCan();
  const known = [...list.standards, ...list.awaited].toSorted(
    (a, b) => rankOf(list.precedence, a.code) - rankOf(list.precedence, b.code) || a.tier - b.tier,
  );
  const ranks = known.slice(0, 10).map((_, index) => index + 1);
  return (
    <ui.Section title={text.title}>
      <p>{text.explain}</p>
      {list.precedence.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <ui.DataList
          items={list.precedence.map((group, index) => ({
            term: text.rank(index + 1),
            value: group.map((code) => nameOf(list, code)).join('\n'),
          }))}
        />
      )}
      {can('standards.provide') && known.length >= 2 && (
        <ui.Disclosure summary={text.open}>
          <ui.Form
            key={JSON.stringify(list.precedence)}
            submitLabel={text.submit}
            done={text.done}
            submit={(form) => {
              const groups = ranks.map((rank) =>
                known.filter(({ code }) => form.text(`rank-${code}`) === String(rank)).map(({ code }) => code),
              );
              return standards.setPrecedence(
                { engagementId, order: groups.filter((group) => group.length > 0) },
                form.options,
              );
            }}
            onDone={onChange}
          >
            <ui.FormField name="order" label={text.order} hint={text.orderHint} group>
              {() => (
                <div className="grid grid-cols-[minmax(0,1fr)] items-end gap-4 desktop-admin:grid-cols-[repeat(2,minmax(0,1fr))]">
                  {known.map(({ code, name }) => (
                    <ui.Select
                      key={code}
                      name={`rank-${code}`}
                      label={name}
                      required
                      width="medium"
                      defaultValue={String(Math.min(rankOf(list.precedence, code), ranks.length))}
                      options={ranks.map((rank) => ({ value: String(rank), label: text.rank(rank) }))}
                    />
                  ))}
                </div>
              )}
            </ui.FormField>
          </ui.Form>
        </ui.Disclosure>
      )}
    </ui.Section>
  );
}
