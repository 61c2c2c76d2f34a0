/** The questions of a sheet, what still lacks, and how far one has come: for answering with an account and by a link. */
import {
  type AnswerSheet,
  answerTo,
  isItemAnswered,
  isRequired,
  type ItemAnswer,
  type SheetProblem,
  visibilityOf,
} from '../../../core/assessment/index.ts';
import type { FormItem, Questionnaire } from '../../../core/content-schema/index.ts';
import type { SheetFiles } from '../../../web/answering/file-answer.tsx';
import { ItemField } from '../../../web/answering/item-field.tsx';
import { Button, Section, timeText } from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import type { ServerDraft } from './use-server-draft.ts';

const text = messages.sheet;

export function Questions({
  form,
  answers,
  files,
  before,
  onChange,
}: {
  form: Questionnaire;
  answers: AnswerSheet;
  files: SheetFiles | null;
  before: (item: FormItem) => string | null;
  onChange: (item: string, answer: ItemAnswer) => void;
}) {
  const { items: shown, values } = visibilityOf(form, answers);
  return (
    <>
      {form.sections.map((section) => {
        const items = section.items.filter((item) => shown.includes(item));
        return items.length === 0 ? null : (
          <Section key={section.id} title={`${section.number}　${section.title}`}>
            {section.description !== undefined && <p>{section.description}</p>}
            {items.map((item) => (
              <ItemField
                key={item.id}
                item={item}
                answer={answerTo(answers, item.id)}
                required={isRequired(item, values)}
                files={files}
                before={before(item)}
                onChange={(answer) => onChange(item.id, answer)}
              />
            ))}
          </Section>
        );
      })}
    </>
  );
}

/** What still lacks, as links to the questions. */
export function Review({ problems }: { problems: readonly SheetProblem[] }) {
  if (problems.length === 0) return <p>{text.complete}</p>;
  return (
    <>
      <p>{text.missing(problems.length)}</p>
      <ul className="list-disc ps-6">
        {problems.map((problem) => (
          <li key={problem.path}>
            <a
              href={`#item-${problem.item}`}
              className="inline-flex min-h-11 items-center text-key-900 underline underline-offset-3"
              onClick={(event) => {
                event.preventDefault();
                goTo(problem.item);
              }}
            >
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Stays in sight: how far one has come, whether it is kept, and the way to the next open question. */
export function Footer({
  draft,
  shown,
  next,
}: {
  draft: ServerDraft;
  shown: readonly FormItem[];
  next: FormItem | undefined;
}) {
  const done = shown.filter((item) => isItemAnswered(answerTo(draft.answers, item.id))).length;
  return (
    <div
      className="sticky bottom-0 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-solid-gray-420 bg-white py-2"
      data-print="never"
    >
      <p>{text.answered(done, shown.length)}</p>
      <DraftState draft={draft} />
      {next !== undefined && (
        <Button size="small" onClick={() => goTo(next.id)}>
          {text.next}
        </Button>
      )}
    </div>
  );
}

function DraftState({ draft }: { draft: ServerDraft }) {
  if (draft.state === 'failed')
    return (
      <p role="status" className="text-error-2">
        {text.saveFailed}
      </p>
    );
  return (
    <p role="status" className="text-solid-gray-700">
      {draft.state === 'saving' ? text.saving : draft.savedAt !== null && text.saved(timeText(draft.savedAt))}
      {draft.partial && ` ${text.localOnly}`}
    </p>
  );
}

/** The label of a question already carries its number; the words beside it do not. */
export function fieldProblem({ item, path, message }: SheetProblem) {
  const own = path === `${item}.value`;
  return { path: `answers.${path}`, message: own ? message.replace(/^問\d+：/, '') : message };
}

export function goTo(item: string): void {
  const part = document.getElementById(`item-${item}`);
  part?.scrollIntoView();
  part
    ?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select, button')
    ?.focus({ preventScroll: true });
}
