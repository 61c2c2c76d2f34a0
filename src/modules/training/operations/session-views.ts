/** A session as people see it. */
import type { SessionView } from '../contract/sessions.ts';
import type { SessionRecord } from '../store/stores.ts';

export const sessionViewOf = ({ id, courseId, position, state, version, content }: SessionRecord): SessionView => ({
  ...content,
  id,
  courseId,
  number: position,
  state,
  version,
});
