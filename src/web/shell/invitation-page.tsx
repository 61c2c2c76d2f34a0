import { messages } from '../messages.ja.ts';
import { announce } from '../ui/announce.ts';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { OuterFrame, Sheet } from './outer-frame.tsx';
import { checkPasswords, PasswordFields } from './password-fields.tsx';
import { acceptInvitation } from './session-api.ts';

const text = messages.shell.invitation;

/** `/invitation#token`: the token stays behind the `#`, so it reaches no server log. */
export function InvitationPage({ onReady }: { onReady: () => Promise<void> }) {
  const token = location.hash.slice(1);
  if (token === '') {
    return (
      <OuterFrame title={text.title}>
        <Notice tone="error" title={text.missing} />
      </OuterFrame>
    );
  }
  return (
    <OuterFrame title={text.title} lead={text.lead}>
      <Sheet>
        <Form
          done={null}
          submitLabel={text.submit}
          check={checkPasswords}
          submit={(form) =>
            acceptInvitation({ token, password: form.secret('password'), displayName: form.text('displayName') })
          }
          onDone={() => {
            history.replaceState(null, '', '/');
            announce(text.done);
            void onReady();
          }}
        >
          <TextField
            name="displayName"
            label={text.displayName}
            required
            maxLength={100}
            autoComplete="name"
            width="medium"
          />
          <PasswordFields />
        </Form>
      </Sheet>
    </OuterFrame>
  );
}
