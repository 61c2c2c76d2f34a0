import { useState } from 'react';
import { Button, Disclosure, Form, Notice, Problem, TextField, useCommand } from '../../../web/ui/index.ts';
import { campaignText } from './campaign-messages.ja.ts';
import { type LinkedSheet, selfCheck } from './client.ts';

const text = campaignText.passing;

/** Passes a sheet that came by a link to a colleague, by a link of its own that is shown once. */
export function PassingByLink({ token, sheet, onDone }: { token: string; sheet: LinkedSheet; onDone: () => void }) {
  const [path, setPath] = useState<string>();
  const back = useCommand((options) => selfCheck.takeBackLink({ token }, options), {
    done: text.backDone,
    onDone: () => {
      setPath(undefined);
      onDone();
    },
  });
  if (sheet.anonymous || sheet.refusal !== null) return null;
  if (sheet.passed)
    return (
      <Notice title={text.passedTitle(sheet.respondentName)}>
        <p>{text.passedHelp}</p>
      </Notice>
    );
  return (
    <>
      {path !== undefined && (
        <Notice tone="success" role="status" title={text.linkTitle}>
          <p>{text.linkHelp}</p>
          <p className="wrap-anywhere">{new URL(path, location.origin).href}</p>
        </Notice>
      )}
      {back.problem !== undefined && <Problem problem={back.problem} />}
      {sheet.passedTo === null ? (
        path === undefined && (
          <Disclosure summary={text.summary}>
            <Form
              submitLabel={text.submit}
              done={text.done}
              submit={(form) =>
                selfCheck.passLink({ token, name: form.text('name'), reason: form.text('reason') }, form.options)
              }
              onDone={({ path: made }) => {
                setPath(made);
                onDone();
              }}
            >
              <TextField name="name" label={text.name} hint={text.nameHelp} required maxLength={60} />
              <TextField name="reason" label={text.reason} maxLength={500} width="full" />
            </Form>
          </Disclosure>
        )
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <p>{text.passedTo(sheet.passedTo)}</p>
          <Button size="small" busy={back.busy} onClick={() => void back.run()}>
            {text.back}
          </Button>
        </div>
      )}
    </>
  );
}
