import * as ui from '../../../web/ui/index.ts';
import { checklist, type Checklist, type Item } from './client.ts';
import { checkItem, ItemFields, itemFrom } from './item-fields.tsx';
import { messages } from './messages.ja.ts';

const text = messages.form;

export function ItemDialog({
  view,
  item,
  onClose,
  onDone,
}: {
  readonly view: Checklist;
  readonly item: Item;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  return (
    <ui.Dialog open title={text.title} onClose={onClose}>
      <ui.Form
        version={item.version}
        draft={`checklist-item:${item.id}`}
        submitLabel={text.save}
        done={text.saved}
        check={(form) => checkItem(form, view)}
        submit={(form) =>
          checklist.changeItem(
            { itemId: item.id, version: form.version, ...itemFrom(form, view, item.basis) },
            form.options,
          )
        }
        onDone={onDone}
      >
        <ItemFields view={view} item={item} />
      </ui.Form>
    </ui.Dialog>
  );
}
