import { useState } from 'react';
import { useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { roleChoices } from '../rules/role-choice.ts';
import { InvitationLink } from './invitation-link.tsx';
import { messages } from './messages.ja.ts';
import { type Department, departmentOptions, type Firm, type Invitation, people } from './people-client.ts';

const text = messages.invite;
const fields = messages.account;

type Party = 'city' | 'contractor' | 'vendor';

/** Which sides the person may invite to. */
function partiesFor(roles: readonly string[]): readonly Party[] {
  if (roles.includes('administrator')) return ['city', 'contractor', 'vendor'];
  const office: readonly Party[] = roles.includes('security-office') ? ['city', 'vendor'] : [];
  const manager: readonly Party[] = roles.includes('project-manager') ? ['contractor'] : [];
  return [...office, ...manager];
}

export function Component() {
  const [issued, setIssued] = useState<Invitation>();
  const choices = ui.useLoad(async () => {
    const [{ departments }, { firms }] = await Promise.all([people.listDepartments({}), people.listFirms({})]);
    return { departments, firms };
  }, []);
  return (
    <ui.Page
      title={text.title}
      lead={text.lead}
      breadcrumbs={[{ label: messages.accounts.title, href: '/people/accounts' }]}
    >
      {issued === undefined ? (
        <ui.Loaded from={choices}>{(data) => <InviteForm {...data} onIssued={setIssued} />}</ui.Loaded>
      ) : (
        <>
          <InvitationLink invitation={issued} />
          <div className="flex flex-wrap gap-3">
            <ui.Button onClick={() => setIssued(undefined)}>{text.another}</ui.Button>
            <ui.LinkButton href="/people/accounts">{text.back}</ui.LinkButton>
          </div>
        </>
      )}
    </ui.Page>
  );
}

interface InviteFormProps {
  readonly departments: readonly Department[];
  readonly firms: readonly Firm[];
  readonly onIssued: (invitation: Invitation) => void;
}

function InviteForm({ departments, firms, onIssued }: InviteFormProps) {
  const { account } = useSession();
  const parties = partiesFor(account.roles);
  const administrator = account.roles.includes('administrator');
  const [party, setParty] = useState<Party>(parties[0] ?? 'city');
  // A project manager invites into the own firm; the server knows which one it is.
  const ownFirm = party === 'contractor' && !administrator;
  const offered = firms.filter(({ kind }) => kind === party);
  const choices = roleChoices(party, administrator);
  return (
    <ui.Form
      submitLabel={text.submit}
      done={text.done}
      submit={(form) =>
        people.inviteAccount(
          {
            loginName: form.text('loginName'),
            displayName: form.text('displayName'),
            title: form.textOrNull('title'),
            email: form.textOrNull('email'),
            party,
            roles: choices.map(({ value }) => value).filter((role) => form.all('roles').includes(role)),
            departmentId: party === 'city' ? form.textOrNull('departmentId') : null,
            firmId: party === 'city' || ownFirm ? null : form.textOrNull('firmId'),
          },
          form.options,
        )
      }
      onDone={onIssued}
    >
      {parties.length > 1 && (
        <ui.RadioGroup
          name="party"
          label={fields.party}
          required
          value={party}
          onChange={(value) => setParty(parties.find((candidate) => candidate === value) ?? party)}
          options={parties.map((value) => ({ value, label: fields.parties[value] }))}
        />
      )}
      <ui.TextField name="displayName" label={fields.displayName} required maxLength={200} width="medium" />
      <ui.TextField
        name="loginName"
        label={fields.loginName}
        hint={fields.loginNameHelp}
        required
        minLength={2}
        maxLength={64}
        width="medium"
        spellCheck={false}
      />
      <ui.TextField name="title" label={fields.jobTitle} hint={fields.jobTitleHelp} maxLength={200} width="medium" />
      <ui.TextField name="email" label={fields.email} type="email" maxLength={200} width="medium" />
      {party === 'city' && (
        <ui.Select
          name="departmentId"
          label={fields.department}
          hint={fields.departmentHelp}
          prompt={fields.noDepartment}
          options={departmentOptions(departments)}
        />
      )}
      {party !== 'city' && !ownFirm && offered.length === 0 && <ui.Notice tone="warning" title={text.firmMissing} />}
      {party !== 'city' && !ownFirm && (
        <ui.Select
          name="firmId"
          label={fields.firm}
          required
          prompt={fields.noFirm}
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <ui.CheckboxGroup
        key={party}
        name="roles"
        label={fields.roles}
        hint={fields.rolesHelp}
        required
        options={choices}
      />
    </ui.Form>
  );
}
