import { useState } from 'react';
import { useParams } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import { DataList, DayText, DraftStatus, Loaded, Notice, Page, useDraft, useLoad } from '../../../web/ui/index.ts';
import type { Typing } from '../rules/entry.ts';
import { sheetNumber } from '../rules/sheet-number.ts';
import { type Department, type Reception, selfCheck } from './client.ts';
import { EntryCompare } from './entry-compare.tsx';
import { EntryFields } from './entry-fields.tsx';
import { EntryReview } from './entry-review.tsx';
import { messages } from './messages.ja.ts';

const text = messages.entry;

/** What stands on one paper, typed in by the office. */
export function Component() {
  const { campaignId = '', departmentId = '' } = useParams();
  const engagementId = useEngagementId();
  const reception = useLoad(() => selfCheck.getReception({ campaignId }), [campaignId]);
  const department =
    reception.state === 'ready'
      ? reception.data.departments.find((one) => one.departmentId === departmentId)
      : undefined;
  const crumbs = [
    { label: messages.campaigns, href: `/engagements/${engagementId}/self-check` },
    { label: messages.office.title, href: `/engagements/${engagementId}/answer-files/${campaignId}` },
  ];
  return (
    <Page title={text.title(department?.departmentName ?? '')} lead={text.lead} breadcrumbs={crumbs}>
      <Loaded from={reception}>
        {(data) => department !== undefined && <Entry reception={data} department={department} />}
      </Loaded>
    </Page>
  );
}

/** Where the person is: typing once, typing a second time, choosing between the two, or looking it over. */
export interface EntryState {
  readonly stage: 'first' | 'second' | 'compare' | 'review';
  readonly first: Typing;
  readonly second: Typing;
  /** The two entries have been brought together. */
  readonly twice: boolean;
}
const START: EntryState = { stage: 'first', first: {}, second: {}, twice: false };

function Entry({ reception, department }: { reception: Reception; department: Department }) {
  const { campaign, form } = reception;
  const { departmentId, revision } = department;
  const draft = useDraft<EntryState>(`paper-entry:${campaign.id}:${departmentId}`, START, revision);
  const [focus, setFocus] = useState<string>();
  const { stage, first, second, twice } = draft.value;
  const change = (next: Partial<EntryState>): void => draft.set((before) => ({ ...before, ...next }));
  return (
    <>
      <DataList
        items={[
          { term: text.number, value: sheetNumber(department.place) },
          { term: messages.own.facts.due, value: <DayText day={department.due} look="weekday" /> },
        ]}
      />
      {department.progress === 'submitted' && <Notice tone="warning" title={text.submittedAlready} />}
      {department.refusal !== null && (
        <Notice tone="warning" title={text.refused}>
          <p>{department.refusal}</p>
        </Notice>
      )}
      {stage === 'first' && (
        <EntryFields
          key="first"
          form={form}
          title={text.first}
          typing={first}
          focus={focus}
          onChange={(typing) => change({ first: typing, twice: false })}
          onDone={() => change({ stage: 'review' })}
        />
      )}
      {stage === 'second' && (
        <EntryFields
          key="second"
          form={form}
          title={text.second}
          help={text.secondHelp}
          typing={second}
          focus={undefined}
          onChange={(typing) => change({ second: typing })}
          onDone={() => change({ stage: 'compare' })}
        />
      )}
      {stage === 'compare' && (
        <EntryCompare
          form={form}
          first={first}
          second={second}
          onDone={(agreed) => change({ first: agreed, second: {}, stage: 'review', twice: true })}
        />
      )}
      {stage === 'review' && (
        <EntryReview
          campaign={campaign}
          department={department}
          form={form}
          typing={first}
          twice={twice}
          onBack={(box) => {
            setFocus(box);
            change({ stage: 'first' });
          }}
          onAgain={() => change({ stage: 'second', second: {} })}
          onSaved={() => draft.clear(START)}
        />
      )}
      <DraftStatus draft={draft} />
    </>
  );
}
