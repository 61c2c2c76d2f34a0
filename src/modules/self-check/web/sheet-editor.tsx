import { useNavigate } from 'react-router';
import {
  answerTo,
  askedAnswers,
  isItemAnswered,
  isRequired,
  type ItemAnswer,
  type SheetProblem,
  validateSheet,
  valueInWords,
  visibilityOf,
} from '../../../core/assessment/index.ts';
import { fiscalYearLabel } from '../../../core/calendar/index.ts';
import type { FormItem } from '../../../core/content-schema/index.ts';
import { ItemField } from '../../../web/answering/item-field.tsx';
import { Button, DateField, Form, Notice, Section, timeText } from '../../../web/ui/index.ts';
import { type Sheet, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';
import { SheetConflict } from './sheet-conflict.tsx';
import { type ServerDraft, useServerDraft } from './use-server-draft.ts';
import { useSheetFiles } from './use-sheet-files.ts';

const text = messages.sheet;

/** The form of one department: answers are kept while they are typed and handed in as a whole. */
export function SheetEditor({ sheet, proxy }: { sheet: Sheet; proxy: boolean }) {
  const draft = useServerDraft(sheet);
  const navigate = useNavigate();
  const { answers, set } = draft;
  const { items: shown, values } = visibilityOf(sheet.form, answers);
  // Answers to questions that are no longer asked stay in the draft and are not handed in.
  const asked = askedAnswers(sheet.form, answers);
  const problems = validateSheet(sheet.form, asked, { complete: true });
  const files = useSheetFiles(sheet);
  const change = (item: string, answer: ItemAnswer): void => set((before) => ({ ...before, [item]: answer }));
  const next = shown.find((item) => problems.some((problem) => problem.item === item.id));
  return (
    <>
      <SheetConflict sheet={sheet} draft={draft} />
      <Form
        guard={false}
        version={sheet.revision}
        submitLabel={sheet.revision === 0 ? text.submit : text.resubmit}
        done={text.submitted}
        check={() => problems.map(fieldProblem)}
        submit={(form) => {
          const input = {
            campaignId: sheet.campaignId,
            departmentId: sheet.departmentId,
            expectedRevision: form.version,
            answers: asked,
          };
          return proxy
            ? selfCheck.submitOnBehalf({ ...input, receivedOn: form.day('receivedOn') }, form.options)
            : selfCheck.submitResponse(input, form.options);
        }}
        onDone={() => {
          draft.finish();
          void navigate(proxy ? `/engagements/${sheet.engagementId}/self-check/${sheet.campaignId}` : '/sheets');
        }}
      >
        {proxy && <DateField name="receivedOn" label={text.receivedOn} required />}
        {sheet.form.sections.map((section) => {
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
                  before={beforeText(sheet, item)}
                  onChange={(answer) => change(item.id, answer)}
                />
              ))}
            </Section>
          );
        })}
        <Section title={text.review}>
          <Review problems={problems} />
        </Section>
        <Footer draft={draft} shown={shown} next={next} />
      </Form>
    </>
  );
}

/** What still lacks, as links to the questions. */
function Review({ problems }: { problems: readonly SheetProblem[] }) {
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
function Footer({
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
function fieldProblem({ item, path, message }: SheetProblem) {
  const own = path === `${item}.value`;
  return { path: `answers.${path}`, message: own ? message.replace(/^問\d+：/, '') : message };
}

function goTo(item: string): void {
  const part = document.getElementById(`item-${item}`);
  part?.scrollIntoView();
  part
    ?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select, button')
    ?.focus({ preventScroll: true });
}

function beforeText(sheet: Sheet, item: FormItem): string | null {
  const answer = sheet.previous === null ? undefined : answerTo(sheet.previous.answers, item.id);
  if (sheet.previous === null || !isItemAnswered(answer)) return null;
  return text.before(fiscalYearLabel(sheet.previous.fiscalYear), valueInWords(item, answer));
}

export function RefusalNotice({ sheet }: { sheet: Sheet }) {
  return sheet.refusal === null ? null : (
    <Notice tone="warning" title={text.refused}>
      <p>{sheet.refusal}</p>
    </Notice>
  );
}
