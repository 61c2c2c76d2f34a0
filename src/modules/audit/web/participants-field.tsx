/** Who of the team took part; says where to go while the team is empty. */
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages-work.ja.ts';

const text = messages.hearings;

export function ParticipantsField({ people }: { people: readonly ui.Option[] }) {
  const engagementId = useEngagementId();
  if (people.length === 0)
    return (
      <ui.Notice tone="warning" title={text.noMembers}>
        <ui.TextLink href={`/engagements/${engagementId}/team`}>{text.openTeam}</ui.TextLink>
      </ui.Notice>
    );
  return <ui.CheckboxGroup name="participants" label={text.participants} required options={people} />;
}
