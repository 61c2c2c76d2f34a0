import { type DataItem, DataList, Section } from '../../../web/ui/index.ts';
import type { PackageView } from './client.ts';
import { packageMessages as text } from './package-messages.ja.ts';

/** What the specification asks for, with the clause of each part. */
export function DeliveryWanted({ delivery }: { delivery: PackageView['delivery'] }) {
  const { perTask, folders, media, electronic, bound, note, virusCheck, destination } = delivery;
  const item = (term: string, part: { readonly clause: string } | undefined, value: () => string): DataItem[] =>
    part === undefined ? [] : [{ term, value: `${value()}${text.source(part.clause)}` }];
  const items = [
    ...item(text.terms.perTask, perTask, () => text.perTask),
    ...item(text.terms.folders, folders, () =>
      [text.folders(folders?.pdf ?? '', folders?.office ?? ''), folders?.both === true ? text.foldersBoth : ''].join(
        '',
      ),
    ),
    ...item(text.terms.media, media, () =>
      text.media(
        media?.kinds.join('、') ?? '',
        media?.copies.map(({ name, count }) => text.mediaCopy(name, count)).join('、') ?? '',
      ),
    ),
    ...item(text.terms.electronic, electronic, () => text.electronic(electronic?.copies)),
    ...item(text.terms.bound, bound, () => text.bound(bound?.copies ?? 1)),
    ...item(text.terms.note, note, () => text.note(note?.form)),
    ...item(text.terms.virusCheck, virusCheck, () => text.virusCheck(virusCheck?.states.join('、') ?? '')),
    ...item(text.terms.destination, destination, () =>
      [destination?.department, destination?.address].filter((line) => line !== undefined).join('\n'),
    ),
  ];
  return (
    <Section title={text.wanted}>
      {items.length === 0 ? (
        <p>{text.nothing}</p>
      ) : (
        <>
          <p>{text.wantedLead}</p>
          <DataList items={items} />
        </>
      )}
    </Section>
  );
}
