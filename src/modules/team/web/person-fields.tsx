import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import type { Choices } from './team-client.ts';

const text = messages.assign;

/** The fields of a person; `prefix` is the path in the operation's input (`incoming.`). */
export function PersonFields({
  roles,
  choices,
  prefix = '',
}: {
  roles: readonly string[];
  choices: Choices;
  prefix?: string;
}) {
  return (
    <>
      <ui.TextField name={`${prefix}name`} label={text.name} required maxLength={200} />
      <ui.TextField name={`${prefix}firm`} label={text.firm} required maxLength={200} />
      <ui.TextField name={`${prefix}department`} label={text.department} required maxLength={200} />
      <ui.CheckboxGroup
        name={`${prefix}roles`}
        label={text.roles}
        hint={text.rolesHelp}
        required
        options={roles.map((role) => ({ value: role, label: role }))}
      />
      <ui.Checkbox name={`${prefix}handlesMyNumber`} label={text.handlesMyNumber} />
      <ui.Select
        name={`${prefix}accountId`}
        label={text.account}
        hint={text.accountHelp}
        prompt={text.noAccount}
        options={choices.accounts.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}

export const personFrom = (form: FormReader, prefix = '') => ({
  name: form.text(`${prefix}name`),
  firm: form.text(`${prefix}firm`),
  department: form.text(`${prefix}department`),
  roles: form.all(`${prefix}roles`),
  handlesMyNumber: form.flag(`${prefix}handlesMyNumber`),
  accountId: form.textOrNull(`${prefix}accountId`),
});
