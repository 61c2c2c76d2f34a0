import * as ui from '../../../web/ui/index.ts';
import { type Clause, type Draft, specification } from './client.ts';
import { CAPABILITY_NAMES, KIND_NAMES } from '../rules/names.ja.ts';
import { ClauseParts } from './clause-parts.tsx';
import { textOf } from './form/value.ts';
import { messages } from './messages.ja.ts';
import { RuleSection } from './rule-section.tsx';
import { SourceText } from './source-text.tsx';
import { WorkSection } from './work-section.tsx';

const text = messages.draft;
const KINDS = Object.keys(KIND_NAMES) as (keyof typeof KIND_NAMES)[];
const PARTIES = ['contractor', 'city', 'both'] as const;
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
  const party = textOf(clause.more['party']) || 'contractor';
  return (
    <section aria-label={text.chosen(clause.id)} className="grid min-w-0 content-start gap-6">
      <SourceText draft={draft} clause={clause} onChange={() => onChange(null)} />
      <ui.Form
        key={[clause.key, clause.id, clause.title, clause.kind, clause.capability, clause.summary, party].join('\n')}
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
              party: form.one('party', PARTIES),
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
        <ui.Select name="party" label={text.party} required options={text.partyOptions} defaultValue={party} />
        <ui.TextArea
          name="summary"
          label={text.summary}
          hint={clause.summaryProposed ? text.summaryProposed : text.summaryHint}
          required
          rows={3}
          defaultValue={clause.summary}
        />
      </ui.Form>
      <RuleSection draft={draft} clause={clause} onChange={() => onChange(null)} />
      <WorkSection
        key={`work:${JSON.stringify(clause.work)}`}
        draft={draft}
        clause={clause}
        onChange={() => onChange(null)}
      />
      <ClauseParts draft={draft} clause={clause} onChange={() => onChange(null)} />
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
