import { useState } from 'react';
import {
  type AnswerSheet,
  answerTo,
  askedAnswers,
  isItemAnswered,
  type ItemAnswer,
  validateSheet,
  visibilityOf,
} from '../../../core/assessment/index.ts';
import { Button, DataList, DayText, Form, Loaded, Notice, Section, useLoad } from '../../../web/ui/index.ts';
import { campaignText } from './campaign-messages.ja.ts';
import { type LinkedSheet, selfCheck } from './client.ts';
import { Lessons } from './lessons.tsx';
import { messages } from './messages.ja.ts';
import { fieldProblem, Footer, goTo, Questions, Review } from './questions.tsx';
import { PassingByLink } from './passing-link.tsx';
import { SheetConflict } from './sheet-conflict.tsx';
import { useServerDraft } from './use-server-draft.ts';

const text = campaignText.link;

/** `/answer#token`: the token stays behind the `#`, so it reaches no server log. */
export function Component() {
  const token = location.hash.slice(1);
  if (token === '') return <Notice tone="error" title={text.missing} />;
  return <Opened token={token} />;
}

function Opened({ token }: { token: string }) {
  const load = useLoad(() => selfCheck.openLink({ token }), [token]);
  const [done, setDone] = useState<{ readonly state: HandedIn; readonly answers: AnswerSheet }>();
  return (
    <Loaded from={load}>
      {(sheet) =>
        done === undefined ? (
          <Body
            token={token}
            sheet={sheet}
            onDone={(state, answers) => setDone({ state, answers })}
            onPassed={load.reload}
          />
        ) : (
          <>
            <Notice tone="success" role="status" title={sheet.anonymous ? campaignText.anonymous.thanks : text.thanks}>
              {!sheet.anonymous && <p>{done.state === 'submitted' ? text.thanksHelp : text.thanksApproval}</p>}
            </Notice>
            <Lessons form={sheet.form} answers={done.answers} />
          </>
        )
      }
    </Loaded>
  );
}

type HandedIn = 'submitted' | 'awaiting-approval';

interface BodyProps {
  readonly token: string;
  readonly sheet: LinkedSheet;
  readonly onDone: (state: HandedIn, answers: AnswerSheet) => void;
}

interface PassableProps extends BodyProps {
  readonly onPassed: () => void;
}

function Body({ token, sheet, onDone, onPassed }: PassableProps) {
  return (
    <>
      <DataList
        items={[
          { term: text.survey, value: sheet.title },
          { term: text.municipality, value: sheet.municipality },
          { term: text.department, value: sheet.departmentName },
          ...(sheet.respondentName === '' ? [] : [{ term: text.name, value: sheet.respondentName }]),
          { term: text.due, value: <DayText day={sheet.due} look="weekday" /> },
          ...(sheet.message === '' ? [] : [{ term: text.message, value: sheet.message }]),
        ]}
      />
      {sheet.anonymous && (
        <Notice title={campaignText.anonymous.notice}>
          <p>{campaignText.anonymous.explain(sheet.smallestGroup)}</p>
          <p>{campaignText.anonymous.unsaved}</p>
        </Notice>
      )}
      <PassingByLink token={token} sheet={sheet} onDone={onPassed} />
      {sheet.refusal !== null ? (
        <Notice tone="warning" title={text.refused}>
          <p>{sheet.refusal}</p>
        </Notice>
      ) : sheet.anonymous ? (
        <WithoutName token={token} sheet={sheet} onDone={onDone} />
      ) : (
        <WithName token={token} sheet={sheet} onDone={onDone} />
      )}
    </>
  );
}

const nothingBefore = (): null => null;

/** Kept on the server while it is typed, so that a lost connection or another tab loses nothing. */
function WithName({ token, sheet, onDone }: BodyProps) {
  const draft = useServerDraft({
    // The last characters tell the links of one computer apart and open none.
    key: `link:${token.slice(-6)}`,
    sheet: { ...sheet, draftSavedAt: null },
    save: (draftVersion, answers) => selfCheck.saveLinkDraft({ token, draftVersion, answers }),
  });
  const { answers, set } = draft;
  const { items: shown } = visibilityOf(sheet.form, answers);
  const asked = askedAnswers(sheet.form, answers);
  const problems = validateSheet(sheet.form, asked, { complete: true });
  return (
    <>
      <SheetConflict sheet={sheet} draft={draft} />
      <Form
        guard={false}
        version={sheet.revision}
        submitLabel={sheet.revision === 0 ? text.submit : text.resubmit}
        done={text.done}
        check={() => problems.map(fieldProblem)}
        submit={(form) => selfCheck.submitByLink({ token, expectedRevision: form.version, answers: asked })}
        onDone={({ state }) => {
          draft.finish();
          onDone(state, asked);
        }}
      >
        <Questions
          form={sheet.form}
          answers={answers}
          files={null}
          before={nothingBefore}
          onChange={(item, answer) => set((before) => ({ ...before, [item]: answer }))}
        />
        <Section title={messages.sheet.review}>
          <Review problems={problems} />
        </Section>
        <Footer
          draft={draft}
          shown={shown}
          next={shown.find((item) => problems.some((problem) => problem.item === item.id))}
        />
      </Form>
    </>
  );
}

/** Kept nowhere until it is handed in: neither in the browser, which others may use, nor on the server. */
function WithoutName({ token, sheet, onDone }: BodyProps) {
  const [answers, setAnswers] = useState<AnswerSheet>({});
  const { items: shown } = visibilityOf(sheet.form, answers);
  const asked = askedAnswers(sheet.form, answers);
  const problems = validateSheet(sheet.form, asked, { complete: true });
  const next = shown.find((item) => problems.some((problem) => problem.item === item.id));
  const change = (item: string, answer: ItemAnswer): void => setAnswers((before) => ({ ...before, [item]: answer }));
  const done = shown.filter((item) => isItemAnswered(answerTo(answers, item.id))).length;
  return (
    <Form
      submitLabel={text.submit}
      done={text.done}
      check={() => problems.map(fieldProblem)}
      submit={() => selfCheck.submitByLink({ token, expectedRevision: 0, answers: asked })}
      onDone={({ state }) => onDone(state, asked)}
    >
      <Questions form={sheet.form} answers={answers} files={null} before={nothingBefore} onChange={change} />
      <Section title={messages.sheet.review}>
        <Review problems={problems} />
      </Section>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1" data-print="never">
        <p>{messages.sheet.answered(done, shown.length)}</p>
        {next !== undefined && (
          <Button size="small" onClick={() => goTo(next.id)}>
            {messages.sheet.next}
          </Button>
        )}
      </div>
    </Form>
  );
}
