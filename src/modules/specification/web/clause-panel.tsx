import * as ui from '../../../web/ui/index.ts';
import { type Clause, type Draft, specification } from './client.ts';
import { CAPABILITY_NAMES, KIND_NAMES } from '../rules/names.ja.ts';
import { messages } from './messages.ja.ts';
import { SourceText } from './source-text.tsx';

const text = messages.draft;
const KINDS = Object.keys(KIND_NAMES) as (keyof typeof KIND_NAMES)[];
const optionsOf = (labels: Readonly<Record<string, string>>, more: string) => [
  ...Object.entries(labels).map(([value, label]) => ({ value, label })),
  ...(more in labels ? [] : [{ value: more, label: more }]),
];

interface Props {
  readonly draft: Draft;
  readonly clause: Clause;
  /** The clause to show next; null stays. */
  readonly onChange: (key: string | null) => void;
}

/** The chosen clause: its source, what was found in it, the form, and the buttons that move it. */
export function ClausePanel(props: Props) {
  const { clause, draft, onChange } = props;
  return (
    <section aria-label={text.chosen(clause.id)} className="grid min-w-0 content-start gap-6">
      <SourceText clause={clause} />
      <ui.Form
        key={`${clause.key}:${draft.version}`}
        version={draft.version}
        submitLabel={text.save}
        done={text.saved}
        submit={(form) =>
          specification.updateClause(
            {
              draftId: draft.id,
              version: form.version,
              key: clause.key,
              id: form.text('id'),
              title: form.text('title'),
              kind: form.one('kind', KINDS),
              capability: form.text('capability'),
              summary: form.text('summary'),
              rules: form.text('rules'),
            },
            form.options,
          )
        }
        onDone={() => onChange(null)}
      >
        <ui.TextField name="id" label={text.id} required maxLength={120} defaultValue={clause.id} />
        <ui.TextField name="title" label={text.name} required maxLength={200} defaultValue={clause.title} />
        <ui.Select
          name="kind"
          label={text.kind}
          options={optionsOf(KIND_NAMES, clause.kind)}
          defaultValue={clause.kind}
        />
        <ui.Select
          name="capability"
          label={text.capability}
          options={optionsOf(CAPABILITY_NAMES, clause.capability)}
          defaultValue={clause.capability}
        />
        <ui.TextArea name="summary" label={text.summary} required rows={4} defaultValue={clause.summary} />
        <ui.TextArea name="rules" label={text.rules} hint={text.rulesHint} rows={6} defaultValue={clause.rules} />
      </ui.Form>
      <Arrange {...props} />
    </section>
  );
}

type Action = keyof typeof text.actions | 'split';

function Arrange({ draft, clause, onChange }: Props) {
  const arrange = ui.useCommand(
    (options, action: Action) =>
      specification.arrangeClause({ draftId: draft.id, version: draft.version, key: clause.key, action }, options),
    { done: text.moved, onDone: ({ key }) => onChange(key) },
  );
  return (
    <ui.Section title={text.arrange} level={3}>
      {arrange.problem !== undefined && <ui.Problem problem={arrange.problem} />}
      <div className="flex flex-wrap gap-2">
        {(['move-up', 'move-down', 'merge-next', 'add-after'] as const).map((action) => (
          <ui.Button
            key={action}
            size="small"
            variant="outline"
            busy={arrange.busy}
            onClick={() => void arrange.run(action)}
          >
            {text.actions[action]}
          </ui.Button>
        ))}
        <ui.ConfirmButton
          size="small"
          variant="danger"
          title={text.deleteTitle}
          body={text.deleteBody}
          busy={arrange.busy}
          onConfirm={() => arrange.run('delete')}
        >
          {text.actions.delete}
        </ui.ConfirmButton>
      </div>
      {clause.text !== '' && <Split draft={draft} clause={clause} onChange={onChange} />}
    </ui.Section>
  );
}

function Split({ draft, clause, onChange }: Props) {
  return (
    <ui.Form
      guard={false}
      version={draft.version}
      submitLabel={text.splitSubmit}
      done={text.moved}
      check={(form) =>
        clause.text.indexOf(form.text('word')) > 0 ? [] : [{ path: 'word', message: text.splitMissing }]
      }
      submit={(form) => {
        const at = clause.text.indexOf(form.text('word'));
        const { key } = clause;
        return specification.arrangeClause(
          { draftId: draft.id, version: form.version, key, action: 'split', at },
          form.options,
        );
      }}
      onDone={({ key }) => onChange(key)}
    >
      <ui.TextField name="word" label={text.split} hint={text.splitHint} required maxLength={100} />
    </ui.Form>
  );
}
