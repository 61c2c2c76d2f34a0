import { fiscalYearLabel } from '../../../core/calendar/fiscal-year.ts';
import { formatEra } from '../../../core/calendar/era.ts';
import { useCan, useEngagementId } from '../../../web/session.ts';
import { DataList, Loaded, Page, Section, useLoad } from '../../../web/ui/index.ts';
import { engagement, type Profile } from './client.ts';
import { messages } from './messages.ja.ts';
import { DutiesAhead } from './overview-duties.tsx';
import { RecentRecords } from './overview-records.tsx';
import { WorkProgress } from './overview-work.tsx';

const text = messages.overview;

/** What the contract is, and where it stands. People outside the two contract teams see the contract alone. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const profile = useLoad(() => engagement.getEngagement({ engagementId }), [engagementId]);
  return (
    <Page title={text.title} lead={text.lead}>
      {can('engagement.follow') && (
        <>
          <DutiesAhead engagementId={engagementId} />
          <WorkProgress engagementId={engagementId} />
        </>
      )}
      <Section title={text.contract}>
        <Loaded from={profile}>{(loaded) => <ContractFacts profile={loaded} />}</Loaded>
      </Section>
      {can('journal.read') && <RecentRecords engagementId={engagementId} />}
    </Page>
  );
}

function ContractFacts({ profile }: { profile: Profile }) {
  const { client } = profile;
  return (
    <DataList
      items={[
        { term: text.name, value: profile.title },
        { term: text.fiscalYear, value: fiscalYearLabel(profile.fiscalYear) },
        { term: text.contractDate, value: formatEra(profile.contractDate) },
        { term: text.period, value: text.periodText(formatEra(profile.periodFrom), formatEra(profile.periodTo)) },
        { term: text.municipality, value: profile.municipality },
        { term: text.client, value: client.department },
        { term: text.address, value: client.address },
        { term: text.contact, value: text.contactText(client.tel, client.fax, client.email) },
        { term: text.contractor, value: profile.contractor },
        { term: text.places, value: profile.places.join('\n') },
        { term: text.marking, value: profile.marking },
      ]}
    />
  );
}
