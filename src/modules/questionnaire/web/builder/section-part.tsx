import { lazy, type RefObject, Suspense, useRef, useState } from 'react';
import type { FormFinding } from '../../../../core/assessment/index.ts';
import type { FormItem, QuestionnaireSection } from '../../../../core/content-schema/index.ts';
import * as ui from '../../../../web/ui/index.ts';
import { itemCondition } from '../../condition-words.ts';
import { messages } from '../messages.ja.ts';
import { FindingsAt, placeOf } from './findings.tsx';
import { ItemEditor } from './item-editor.tsx';
import { ItemPart } from './item-part.tsx';
import { NewItem } from './new-item.tsx';
import type { Editing } from './paths.ts';
import { SectionForm } from './section-form.tsx';
import type { Builder } from './use-build.ts';

const text = messages.builder.section;
/** Loaded when somebody looks into it: the page of the builder is large enough. */
const LibraryDialog = lazy(async () => ({ default: (await import('./library-dialog.tsx')).LibraryDialog }));

export interface SectionPartProps {
  readonly builder: Builder;
  readonly section: QuestionnaireSection;
  readonly index: number;
  readonly findings: readonly FormFinding[];
  readonly editing: Editing;
  readonly onEdit: (next: Editing) => void;
  readonly onDraft: (item: FormItem | null) => void;
}

/** One section: its own settings, its items, and the ways to add one. */
export function SectionPart(props: SectionPartProps) {
  const { builder, section, findings, editing, onEdit, onDraft } = props;
  const { form } = builder.detail;
  const addButton = useRef<HTMLButtonElement>(null);
  const own = findings.filter((finding) => finding.section === section.id);
  const close = (focus: string): void => {
    onEdit(null);
    setTimeout(() => document.getElementById(focus)?.focus());
  };
  return (
    <section
      id={placeOf({ section: section.id })}
      tabIndex={-1}
      aria-labelledby={`title-${section.id}`}
      className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-8 border border-solid-gray-420 p-4"
    >
      <h2 id={`title-${section.id}`} className="text-std-20B-150">
        {messages.detail.section(section.number, section.title)}
      </h2>
      {section.description !== undefined && <p>{section.description}</p>}
      {section.visibleIf !== undefined && (
        <p className="text-solid-gray-700">{messages.item.visibleNote(itemCondition(form, section.visibleIf))}</p>
      )}
      <FindingsAt findings={own.filter(({ item }) => item === null)} />
      <SectionActions {...props} />
      {section.items.map((item, place) =>
        editing?.kind === 'item' && editing.item === item.id ? (
          <ItemEditor
            key={item.id}
            builder={builder}
            item={item}
            isNew={false}
            onDraft={onDraft}
            save={(next, meaningChanged) => [{ kind: 'change-item', item: next, meaningChanged }]}
            onClose={() => close(placeOf({ item: item.id }))}
          />
        ) : (
          <ItemPart
            key={item.id}
            builder={builder}
            section={section}
            item={item}
            place={place}
            findings={own.filter((finding) => finding.item === item.id)}
            onEdit={() => onEdit({ kind: 'item', item: item.id })}
          />
        ),
      )}
      {editing?.kind === 'new-item' && editing.section === section.id ? (
        <NewItem
          builder={builder}
          section={section}
          onDraft={onDraft}
          onClose={() => close(placeOf({ section: section.id }))}
        />
      ) : (
        <AddButtons builder={builder} section={section} onEdit={onEdit} addButton={addButton} />
      )}
    </section>
  );
}

function AddButtons({
  builder,
  section,
  onEdit,
  addButton,
}: Pick<SectionPartProps, 'builder' | 'section' | 'onEdit'> & { addButton: RefObject<HTMLButtonElement | null> }) {
  const [library, setLibrary] = useState(false);
  return (
    <div className="flex flex-wrap gap-3">
      <ui.Button
        ref={addButton}
        size="small"
        aria-label={text.addItemLabel(section.title)}
        onClick={() => onEdit({ kind: 'new-item', section: section.id })}
      >
        {text.addItem}
      </ui.Button>
      <ui.Button size="small" aria-label={text.fromLibraryLabel(section.title)} onClick={() => setLibrary(true)}>
        {text.fromLibrary}
      </ui.Button>
      {library && (
        <Suspense fallback={null}>
          <LibraryDialog builder={builder} section={section} onClose={() => setLibrary(false)} />
        </Suspense>
      )}
    </div>
  );
}

function SectionActions({ builder, section, index }: SectionPartProps) {
  const [open, setOpen] = useState(false);
  const { sections } = builder.detail.form;
  const place = placeOf({ section: section.id });
  const move = (to: number, id: string): void =>
    void builder.run([{ kind: 'move-section', section: section.id, to }], {
      done: text.moved(section.title),
      focus: id,
    });
  const close = (): void => {
    setOpen(false);
    setTimeout(() => document.getElementById(place)?.focus());
  };
  if (open) return <SectionForm builder={builder} section={section} onClose={close} />;
  return (
    <div className="flex flex-wrap gap-3">
      <ui.Button size="small" aria-label={text.changeLabel(section.title)} onClick={() => setOpen(true)}>
        {text.change}
      </ui.Button>
      {index > 0 && (
        <ui.Button
          id={`${place}-up`}
          size="small"
          busy={builder.busy}
          aria-label={text.upLabel(section.title)}
          onClick={() => move(index - 1, index > 1 ? `${place}-up` : `${place}-down`)}
        >
          {messages.builder.up}
        </ui.Button>
      )}
      {index < sections.length - 1 && (
        <ui.Button
          id={`${place}-down`}
          size="small"
          busy={builder.busy}
          aria-label={text.downLabel(section.title)}
          onClick={() => move(index + 1, index < sections.length - 2 ? `${place}-down` : `${place}-up`)}
        >
          {messages.builder.down}
        </ui.Button>
      )}
      {section.items.length === 0 && sections.length > 1 && (
        <ui.Button
          size="small"
          variant="text"
          busy={builder.busy}
          aria-label={text.removeLabel(section.title)}
          onClick={() =>
            void builder.run([{ kind: 'remove-section', section: section.id }], {
              done: text.removed(section.title),
              focus: 'build-head',
            })
          }
        >
          {text.remove}
        </ui.Button>
      )}
    </div>
  );
}
