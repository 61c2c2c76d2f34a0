/** Commands on a draft that several people may be changing at the same time. */
import { RequestError } from '../../../web/client.ts';
import { messages } from './messages.ja.ts';

/** Says that somebody else was quicker; everything else is said by the error itself. */
export async function unlessStale<T>(action: Promise<T>, onStale: () => void): Promise<T> {
  try {
    return await action;
  } catch (error) {
    if (!(error instanceof RequestError) || error.code !== 'record.stale') throw error;
    onStale();
    throw new RequestError({ code: 'record.stale', message: messages.stale }, 409);
  }
}
