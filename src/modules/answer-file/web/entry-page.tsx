import { useState } from 'react';
import { useParams } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import { DataList, DayText, DraftStatus, Loaded, Notice, Page, useDraft, useLoad } from '../../../web/ui/index.ts';
import type { Typing } from '../rules/entry.ts';
import { sheetNumber } from '../rules/sheet-number.ts';
import { type Respondent, type Reception, selfCheck } from './client.ts';
import { EntryCompare } from './entry-compare.tsx';
import { EntryFields } from './entry-fields.tsx';
import { EntryFiles, type HandedIn } from './entry-files.tsx';
import { EntryReview } from './entry-review.tsx';
import { messages } from './messages.ja.ts';

const text = messages.entry;

/** What stands on one paper, typed in by the office. */
export function Component() {
  const { campaignId = '', respondentId = '' } = useParams();
  const engagementId = useEngagementId();
  const reception = useLoad(() => selfCheck.getReception({ campaignId }), [campaignId]);
  const respondent =
    reception.state === 'ready'
      ? reception.data.respondents.find((one) => one.respondentId === respondentId)
      : undefined;
  const crumbs = [
    { label: messages.campaigns, href: `/engagements/${engagementId}/self-check` },
    { label: messages.office.title, href: `/engagements/${engagementId}/answer-files/${campaignId}` },
  ];
  return (
    <Page title={text.title(respondent?.respondentName ?? '')} lead={text.lead} breadcrumbs={crumbs}>
      <Loaded from={reception}>
        {(data) => respondent !== undefined && <Entry reception={data} respondent={respondent} />}
      </Loaded>
    </Page>
  );
}

/** Where the person is: typing once, typing a second time, choosing between the two, or looking it over. */
export interface EntryState {
  readonly stage: 'first' | 'second' | 'compare' | 'review';
  readonly first: Typing;
  readonly second: Typing;
  readonly files?: HandedIn;
  /** The two entries have been brought together. */
  readonly twice: boolean;
}
const START: EntryState = { stage: 'first', first: {}, second: {}, twice: false };

function Entry({ reception, respondent }: { reception: Reception; respondent: Respondent }) {
  const { campaign, form } = reception;
  const { respondentId, revision } = respondent;
  const draft = useDraft<EntryState>(`paper-entry:${campaign.id}:${respondentId}`, START, revision);
  const [focus, setFocus] = useState<string>();
  const { stage, first, second, twice } = draft.value;
  const { files = {} } = draft.value;
  const change = (next: Partial<EntryState>): void => draft.set((before) => ({ ...before, ...next }));
  return (
    <>
      <DataList
        items={[
          { term: text.number, value: sheetNumber(respondent.place) },
          { term: messages.own.facts.due, value: <DayText day={respondent.due} look="weekday" /> },
        ]}
      />
      {respondent.progress === 'submitted' && <Notice tone="warning" title={text.submittedAlready} />}
      {respondent.refusal !== null && (
        <Notice tone="warning" title={text.refused}>
          <p>{respondent.refusal}</p>
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
          answered={Object.entries(files).flatMap(([item, own]) => (own.length > 0 ? [item] : []))}
        >
          <EntryFiles
            form={form}
            typing={first}
            place={{ campaignId: campaign.id, respondentId }}
            files={files}
            onChange={(edit) => draft.set((before) => ({ ...before, files: edit(before.files ?? {}) }))}
          />
        </EntryFields>
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
          respondent={respondent}
          form={form}
          typing={first}
          files={files}
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
