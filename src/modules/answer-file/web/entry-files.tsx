import { visibleItems } from '../../../core/assessment/index.ts';
import { FileAnswer } from '../../../web/answering/file-answer.tsx';
import { Section } from '../../../web/ui/index.ts';
import { answersOf, type Typing } from '../rules/entry.ts';
import { type Reception, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.entry;

/** What was handed in beside the paper, by item. */
export type HandedIn = Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;

/** Files for the items that ask for some; nothing where none does. */
export function EntryFiles({
  form,
  typing,
  place,
  files,
  onChange,
}: {
  form: Reception['form'];
  typing: Typing;
  place: { readonly campaignId: string; readonly respondentId: string };
  files: HandedIn;
  onChange: (change: (before: HandedIn) => HandedIn) => void;
}) {
  const items = visibleItems(form, answersOf(form, typing)).flatMap((item) => (item.type === 'file' ? [item] : []));
  if (items.length === 0) return null;
  const known = new Map(Object.values(files).flatMap((own) => own.map(({ id, name }) => [id, name] as const)));
  const sheetFiles = {
    name: (id: string) => known.get(id),
    attach: async (item: string, { fileId, name }: { readonly fileId: string; readonly name: string }) => {
      await selfCheck.attachAnswerFile({ ...place, item, fileId });
      known.set(fileId, name);
    },
  };
  return (
    <Section title={text.files} level={3}>
      <p>{text.filesHelp}</p>
      {items.map((item) => (
        <FileAnswer
          key={item.id}
          item={item}
          name={item.id}
          label={`${text.question(item.number)}　${item.question}`}
          fileIds={(files[item.id] ?? []).map(({ id }) => id)}
          files={sheetFiles}
          onChange={(ids) =>
            onChange((before) => ({ ...before, [item.id]: ids.map((id) => ({ id, name: known.get(id) ?? '' })) }))
          }
        />
      ))}
    </Section>
  );
}
