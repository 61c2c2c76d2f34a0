import { messages } from '../messages.ja.ts';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { OuterFrame, Sheet } from './outer-frame.tsx';
import { checkPasswords, PasswordFields } from './password-fields.tsx';
import { createFirstAdministrator, signIn, whoAmI } from './session-api.ts';

const text = messages.shell.firstRun;

/** The very first use: names the municipality and makes the administrator's account. */
export function FirstRunPage({ onReady }: { onReady: () => Promise<void> }) {
  return (
    <OuterFrame title={text.title} lead={text.lead}>
      <Sheet>
        <Form
          done={null}
          submitLabel={text.submit}
          check={checkPasswords}
          submit={async (form) => {
            const [loginName, password] = [form.text('loginName'), form.secret('password')];
            const municipalityKana = form.text('municipalityKana');
            await createFirstAdministrator({
              municipalityName: form.text('municipalityName'),
              ...(municipalityKana === '' ? {} : { municipalityKana }),
              displayName: form.text('displayName'),
              loginName,
              password,
            });
            if (!(await whoAmI()).signedIn) await signIn({ loginName, password });
          }}
          onDone={() => void onReady()}
        >
          <TextField name="municipalityName" label={text.municipality} required maxLength={100} width="medium" />
          <TextField name="municipalityKana" label={text.municipalityKana} maxLength={100} width="medium" />
          <TextField
            name="displayName"
            label={text.displayName}
            required
            maxLength={100}
            autoComplete="name"
            width="medium"
          />
          <TextField
            name="loginName"
            label={text.loginName}
            hint={text.loginNameHelp}
            required
            maxLength={100}
            autoComplete="username"
            spellCheck={false}
            width="medium"
          />
          <PasswordFields />
        </Form>
      </Sheet>
    </OuterFrame>
  );
}
