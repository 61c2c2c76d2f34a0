import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { nameOf } from '../rules/precedence.ts';
import { messages } from './messages.ja.ts';
import { type Conflict, type PartProps, standards, type StandardsList } from './standards-client.ts';

const text = messages.conflicts;

/** Where two standards said different things, and which was followed (6※2). */
export function ConflictSection({ engagementId, list, onChange }: PartProps) {
  const manage = useCan()('standards.manage');
  const options = list.standards.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <ui.Section title={text.title}>
      <ui.Table
        caption={text.caption}
        rows={list.conflicts}
        rowKey={({ id }) => id}
        columns={columnsOf(list)}
        empty={
          <ui.EmptyState title={text.empty}>
            <p>{manage ? (options.length < 2 ? text.tooFew : text.emptyHelp) : text.emptyReader}</p>
          </ui.EmptyState>
        }
      />
      {manage && options.length >= 2 && (
        <ui.Disclosure summary={text.open}>
          <ui.Form
            draft={`standards-conflict:${engagementId}`}
            reset
            submitLabel={text.submit}
            done={text.done}
            submit={(form) =>
              standards.recordConflict(
                {
                  engagementId,
                  topic: form.text('topic'),
                  preferred: form.text('preferred'),
                  other: form.text('other'),
                  note: form.text('note'),
                },
                form.options,
              )
            }
            onDone={onChange}
          >
            <ui.TextField name="topic" label={text.topic} hint={text.topicHint} required maxLength={200} />
            <ui.Select name="preferred" label={text.preferred} required width="full" options={options} />
            <ui.Select name="other" label={text.other} required width="full" options={options} />
            <ui.TextArea name="note" label={text.note} hint={text.noteHint} required maxLength={2000} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </ui.Section>
  );
}

const columnsOf = (list: StandardsList): readonly ui.Column<Conflict>[] => [
  { key: 'topic', header: text.topic, rowHeader: true, cell: ({ topic }) => topic },
  { key: 'preferred', header: text.preferred, cell: ({ preferred }) => nameOf(list, preferred) },
  { key: 'other', header: text.other, cell: ({ other }) => nameOf(list, other) },
  { key: 'note', header: text.note, cell: ({ note }) => <span className="whitespace-pre-line">{note}</span> },
  { key: 'recordedOn', header: text.recordedOn, cell: ({ recordedOn }) => <ui.DayText day={recordedOn} /> },
];
