import { useState } from 'react';
import { useEngagementId } from '../../../web/session.ts';
import {
  Button,
  CheckboxGroup,
  type Column,
  ConfirmButton,
  DayText,
  EmptyState,
  Form,
  Loaded,
  Notice,
  Page,
  Section,
  Select,
  Table,
  TextField,
  announce,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { boardMessages } from './board-messages.ja.ts';
import { type CalendarFeed, engagement } from './client.ts';
import { ClosedDays } from './closed-days.tsx';

const text = boardMessages.calendar;
const ALARMS = [0, 1, 3, 7, 14];

/** Addresses for a person's own calendar software, and the city's closed days. */
export function Component() {
  const engagementId = useEngagementId();
  const [address, setAddress] = useState<string>();
  const feeds = useLoad(() => engagement.listCalendarFeeds({ engagementId }), [engagementId]);
  const show = ({ path }: { readonly path: string }): void => {
    setAddress(new URL(path, window.location.origin).href);
    feeds.reload();
  };
  return (
    <Page title={text.title} lead={text.lead}>
      <Section title={text.feeds}>
        <p>{text.feedsLead}</p>
        {address !== undefined && <ShownOnce address={address} />}
        <Form
          guard={false}
          submitLabel={text.create}
          done={text.created}
          submit={(form) => {
            const contents = form.all('duties');
            return engagement.createCalendarFeed(
              {
                engagementId,
                duties: contents.includes('duties'),
                meetings: contents.includes('meetings'),
                milestones: contents.includes('milestones'),
                alarmDays: form.numberOrNull('alarmDays'),
              },
              form.options,
            );
          }}
          onDone={show}
        >
          <CheckboxGroup
            name="duties"
            label={text.contents}
            required
            defaultValues={['duties', 'meetings', 'milestones']}
            options={[
              { value: 'duties', label: text.duties },
              { value: 'meetings', label: text.meetings },
              { value: 'milestones', label: text.milestones },
            ]}
          />
          <Select
            name="alarmDays"
            label={text.alarm}
            prompt={text.noAlarm}
            options={ALARMS.map((days) => ({ value: String(days), label: text.alarmDays(days) }))}
          />
        </Form>
        <Loaded from={feeds}>
          {({ feeds: all }) => (
            <FeedList
              feeds={all.filter(({ revokedOn }) => revokedOn === null)}
              onRenewed={show}
              onGone={feeds.reload}
            />
          )}
        </Loaded>
      </Section>
      <ClosedDays engagementId={engagementId} />
    </Page>
  );
}

function ShownOnce({ address }: { address: string }) {
  return (
    <Notice tone="success" title={text.shownOnce} role="status">
      <p>{text.shownOnceHelp}</p>
      <TextField name="address" label={text.address} value={address} readOnly />
      <p>
        <Button
          size="small"
          onClick={() => {
            void navigator.clipboard.writeText(address).then(() => announce(text.copied));
          }}
        >
          {text.copy}
        </Button>
      </p>
    </Notice>
  );
}

function FeedList({
  feeds,
  onRenewed,
  onGone,
}: {
  feeds: readonly CalendarFeed[];
  onRenewed: (address: { readonly path: string }) => void;
  onGone: () => void;
}) {
  const renew = useCommand((options, feedId: string) => engagement.renewCalendarFeed({ feedId }, options), {
    done: text.created,
    onDone: onRenewed,
  });
  const revoke = useCommand((options, feedId: string) => engagement.revokeCalendarFeed({ feedId }, options), {
    done: text.revoked,
    onDone: onGone,
  });
  return (
    <Table
      caption={text.list}
      rows={feeds}
      rowKey={({ id }) => id}
      columns={columnsFor({
        busy: renew.busy || revoke.busy,
        onRenew: (id) => void renew.run(id),
        onRevoke: (id) => void revoke.run(id),
      })}
      empty={
        <EmptyState title={text.none}>
          <p>{text.noneHelp}</p>
        </EmptyState>
      }
    />
  );
}

interface FeedActions {
  readonly busy: boolean;
  readonly onRenew: (feedId: string) => void;
  readonly onRevoke: (feedId: string) => void;
}

function columnsFor({ busy, onRenew, onRevoke }: FeedActions): readonly Column<CalendarFeed>[] {
  return [
    { key: 'contents', header: text.columns.contents, rowHeader: true, cell: (feed) => <Contents feed={feed} /> },
    { key: 'created', header: text.columns.created, cell: ({ createdOn }) => <DayText day={createdOn} /> },
    {
      key: 'used',
      header: text.columns.used,
      cell: ({ usedOn }) => (usedOn === null ? text.never : <DayText day={usedOn} />),
    },
    {
      key: 'act',
      header: text.columns.act,
      cell: ({ id }) => (
        <div className="flex flex-wrap gap-2">
          <ConfirmButton
            size="small"
            title={text.renewTitle}
            body={<p>{text.renewBody}</p>}
            busy={busy}
            onConfirm={() => onRenew(id)}
          >
            {text.renew}
          </ConfirmButton>
          <ConfirmButton
            size="small"
            title={text.revokeTitle}
            body={<p>{text.revokeBody}</p>}
            busy={busy}
            onConfirm={() => onRevoke(id)}
          >
            {text.revoke}
          </ConfirmButton>
        </div>
      ),
    },
  ];
}

function Contents({ feed }: { feed: CalendarFeed }) {
  const { duties, meetings, milestones, alarmDays } = feed;
  const names = [duties && text.duties, meetings && text.meetings, milestones && text.milestones].filter(
    (name) => name !== false,
  );
  return (
    <>
      {names.join('、')}
      <span className="block font-400 text-solid-gray-700">
        {text.alarm}：{alarmDays === null ? text.noAlarm : text.alarmDays(alarmDays)}
      </span>
    </>
  );
}
