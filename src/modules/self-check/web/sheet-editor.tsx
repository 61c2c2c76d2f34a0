import { useNavigate } from 'react-router';
import {
  answerTo,
  askedAnswers,
  isItemAnswered,
  type ItemAnswer,
  validateSheet,
  valueInWords,
  visibilityOf,
} from '../../../core/assessment/index.ts';
import { fiscalYearLabel } from '../../../core/calendar/index.ts';
import type { FormItem } from '../../../core/content-schema/index.ts';
import { DateField, Form, Notice, Section } from '../../../web/ui/index.ts';
import { type Sheet, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';
import { SheetConflict } from './sheet-conflict.tsx';
import { fieldProblem, Footer, Questions, Review } from './questions.tsx';
import { useServerDraft } from './use-server-draft.ts';
import { useSheetFiles } from './use-sheet-files.ts';

const text = messages.sheet;

/** The form of one department: answers are kept while they are typed and handed in as a whole. */
export function SheetEditor({
  sheet,
  proxy,
  onDone,
}: {
  sheet: Sheet;
  proxy: boolean;
  /** Where the page has something to show about the answers that were handed in. */
  onDone: () => void;
}) {
  const draft = useServerDraft({
    key: `sheet:${sheet.campaignId}:${sheet.respondentId}`,
    sheet,
    save: (draftVersion, kept) =>
      selfCheck.saveDraft({
        campaignId: sheet.campaignId,
        respondentId: sheet.respondentId,
        draftVersion,
        answers: kept,
      }),
  });
  const navigate = useNavigate();
  const { answers, set } = draft;
  const { items: shown } = visibilityOf(sheet.form, answers);
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
            respondentId: sheet.respondentId,
            expectedRevision: form.version,
            answers: asked,
          };
          return proxy
            ? selfCheck.submitOnBehalf({ ...input, receivedOn: form.day('receivedOn') }, form.options)
            : selfCheck.submitResponse(input, form.options);
        }}
        onDone={() => {
          draft.finish();
          if (!proxy && shown.some(({ risk }) => risk?.lesson !== undefined)) onDone();
          else void navigate(proxy ? `/engagements/${sheet.engagementId}/self-check/${sheet.campaignId}` : '/sheets');
        }}
      >
        {proxy && <DateField name="receivedOn" label={text.receivedOn} required />}
        <Questions
          form={sheet.form}
          answers={answers}
          files={files}
          before={(item) => beforeText(sheet, item)}
          onChange={change}
        />
        <Section title={text.review}>
          <Review problems={problems} />
        </Section>
        <Footer draft={draft} shown={shown} next={next} />
      </Form>
    </>
  );
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
