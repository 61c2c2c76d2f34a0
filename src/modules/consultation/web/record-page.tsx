import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useEngagementId, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { CHANNELS } from '../conditions.ts';
import { AnswerFields, answerFrom } from './answer-fields.tsx';
import { type Choices, consultations, listPath } from './client.ts';
import { messages } from './messages.ja.ts';
import { DepartmentField, QuestionFields, questionFrom } from './question-fields.tsx';

const text = messages.record;

/** A mail, a call or a visit, put down while it is fresh: the usual values stand there already. */
export function Component() {
  const engagementId = useEngagementId();
  const list = listPath(engagementId);
  const load = ui.useLoad(() => consultations.listChoices({ engagementId }), [engagementId]);
  return (
    <ui.Page title={text.title} lead={text.lead} breadcrumbs={[{ label: messages.title, href: list }]}>
      <ui.Loaded from={load}>
        {(choices) => <RecordForm engagementId={engagementId} list={list} choices={choices} />}
      </ui.Loaded>
    </ui.Page>
  );
}

function RecordForm({ engagementId, list, choices }: { engagementId: string; list: string; choices: Choices }) {
  const { today } = useSession();
  const navigate = useNavigate();
  const [answered, setAnswered] = useState(false);
  return (
    <ui.Form
      draft={`consultation-record:${engagementId}`}
      submitLabel={text.submit}
      done={null}
      cancelHref={list}
      submit={(form) =>
        consultations.recordConsultation(
          {
            engagementId,
            ...questionFrom(form),
            channel: form.one('channel', CHANNELS),
            occurredOn: form.day('occurredOn'),
            departmentId: form.textOrNull('departmentId'),
            asker: form.text('asker'),
            answer: form.flag('answered') ? answerFrom(form, choices) : null,
          },
          form.options,
        )
      }
      onDone={({ id, state }) => {
        ui.announce(state === 'received' && answered ? text.waiting : text.done);
        void navigate(`${list}/${id}`);
      }}
    >
      <ui.RadioGroup
        name="channel"
        label={text.channel}
        required
        inline
        defaultValue={CHANNELS[2]}
        options={CHANNELS.slice(1).map((channel) => ({ value: channel, label: channel }))}
      />
      <ui.DateField name="occurredOn" label={text.occurredOn} required defaultValue={today} />
      <DepartmentField choices={choices} />
      <ui.TextField name="asker" label={text.asker} hint={text.askerHelp} required maxLength={200} />
      <QuestionFields choices={choices} />
      <ui.Checkbox name="answered" label={text.answered} checked={answered} onChange={setAnswered} />
      {answered && <AnswerFields choices={choices} draft={null} questions={1} />}
    </ui.Form>
  );
}
