import { useState } from 'react';
import { messages } from '../messages.ja.ts';
import type { DemonstrationPerson, SignedOut } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Problem } from '../ui/problem.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useCommand } from '../ui/use-command.ts';
import { OuterFrame, Sheet } from './outer-frame.tsx';
import { signIn, startOidc } from './session-api.ts';

const text = messages.shell.signIn;

export interface SignInPageProps {
  readonly session: SignedOut;
  readonly onSignedIn: () => Promise<void>;
}

export function SignInPage({ session, onSignedIn }: SignInPageProps) {
  const { demonstration, oidc } = session;
  return (
    <OuterFrame title={text.title}>
      {demonstration !== null && <DemonstrationPeople people={demonstration.people} onSignedIn={onSignedIn} />}
      <Sheet>
        {demonstration !== null && <h2 className="text-std-20B-150">{text.ordinary}</h2>}
        {oidc !== null && <OidcButton label={oidc.label} />}
        <SignInForm onSignedIn={onSignedIn} />
      </Sheet>
    </OuterFrame>
  );
}

/** Leaves for the identity provider; the way back ends at `/oidc`. */
function OidcButton({ label }: { label: string }) {
  const leave = useCommand(async () => location.assign(await startOidc()));
  return (
    <div className="grid gap-4 justify-items-start">
      {leave.problem !== undefined && <Problem problem={leave.problem} />}
      <Button busy={leave.busy} onClick={() => void leave.run()}>
        {label}
      </Button>
    </div>
  );
}

/** With `loginName` given, only the same person can come back: the form asks for the rest. */
export function SignInForm({ loginName, onSignedIn }: { loginName?: string; onSignedIn: () => Promise<void> }) {
  return (
    <Form
      guard={false}
      done={null}
      submitLabel={text.submit}
      submit={async (form) => {
        const code = form.text('code');
        await signIn({
          loginName: loginName ?? form.text('loginName'),
          password: form.secret('password'),
          ...(code === '' ? {} : { code }),
        });
      }}
      onDone={() => void onSignedIn()}
    >
      {loginName === undefined && (
        <TextField
          name="loginName"
          label={text.loginName}
          required
          autoComplete="username"
          width="medium"
          spellCheck={false}
        />
      )}
      <TextField
        name="password"
        label={text.password}
        type="password"
        required
        autoComplete="current-password"
        width="medium"
      />
      <TextField
        name="code"
        label={text.code}
        hint={text.codeHelp}
        inputMode="numeric"
        autoComplete="one-time-code"
        width="short"
      />
    </Form>
  );
}

function DemonstrationPeople({
  people,
  onSignedIn,
}: {
  people: readonly DemonstrationPerson[];
  onSignedIn: () => Promise<void>;
}) {
  const [chosen, setChosen] = useState('');
  const enter = useCommand(async (_options, person: DemonstrationPerson) => {
    setChosen(person.loginName);
    await signIn({ loginName: person.loginName, password: person.password });
    await onSignedIn();
  });
  return (
    <Sheet>
      <h2 className="text-std-20B-150">{text.demonstration}</h2>
      <p>{text.demonstrationLead}</p>
      {enter.problem !== undefined && <Problem problem={enter.problem} />}
      <ul className="grid gap-2 desktop:grid-cols-2">
        {people.map((person) => (
          <li key={person.loginName} className="grid">
            <button
              type="button"
              aria-disabled={enter.busy || undefined}
              onClick={() => void enter.run(person)}
              className="grid justify-self-stretch min-h-14 gap-0.5 rounded-8 border border-solid-gray-420 bg-white px-4 py-2 text-start hover:border-key-900 hover:bg-key-50"
            >
              <span className="text-dns-16B-130 text-key-900 underline underline-offset-3">{person.displayName}</span>
              <span className="text-dns-14N-130 text-solid-gray-800">
                {enter.busy && chosen === person.loginName ? messages.ui.busy : person.title}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
