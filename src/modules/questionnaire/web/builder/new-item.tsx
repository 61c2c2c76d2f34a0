import { useState } from 'react';
import type { FormItem, QuestionnaireSection } from '../../../../core/content-schema/index.ts';
import { newKey } from '../../../../web/client.ts';
import * as ui from '../../../../web/ui/index.ts';
import { messages } from '../messages.ja.ts';
import { blankItem, ITEM_TYPES } from './blank-item.ts';
import { ItemEditor } from './item-editor.tsx';
import type { Builder } from './use-build.ts';

const text = messages.builder.item;

/** A new item: first how it is answered, then everything else. */
export function NewItem({
  builder,
  section,
  onDraft,
  onClose,
}: {
  builder: Builder;
  section: QuestionnaireSection;
  onDraft: (item: FormItem | null) => void;
  onClose: () => void;
}) {
  const [item, setItem] = useState<FormItem | null>(null);
  if (item !== null)
    return (
      <ItemEditor
        builder={builder}
        item={item}
        isNew
        onDraft={onDraft}
        save={(next) => [{ kind: 'add-item', section: section.id, item: next }]}
        onClose={onClose}
      />
    );
  return (
    <ui.Form
      guard={false}
      submitLabel={text.next}
      done={null}
      submit={(reader) => {
        const type = ITEM_TYPES.find((one) => one === reader.text('type')) ?? 'yes-no-na';
        return Promise.resolve(blankItem(type, `q-${newKey().slice(0, 8)}`));
      }}
      onDone={setItem}
      actions={
        <ui.Button variant="text" onClick={onClose}>
          {messages.builder.close}
        </ui.Button>
      }
    >
      <ui.RadioGroup
        name="type"
        label={text.type}
        required
        options={ITEM_TYPES.map((type) => ({ value: type, label: text.types[type], hint: text.typeHints[type] }))}
      />
    </ui.Form>
  );
}
