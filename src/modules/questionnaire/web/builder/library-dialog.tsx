import { useState } from 'react';
import type { QuestionnaireSection } from '../../../../core/content-schema/index.ts';
import * as ui from '../../../../web/ui/index.ts';
import { copyInto } from '../../../../core/assessment/index.ts';
import { type LibraryReply, questionnaires } from '../client.ts';
import { messages } from '../messages.ja.ts';
import type { Builder } from './use-build.ts';

const text = messages.builder.library;

/** Items of all forms and collections that come with the product, narrowed down by words, each a button away. */
export function LibraryDialog({
  builder,
  section,
  onClose,
}: {
  builder: Builder;
  section: QuestionnaireSection;
  onClose: () => void;
}) {
  const [search, setSearch] = useState({ library: '', words: '' });
  const load = ui.useLoad(
    () =>
      questionnaires.searchLibrary({
        library: search.library === '' ? null : search.library,
        words: search.words,
      }),
    [search.library, search.words],
  );
  return (
    <ui.Dialog open title={text.title(section.title)} onClose={onClose}>
      <ui.Form
        guard={false}
        submitLabel={text.search}
        done={null}
        submit={(reader) => Promise.resolve({ library: reader.text('library'), words: reader.text('words') })}
        onDone={setSearch}
      >
        <ui.TextField name="words" label={text.words} maxLength={100} />
        <ui.Select
          name="library"
          label={text.source}
          prompt={text.allSources}
          width="full"
          defaultValue={search.library}
          options={(load.state === 'ready' ? load.data.libraries : []).map(({ name, title, items }) => ({
            value: name,
            label: text.sourceOption(title, items),
          }))}
        />
      </ui.Form>
      {builder.problem !== undefined && <ui.Problem problem={builder.problem} />}
      <ui.Loaded from={load}>{(reply) => <Results builder={builder} section={section} reply={reply} />}</ui.Loaded>
    </ui.Dialog>
  );
}

function Results({
  builder,
  section,
  reply,
}: {
  builder: Builder;
  section: QuestionnaireSection;
  reply: LibraryReply;
}) {
  const { form, leftOut } = builder.detail;
  const taken = new Set([...form.sections.flatMap(({ items }) => items), ...leftOut].map(({ id }) => id));
  return (
    <>
      <p role="status">{text.found(reply.found, reply.items.length)}</p>
      <ul className="grid gap-4">
        {reply.items.map(({ library, section: heading, item }) => (
          <li
            key={`${library}:${item.id}`}
            className="grid grid-cols-[minmax(0,1fr)] gap-2 border-t border-solid-gray-420 pt-4"
          >
            <p>{item.question}</p>
            <p className="text-solid-gray-700">{text.origin(heading, messages.builder.item.types[item.type])}</p>
            <div>
              {taken.has(item.id) ? (
                <p className="text-solid-gray-700">{text.taken}</p>
              ) : (
                <ui.Button
                  size="small"
                  busy={builder.busy}
                  aria-label={text.copyLabel(item.question)}
                  onClick={() =>
                    void builder.run([{ kind: 'add-item', section: section.id, item: copyInto(form, item) }], {
                      done: text.copied,
                    })
                  }
                >
                  {text.copy}
                </ui.Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
