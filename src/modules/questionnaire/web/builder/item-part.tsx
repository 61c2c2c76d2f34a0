import type { FormFinding } from '../../../../core/assessment/index.ts';
import type { FormItem, QuestionnaireSection } from '../../../../core/content-schema/index.ts';
import * as ui from '../../../../web/ui/index.ts';
import { itemCondition } from '../../condition-words.ts';
import { segmentsOf } from '../../../../core/assessment/index.ts';
import { messages } from '../messages.ja.ts';
import { FindingsAt, placeOf } from './findings.tsx';
import type { Builder } from './use-build.ts';

const text = messages.builder.item;

/** One item in the order of the form, with what is done to it. Every way of moving it is a button. */
export function ItemPart({
  builder,
  section,
  item,
  place,
  findings,
  onEdit,
}: {
  builder: Builder;
  section: QuestionnaireSection;
  item: FormItem;
  place: number;
  findings: readonly FormFinding[];
  onEdit: () => void;
}) {
  const { form } = builder.detail;
  const id = placeOf({ item: item.id });
  return (
    <div
      id={id}
      tabIndex={-1}
      role="group"
      aria-label={messages.item.question(item.number)}
      className="grid grid-cols-[minmax(0,1fr)] gap-2 border-t border-solid-gray-420 pt-4"
    >
      <h3 className="text-std-16B-170">
        {messages.item.question(item.number)}　{item.question}
      </h3>
      <p className="flex flex-wrap gap-2">
        <ui.StatusBadge>{text.types[item.type]}</ui.StatusBadge>
        {!item.required && <ui.StatusBadge>{messages.item.optional}</ui.StatusBadge>}
        {item.id === form.segmentItem && <ui.StatusBadge tone="info">{text.asksSegment}</ui.StatusBadge>}
        {labelsOf(builder, item).map((label) => (
          <ui.StatusBadge key={label} tone="info">
            {label}
          </ui.StatusBadge>
        ))}
      </p>
      {item.visibleIf !== undefined && (
        <p className="text-solid-gray-700">{messages.item.visibleNote(itemCondition(form, item.visibleIf))}</p>
      )}
      {item.requiredIf !== undefined && !item.required && (
        <p className="text-solid-gray-700">{text.requiredNote(itemCondition(form, item.requiredIf))}</p>
      )}
      <FindingsAt findings={findings} />
      <div className="flex flex-wrap gap-3">
        <ui.Button size="small" aria-label={text.changeLabel(item.number)} onClick={onEdit}>
          {text.change}
        </ui.Button>
        <MoveButtons builder={builder} section={section} item={item} place={place} />
        <ui.Button
          size="small"
          variant="text"
          busy={builder.busy}
          aria-label={text.removeLabel(item.number)}
          onClick={() =>
            void builder.run([{ kind: 'remove-item', item: item.id }], {
              done: text.removed(item.number),
              focus: placeOf({ section: section.id }),
            })
          }
        >
          {text.remove}
        </ui.Button>
      </div>
    </div>
  );
}

/** Up and down, from the end of a section into the next one. */
function MoveButtons({
  builder,
  section,
  item,
  place,
}: {
  builder: Builder;
  section: QuestionnaireSection;
  item: FormItem;
  place: number;
}) {
  const { sections } = builder.detail.form;
  const at = sections.indexOf(section);
  const [before, after] = [sections[at - 1], sections[at + 1]];
  const up =
    place > 0 ? { section: section.id, to: place - 1 } : before && { section: before.id, to: before.items.length };
  const down =
    place < section.items.length - 1 ? { section: section.id, to: place + 1 } : after && { section: after.id, to: 0 };
  const id = placeOf({ item: item.id });
  const move = (target: { section: string; to: number }, focus: string): void =>
    void builder.run([{ kind: 'move-item', item: item.id, ...target }], { done: text.moved, focus });
  return (
    <>
      {up !== undefined && (
        <ui.Button
          id={`${id}-up`}
          size="small"
          busy={builder.busy}
          aria-label={text.upLabel(item.number)}
          onClick={() => move(up, item.number > 2 || at > 0 ? `${id}-up` : `${id}-down`)}
        >
          {messages.builder.up}
        </ui.Button>
      )}
      {down !== undefined && (
        <ui.Button
          id={`${id}-down`}
          size="small"
          busy={builder.busy}
          aria-label={text.downLabel(item.number)}
          onClick={() => move(down, `${id}-down`)}
        >
          {messages.builder.down}
        </ui.Button>
      )}
    </>
  );
}

function labelsOf(builder: Builder, item: FormItem): string[] {
  const { form } = builder.detail;
  if (item.segments.includes('all')) return [];
  return item.segments.map((segment) => segmentsOf(form).find(({ id }) => id === segment)?.label ?? segment);
}
