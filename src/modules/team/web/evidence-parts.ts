/** What the forms of evidence share. */
import { memberOptions, type Team } from './team-client.ts';

export interface FormsProps {
  readonly engagementId: string;
  readonly data: Team;
  readonly reload: () => void;
}

/** Members for whom evidence can still be registered. */
export const working = (data: Team) =>
  memberOptions(data.members.filter(({ state }) => state === 'active' || state === 'proposed'));
