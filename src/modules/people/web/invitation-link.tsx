import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import type { Invitation } from './people-client.ts';
import { tokyoDayText } from './tokyo-day.ts';

const text = messages.invite;

/** The link that is shown once, to be handed over. */
export function InvitationLink({ invitation }: { invitation: Invitation }) {
  const address = new URL(invitation.invitationPath, location.origin).href;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      ui.announce(text.copied);
    } catch {
      // Without https the browser offers no clipboard.
      ui.announce(text.copyFailed, 'error');
    }
  };
  return (
    <ui.Notice tone="success" title={text.link} role="status">
      <p>{text.linkHelp(tokyoDayText(invitation.expiresAt))}</p>
      <p className="break-all rounded-8 bg-solid-gray-50 p-3 select-all">{address}</p>
      <div>
        <ui.Button onClick={() => void copy()}>{text.copy}</ui.Button>
      </div>
    </ui.Notice>
  );
}
