import { useState } from 'react';
import type { FieldProblem } from '../../../kernel/error.ts';
import { useSessionHandle } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { roleNames } from '../rules/role-choice.ts';
import { messages } from './messages.ja.ts';
import { type AccountDetail, people } from './people-client.ts';

const text = messages.own;
const fields = messages.account;
const SHORTEST = 12;

export function Component() {
  const own = ui.useLoad(() => people.getOwnAccount({}), []);
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ui.Loaded from={own}>
        {(account) => (
          <>
            <Profile account={account} />
            <Password />
            <TwoSteps enabled={account.totp} onChanged={own.reload} />
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function Profile({ account }: { account: AccountDetail }) {
  return (
    <ui.Section title={text.profile}>
      <ui.DataList
        items={[
          { term: fields.displayName, value: account.displayName },
          { term: fields.loginName, value: account.loginName },
          { term: messages.accounts.columns.organisation, value: account.organisation },
          { term: fields.jobTitle, value: account.title },
          { term: fields.roles, value: roleNames(account.roles) },
          { term: fields.email, value: account.email },
        ]}
      />
    </ui.Section>
  );
}

function Password() {
  const { refresh } = useSessionHandle();
  return (
    <ui.Section title={text.password}>
      <p>{text.passwordHelp}</p>
      <ui.Form
        reset
        submitLabel={text.changePassword}
        done={text.changed}
        check={(form): FieldProblem[] =>
          form.secret('newPassword') === form.secret('again') ? [] : [{ path: 'again', message: text.differ }]
        }
        submit={(form) =>
          people.changePassword(
            { currentPassword: form.secret('currentPassword'), newPassword: form.secret('newPassword') },
            form.options,
          )
        }
        // Every session has ended: the shell finds nobody and shows the sign-in page.
        onDone={() => void refresh()}
      >
        <CurrentPassword />
        <ui.TextField
          name="newPassword"
          label={text.next}
          hint={text.nextHelp}
          type="password"
          required
          minLength={SHORTEST}
          autoComplete="new-password"
          width="medium"
        />
        <ui.TextField
          name="again"
          label={text.again}
          type="password"
          required
          autoComplete="new-password"
          width="medium"
        />
      </ui.Form>
    </ui.Section>
  );
}

function CurrentPassword() {
  return (
    <ui.TextField
      name="currentPassword"
      label={text.current}
      type="password"
      required
      autoComplete="current-password"
      width="medium"
    />
  );
}

interface Registration {
  readonly secret: string;
  readonly uri: string;
}

function TwoSteps({ enabled, onChanged }: { enabled: boolean; onChanged: () => void }) {
  const [registration, setRegistration] = useState<Registration>();
  return (
    <ui.Section title={text.totp}>
      <p>{text.totpLead}</p>
      {!enabled && registration === undefined && <p>{text.totpOff}</p>}
      {enabled && <FromNowOn />}
      {enabled && (
        <ui.Form
          key="disable"
          guard={false}
          submitLabel={text.disable}
          done={text.disabled}
          submit={(form) => people.disableTotp({ currentPassword: form.secret('currentPassword') }, form.options)}
          onDone={onChanged}
        >
          <CurrentPassword />
        </ui.Form>
      )}
      {!enabled && registration === undefined && (
        <ui.Form
          key="start"
          guard={false}
          done={null}
          submitLabel={text.start}
          submit={(form) => people.startTotp({ currentPassword: form.secret('currentPassword') }, form.options)}
          onDone={setRegistration}
        >
          <CurrentPassword />
        </ui.Form>
      )}
      {!enabled && registration !== undefined && (
        <Confirm
          registration={registration}
          onDone={() => {
            setRegistration(undefined);
            onChanged();
          }}
        />
      )}
    </ui.Section>
  );
}

/** What changes for somebody who has set it up. */
function FromNowOn() {
  return (
    <ui.Notice tone="success" title={text.totpOn}>
      <p>{text.nextLead}</p>
      <ol className={STEPS}>
        {text.nextSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{text.lost}</p>
    </ui.Notice>
  );
}

const STEPS = 'grid list-decimal grid-cols-[minmax(0,1fr)] gap-3 ps-6';

function Confirm({ registration, onDone }: { registration: Registration; onDone: () => void }) {
  const groups = registration.secret.match(/.{1,4}/g) ?? [];
  return (
    <>
      <p>{text.setUpLead}</p>
      <ol className={STEPS}>
        <li>{text.setUpOpen}</li>
        <li>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
            <p>{text.setUpKey}</p>
            <ui.DataList
              items={[{ term: text.secret, value: <span className="break-all select-all">{groups.join(' ')}</span> }]}
            />
            <p>
              <a href={registration.uri} className="text-key-900 underline underline-offset-3">
                {text.openApp}
              </a>
            </p>
          </div>
        </li>
        <li>{text.setUpCode}</li>
      </ol>
      <ui.Form
        guard={false}
        submitLabel={text.confirm}
        done={text.enabled}
        submit={(form) => people.confirmTotp({ code: form.text('code') }, form.options)}
        onDone={onDone}
      >
        <ui.TextField
          name="code"
          label={text.code}
          hint={text.codeHelp}
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
        />
      </ui.Form>
    </>
  );
}
