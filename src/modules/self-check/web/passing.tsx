import { useCan } from '../../../web/session.ts';
import {
  Button,
  Disclosure,
  Form,
  InstantText,
  Loaded,
  Problem,
  Select,
  TextField,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { campaignText } from './campaign-messages.ja.ts';
import { people, type Sheet, selfCheck } from './client.ts';

const text = campaignText.passing;

/** Passes the sheet to a colleague, takes it back, and shows who did so. */
export function Passing({ sheet, onDone }: { sheet: Sheet; onDone: () => void }) {
  const can = useCan();
  const { campaignId, respondentId, delegations, own, progress, refusal } = sheet;
  const mayPass = own && can('response.own') && refusal === null && progress !== 'submitted';
  const passed = delegations[0] !== undefined && delegations[0].to !== null;
  const back = useCommand((options) => selfCheck.takeBackSheet({ campaignId, respondentId }, options), {
    done: text.backDone,
    onDone,
  });
  if (!mayPass && delegations.length === 0) return null;
  return (
    <>
      {delegations.length > 0 && (
        <section aria-label={text.history}>
          <ul className="grid gap-1">
            {delegations.map((one) => (
              <li key={one.at}>
                <InstantText at={one.at} /> {text.line(one.from, one.to, one.reason)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {back.problem !== undefined && <Problem problem={back.problem} />}
      {mayPass && passed && (
        <div>
          <Button size="small" busy={back.busy} onClick={() => void back.run()}>
            {text.back}
          </Button>
        </div>
      )}
      {mayPass && !passed && (
        <Disclosure summary={text.summary}>
          <PassForm sheet={sheet} onDone={onDone} />
        </Disclosure>
      )}
    </>
  );
}

function PassForm({ sheet: { campaignId, respondentId }, onDone }: { sheet: Sheet; onDone: () => void }) {
  const load = useLoad(() => people.listAccounts({}), []);
  return (
    <Loaded from={load}>
      {({ accounts }) => (
        <Form
          guard={false}
          submitLabel={text.submit}
          done={text.done}
          submit={(form) =>
            selfCheck.passSheet(
              { campaignId, respondentId, to: form.text('to'), reason: form.text('reason') },
              form.options,
            )
          }
          onDone={onDone}
        >
          <Select
            name="to"
            label={text.to}
            required
            width="full"
            options={accounts
              .filter(({ party }) => party === 'city')
              .map(({ id, displayName, organisation }) => ({
                value: id,
                label: organisation === null ? displayName : `${displayName}（${organisation}）`,
              }))}
          />
          <TextField name="reason" label={text.reason} required maxLength={500} width="full" />
        </Form>
      )}
    </Loaded>
  );
}
