import type { FormItem, Questionnaire, TableColumn, TableItem } from '../../../core/content-schema/index.ts';
import { referenceText } from '../../../web/answering/reference-text.ts';
import * as ui from '../../../web/ui/index.ts';
import { segmentsOf } from '../../../core/assessment/index.ts';
import { columnCondition, itemCondition } from '../condition-words.ts';
import { GUIDANCE_PARTS } from './guidance-parts.ts';
import { answerText, choicesOf, type ShownChoice } from './item-words.ts';
import { messages } from './messages.ja.ts';

const text = messages.item;

/** One question as the respondent meets it: how to answer, what to write beside it, and the guidance. */
export function ItemView({ form, item, settings }: { form: Questionnaire; item: FormItem; settings: boolean }) {
  return (
    <>
      <h3 className="text-std-16B-170">
        {text.question(item.number)}　{item.question}
        {!item.required && (
          <span className="ms-2">
            <ui.StatusBadge>{text.optional}</ui.StatusBadge>
          </span>
        )}
      </h3>
      {item.visibleIf !== undefined && (
        <p className="text-solid-gray-700">{text.visibleNote(itemCondition(form, item.visibleIf))}</p>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
        <p>{answerText(item)}</p>
        {item.type === 'table' ? (
          <Columns item={item} />
        ) : (
          <Choices choices={choicesOf(item)} several={item.type === 'multiple'} />
        )}
      </div>
      {item.guidance !== undefined && <GuidanceText guidance={item.guidance} />}
      {settings && <Settings form={form} item={item} />}
    </>
  );
}

function Choices({ choices, several }: { choices: readonly ShownChoice[]; several: boolean }) {
  if (choices.length === 0) return null;
  return (
    <ul className={several ? 'list-[square] ps-6' : 'list-[circle] ps-6'}>
      {choices.map(({ label, note }) => (
        <li key={label}>
          {label}
          {note !== undefined && <span className="ms-3 text-solid-gray-700">{note}</span>}
        </li>
      ))}
    </ul>
  );
}

function Columns({ item }: { item: TableItem }) {
  return <ui.Table caption={text.columns} rows={item.columns} rowKey={({ id }) => id} columns={columnsOf(item)} />;
}

const columnsOf = (item: TableItem): readonly ui.Column<TableColumn>[] => [
  {
    key: 'label',
    header: text.column,
    rowHeader: true,
    cell: ({ label, required }) => (required ? label : text.columnOptional(label)),
  },
  { key: 'answer', header: text.howToAnswer, cell: (column) => <ColumnAnswer item={item} column={column} /> },
];

function ColumnAnswer({ item, column }: { item: TableItem; column: TableColumn }) {
  const choices = choicesOf(column)
    .map(({ label }) => label)
    .join(text.choiceSeparator);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      {column.help !== undefined && <p>{column.help}</p>}
      <p>
        {choices === ''
          ? answerText(column)
          : column.type === 'multiple'
            ? text.chooseSeveral(choices)
            : text.chooseOne(choices)}
      </p>
      {column.visibleIf !== undefined && (
        <p className="text-solid-gray-700">{text.visibleNote(columnCondition(item.columns, column.visibleIf))}</p>
      )}
    </div>
  );
}

function GuidanceText({ guidance }: { guidance: NonNullable<FormItem['guidance']> }) {
  return (
    <ui.Disclosure summary={text.guidance}>
      <ui.DataList
        items={GUIDANCE_PARTS.flatMap((part) => {
          const value = guidance[part];
          if (value === undefined) return [];
          const words = typeof value === 'string' ? value : value.join(text.listSeparator);
          return [{ term: text.guidanceParts[part], value: words }];
        })}
      />
    </ui.Disclosure>
  );
}

/** What the respondent does not see: what counts in the results, and the provisions behind the question. */
function Settings({ form, item }: { form: Questionnaire; item: FormItem }) {
  const segments = item.segments.filter((segment) => segment !== 'all');
  const labels = segments.map((segment) => segmentsOf(form).find(({ id }) => id === segment)?.label ?? segment);
  const items: ui.DataItem[] = [
    { term: text.severity, value: text.severities[item.severity] },
    ...(item.weight === 1 ? [] : [{ term: text.weight, value: text.weightText(item.weight) }]),
    ...(labels.length === 0 ? [] : [{ term: text.segments, value: labels.join(text.listSeparator) }]),
    ...(item.requiredIf === undefined
      ? []
      : [{ term: text.requiredIf, value: text.when(itemCondition(form, item.requiredIf)) }]),
    ...(item.subject === undefined
      ? []
      : [{ term: text.subject, value: form.subjects?.find(({ id }) => id === item.subject)?.label ?? item.subject }]),
    ...(item.risk === undefined ? [] : [{ term: text.lesson, value: item.risk.lesson ?? text.noLesson }]),
    { term: text.references, value: item.references.map(referenceText).join('\n') },
    ...(item.revision === 1 ? [] : [{ term: text.revision, value: text.revisionText(item.revision - 1) }]),
    { term: text.id, value: item.id },
  ];
  return (
    <div className="rounded-8 bg-solid-gray-50 p-4">
      <ui.Section level={4} title={text.settings}>
        <ui.DataList items={items} />
      </ui.Section>
    </div>
  );
}
