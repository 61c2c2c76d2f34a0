import * as ui from '../../../web/ui/index.ts';
import type { Detail } from './client.ts';
import { messages } from './messages.ja.ts';
import { saveItem, unlessStale } from './sending.ts';

const text = messages.edit;

export interface LeaveOutProps {
  readonly detail: Detail;
  readonly item: { readonly id: string; readonly number: number };
  readonly reload: () => void;
}

/** Can be taken back until the version is published, so it does not ask. */
export function LeaveOutButton(props: LeaveOutProps) {
  const { number } = props.item;
  const leaveOut = useLeaveOut(props, true, text.leftOutDone(number));
  return (
    <ui.Button
      size="small"
      variant="text"
      busy={leaveOut.busy}
      aria-label={text.leaveOutLabel(number)}
      onClick={() => void leaveOut.run()}
    >
      {text.leaveOut}
    </ui.Button>
  );
}

export function TakeBackButton(props: LeaveOutProps) {
  const { number } = props.item;
  const takeBack = useLeaveOut(props, false, text.takenBackDone(number));
  return (
    <ui.Button
      size="small"
      busy={takeBack.busy}
      aria-label={text.takeBackLabel(number)}
      onClick={() => void takeBack.run()}
    >
      {text.takeBack}
    </ui.Button>
  );
}

function useLeaveOut({ detail, item, reload }: LeaveOutProps, leftOut: boolean, done: string) {
  return ui.useCommand(
    (options) => unlessStale(saveItem(detail, detail.version, { itemId: item.id, leftOut }, options), reload),
    { done, onDone: reload },
  );
}
