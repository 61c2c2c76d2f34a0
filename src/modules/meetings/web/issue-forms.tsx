import { useState } from 'react';
import * as ui from '../../../web/ui/index.ts';
import { type Issue, meetings } from './meetings-client.ts';
import { messages } from './messages.ja.ts';
import { paperMessages } from './paper-messages.ja.ts';

const text = paperMessages.issues;
const SIDES = ['contractor', 'city'] as const;
const owners = SIDES.map((side) => ({ value: side, label: messages.owners[side] }));

/** A new issue, of a meeting or without one. */
export function OpenIssueForm({
  engagementId,
  meetingId,
  reload,
}: {
  engagementId: string;
  meetingId: string | null;
  reload: () => void;
}) {
  return (
    <ui.Section title={text.open} level={meetingId === null ? 2 : 3}>
      <ui.Form
        draft={`issue-new:${meetingId ?? engagementId}`}
        reset
        submitLabel={text.submit}
        done={text.opened}
        submit={(form) => {
          const raisedOn = form.dayOrNull('raisedOn');
          return meetings.openIssue(
            {
              engagementId,
              meetingId,
              content: form.text('content'),
              owner: form.one('owner', SIDES),
              due: form.dayOrNull('due'),
              ...(raisedOn === null ? {} : { raisedOn }),
            },
            form.options,
          );
        }}
        onDone={reload}
      >
        <ui.TextArea name="content" label={text.content} required rows={3} maxLength={1000} />
        <ui.Select name="owner" label={text.owner} defaultValue="contractor" options={owners} />
        <ui.DateField name="due" label={text.due} />
        <ui.DateField name="raisedOn" label={text.raisedOn} hint={text.raisedOnHelp} />
      </ui.Form>
    </ui.Section>
  );
}

/** What is being done about an issue, up to its end. */
export function ChangeIssueForm({
  engagementId,
  issues,
  reload,
}: {
  engagementId: string;
  issues: readonly Issue[];
  reload: () => void;
}) {
  const open = issues.filter(({ closedOn }) => closedOn === null);
  const [chosen, setChosen] = useState('');
  const issue = open.find(({ id }) => id === chosen) ?? open[0];
  if (issue === undefined) return null;
  return (
    <ui.Section title={text.pick}>
      <p>{text.pickHelp}</p>
      <ui.Select
        name="chosen"
        label={text.chosen}
        value={issue.id}
        onChange={(event) => setChosen(event.target.value)}
        options={open.map(({ id, number, content }) => ({
          value: id,
          label: `${number}　${[...content].slice(0, 60).join('')}`,
        }))}
      />
      <ui.Form
        key={`${issue.id} ${issue.version}`}
        version={issue.version}
        draft={`issue:${issue.id}`}
        submitLabel={text.save}
        done={text.saved}
        check={(form) =>
          form.text('intent') === 'close' && form.text('response') === ''
            ? [{ path: 'response', message: text.responseMissing }]
            : []
        }
        submit={(form) => {
          const inHand = { engagementId, issueId: issue.id, version: form.version };
          const response = form.text('response');
          if (form.text('intent') === 'close') return meetings.closeIssue({ ...inHand, response }, form.options);
          return meetings.changeIssue(
            {
              ...inHand,
              content: form.text('content'),
              owner: form.one('owner', SIDES),
              due: form.dayOrNull('due'),
              response,
            },
            form.options,
          );
        }}
        onDone={reload}
        actions={
          <ui.Button type="submit" name="intent" value="close">
            {text.close}
          </ui.Button>
        }
      >
        <ui.TextArea
          name="content"
          label={text.content}
          required
          rows={3}
          maxLength={1000}
          defaultValue={issue.content}
        />
        <ui.Select name="owner" label={text.owner} defaultValue={issue.owner} options={owners} />
        <ui.DateField name="due" label={text.due} defaultValue={issue.due} />
        <ui.TextArea name="response" label={text.response} rows={4} maxLength={2000} defaultValue={issue.response} />
      </ui.Form>
    </ui.Section>
  );
}
