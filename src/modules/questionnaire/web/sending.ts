/** Commands on a draft that several people may be changing at the same time. */
import type { CallOptions } from '../../../kernel/contract.ts';
import { RequestError } from '../../../web/client.ts';
import { type Detail, type ItemChange, questionnaires } from './client.ts';
import { itemIn, sameItem, savedTexts } from './edit-item.ts';
import { messages } from './messages.ja.ts';

/** Says that somebody else was quicker; everything else is said by the error itself. */
export async function unlessStale<T>(action: Promise<T>, onStale: () => void): Promise<T> {
  try {
    return await action;
  } catch (error) {
    if (currentOf(error) === null) throw error;
    onStale();
    throw new RequestError({ code: 'record.stale', message: messages.stale }, 409);
  }
}

/**
 * Changes one item. The version belongs to the whole questionnaire: when somebody has meanwhile changed other items only,
 * the change is sent again on top of theirs.
 * @throws RequestError `record.stale` when this very item was changed; `current` then holds the texts that the change would
 * overwrite, in the shape of the form's fields. What the change does not name stays as the other person saved it.
 */
export async function saveItem(
  detail: Detail,
  version: number,
  change: ItemChange,
  options: CallOptions,
): Promise<Detail> {
  const send = (against: number, how?: CallOptions): Promise<Detail> =>
    questionnaires.editDraft({ questionnaireId: detail.id, version: against, changes: [change] }, how);
  try {
    return await send(version, options);
  } catch (error) {
    const current = currentOf(error);
    if (current === null) throw error;
    if (sameItem(detail, current, change.itemId)) return await send(current.version);
    const fields = { version: current.version, changes: [savedTexts(change, itemIn(current, change.itemId))] };
    throw new RequestError({ code: 'record.stale', message: messages.stale, current: fields }, 409);
  }
}

/** The saved questionnaire inside a stale refusal. */
function currentOf(error: unknown): Detail | null {
  return error instanceof RequestError && error.code === 'record.stale' ? (error.current as Detail) : null;
}
