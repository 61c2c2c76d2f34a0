import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { type AccountDetail, type Invitation, people } from './people-client.ts';

const text = messages.account;

export interface AccessActionsProps {
  readonly account: AccountDetail;
  readonly manage: boolean;
  readonly onIssued: (invitation: Invitation) => void;
  readonly onChanged: () => void;
}

/** Links, locks and the end of an account. */
export function AccessActions({ account, manage, onIssued, onChanged }: AccessActionsProps) {
  const { id: accountId, version, status } = account;
  const renew = ui.useCommand((options) => people.renewInvitation({ accountId }, options), { onDone: onIssued });
  const reset = ui.useCommand((options) => people.resetAccess({ accountId, version }, options), { onDone: onIssued });
  const unlock = ui.useCommand((options) => people.unlockAccount({ accountId }, options), {
    done: text.unlocked,
    onDone: onChanged,
  });
  const disable = ui.useCommand((options) => people.disableAccount({ accountId, version }, options), {
    done: text.disabled,
    onDone: onChanged,
  });
  const problem = [renew, reset, unlock, disable].find((command) => command.problem !== undefined)?.problem;
  return (
    <ui.Section title={text.access}>
      {problem !== undefined && <ui.Problem problem={problem} />}
      <div className="flex flex-wrap gap-3">
        {status === 'invited' && (
          <ui.ConfirmButton title={text.renew} body={text.renewHelp} busy={renew.busy} onConfirm={() => renew.run()}>
            {text.renew}
          </ui.ConfirmButton>
        )}
        {manage && status === 'locked' && (
          <ui.Button busy={unlock.busy} onClick={() => void unlock.run()}>
            {text.unlock}
          </ui.Button>
        )}
        {manage && status !== 'invited' && (
          <ui.ConfirmButton title={text.reset} body={text.resetHelp} busy={reset.busy} onConfirm={() => reset.run()}>
            {text.reset}
          </ui.ConfirmButton>
        )}
        {manage && (
          <ui.ConfirmButton
            variant="danger"
            title={text.disable}
            body={text.disableHelp}
            busy={disable.busy}
            onConfirm={() => disable.run()}
          >
            {text.disable}
          </ui.ConfirmButton>
        )}
      </div>
    </ui.Section>
  );
}
