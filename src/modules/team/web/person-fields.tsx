import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import type { Choices, TeamMember } from './team-client.ts';

const text = messages.assign;

/** The fields of a person; `prefix` is the path in the operation's input (`incoming.`). */
export function PersonFields({
  roles,
  choices,
  prefix = '',
  person,
}: {
  roles: readonly string[];
  choices: Choices;
  prefix?: string;
  /** What is recorded already. */
  person?: TeamMember;
}) {
  return (
    <>
      <ui.TextField
        name={`${prefix}name`}
        label={text.name}
        required
        maxLength={200}
        defaultValue={person?.name ?? ''}
      />
      <ui.TextField
        name={`${prefix}firm`}
        label={text.firm}
        required
        maxLength={200}
        defaultValue={person?.firm ?? ''}
      />
      <ui.TextField
        name={`${prefix}department`}
        label={text.department}
        required
        maxLength={200}
        defaultValue={person?.department ?? ''}
      />
      <ui.CheckboxGroup
        name={`${prefix}roles`}
        label={text.roles}
        hint={text.rolesHelp}
        required
        options={roles.map((role) => ({ value: role, label: role }))}
        defaultValues={person?.roles ?? []}
      />
      <HandlesMyNumber prefix={prefix} checked={person?.handlesMyNumber ?? false} />
      <AccountField prefix={prefix} choices={choices} {...(person && { person })} />
    </>
  );
}

export function HandlesMyNumber({ prefix = '', checked }: { prefix?: string; checked: boolean }) {
  return <ui.Checkbox name={`${prefix}handlesMyNumber`} label={text.handlesMyNumber} defaultChecked={checked} />;
}

export function AccountField({
  choices,
  prefix = '',
  person,
}: {
  choices: Choices;
  prefix?: string;
  person?: TeamMember;
}) {
  const own = person?.accountId ?? null;
  const options = choices.accounts.map(({ id, name }) => ({ value: id, label: name }));
  // An account that has ended since is offered to nobody else, but stays the account of this person.
  const ended = own !== null && !options.some(({ value }) => value === own);
  return (
    <ui.Select
      name={`${prefix}accountId`}
      label={text.account}
      hint={text.accountHelp}
      prompt={text.noAccount}
      options={ended ? [...options, { value: own, label: person?.name ?? '' }] : options}
      defaultValue={own}
    />
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
