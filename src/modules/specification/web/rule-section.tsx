import { useState } from 'react';
import { ruleSentence } from '../../../core/obligation/rule-sentence.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Clause, type Draft, specification } from './client.ts';
import { namesIn } from './form/names.ja.ts';
import { freeCode, type Json, type JsonRecord, recordOf, textOf } from './form/value.ts';
import { messages } from './messages.ja.ts';
import { COMMON_FIELDS, MORE_FIELDS, RULE_SHAPES } from './rule-shapes.ja.ts';
import { ValueForm } from './value-form.tsx';

const text = messages.rules;

interface Props {
  readonly draft: Draft;
  readonly clause: Clause;
  readonly onChange: () => void;
}

/** The duties of a clause: each as a sentence with its form, and all of them as the YAML text that experts write. */
export function RuleSection({ draft, clause, onChange }: Props) {
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const names = namesIn(draft);
  const rules = clause.ruleList;
  const remove = ui.useCommand(
    (options, at: number) =>
      specification.updateRule({ draftId: draft.id, version: draft.version, key: clause.key, at, rule: null }, options),
    { done: text.removed, onDone: onChange },
  );
  const close = (): void => setEditing(null);
  const saved = (): void => {
    close();
    onChange();
  };
  return (
    <ui.Section title={text.title} level={3}>
      {remove.problem !== undefined && <ui.Problem problem={remove.problem} />}
      {rules === null && <ui.Notice tone="error" title={text.unreadable} />}
      {rules?.length === 0 && <p>{text.none}</p>}
      <ol className="grid gap-3">
        {rules?.map((rule, at) => {
          const title = textOf(recordOf(rule)['title']) || text.nth(at + 1);
          return (
            <li
              key={textOf(recordOf(rule)['id']) || at}
              className="grid gap-2 rounded-8 border border-solid-gray-420 p-4"
            >
              <p className="text-std-16B-170 wrap-anywhere">{title}</p>
              <p className="wrap-anywhere">{ruleSentence(rule, names)}</p>
              <div className="flex flex-wrap gap-2">
                <ui.Button size="small" aria-label={text.changeOf(title)} onClick={() => setEditing(at)}>
                  {text.change}
                </ui.Button>
                <ui.Button
                  size="small"
                  variant="text"
                  busy={remove.busy}
                  aria-label={text.removeOf(title)}
                  onClick={() => void remove.run(at)}
                >
                  {text.remove}
                </ui.Button>
              </div>
              {editing === at && (
                <RuleForm draft={draft} clause={clause} at={at} rule={rule} onDone={saved} onClose={close} />
              )}
            </li>
          );
        })}
      </ol>
      {editing === 'new' ? (
        <RuleForm draft={draft} clause={clause} at={null} rule={null} onDone={saved} onClose={close} />
      ) : (
        rules !== null && (
          <div>
            <ui.Button size="small" onClick={() => setEditing('new')}>
              {text.add}
            </ui.Button>
          </div>
        )
      )}
      <ui.Disclosure summary={text.yaml} open={rules === null}>
        <ui.Form
          key={clause.rules}
          version={draft.version}
          submitLabel={text.yamlSave}
          done={text.saved}
          submit={(form) =>
            specification.updateRules(
              { draftId: draft.id, version: form.version, key: clause.key, rules: form.text('rules') },
              form.options,
            )
          }
          onDone={saved}
        >
          <ui.TextArea name="rules" label={text.yamlLabel} hint={text.yamlHint} rows={6} defaultValue={clause.rules} />
        </ui.Form>
      </ui.Disclosure>
    </ui.Section>
  );
}

function RuleForm({
  draft,
  clause,
  at,
  rule,
  onDone,
  onClose,
}: {
  readonly draft: Draft;
  readonly clause: Clause;
  readonly at: number | null;
  readonly rule: Json;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const names = namesIn(draft);
  const [value, setValue] = useState<JsonRecord>(() => (rule === null ? newRule(clause) : recordOf(rule)));
  const shape = RULE_SHAPES[textOf(value['type'])];
  return (
    <div role="group" aria-label={text.form} className="border-s-4 border-key-900 ps-4">
      <ValueForm
        draft={draft}
        path="rule"
        value={value}
        onChange={setValue}
        fields={[...COMMON_FIELDS, ...(shape?.fields ?? []), ...MORE_FIELDS]}
        submitLabel={text.save}
        done={text.saved}
        submit={(version, options) =>
          specification.updateRule({ draftId: draft.id, version, key: clause.key, at, rule: { ...value } }, options)
        }
        onDone={onDone}
        actions={<ui.Button onClick={onClose}>{text.cancel}</ui.Button>}
        above={
          <ui.Select
            name="rule.type"
            label={text.shape}
            required
            options={Object.entries(RULE_SHAPES).map(([id, { label }]) => ({ value: id, label }))}
            hint={shape?.hint ?? ''}
            value={textOf(value['type'])}
            onChange={({ target }) => setValue(shaped(value, target.value))}
          />
        }
        below={
          <div className="grid gap-1 rounded-8 bg-key-50 p-4">
            <p className="text-std-16B-170">{text.sentence}</p>
            <p aria-live="polite" className="wrap-anywhere">
              {ruleSentence(value, names)}
            </p>
          </div>
        }
      />
    </div>
  );
}

function newRule(clause: Clause): JsonRecord {
  const id = freeCode(clause.ruleList ?? [], 'id', 'rule');
  return shaped({ id, title: '', type: 'by' }, 'by');
}

const KEPT = new Set(['id', 'title', 'party', 'when', 'unless', 'occasional']);

/** Another shape keeps what every rule has. */
function shaped(value: JsonRecord, type: string): JsonRecord {
  const common = Object.fromEntries(Object.entries(value).filter(([name]) => KEPT.has(name)));
  return { type, ...common, ...RULE_SHAPES[type]?.start };
}
