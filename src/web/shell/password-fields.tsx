import type { FieldProblem } from '../../kernel/error.ts';
import { messages } from '../messages.ja.ts';
import type { FormReader } from '../ui/form-state.ts';
import { TextField } from '../ui/text-field.tsx';

const text = messages.shell.firstRun;
const SHORTEST = 12;

/** A new password, twice. */
export function PasswordFields() {
  return (
    <>
      <TextField
        name="password"
        label={text.password}
        hint={text.passwordHelp}
        type="password"
        required
        minLength={SHORTEST}
        autoComplete="new-password"
        width="medium"
      />
      <TextField name="again" label={text.again} type="password" required autoComplete="new-password" width="medium" />
    </>
  );
}

export function checkPasswords(form: FormReader): FieldProblem[] {
  return form.secret('password') === form.secret('again') ? [] : [{ path: 'again', message: text.differ }];
}
