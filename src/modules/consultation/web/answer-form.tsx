import { useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { AnswerFields, answerFrom } from './answer-fields.tsx';
import { type Choices, consultations, type Detail } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.answer;

/** The working copy of the side that answers: save it, or issue it to those who asked. */
export function AnswerForm({
  engagementId,
  detail,
  choices,
  reload,
}: {
  engagementId: string;
  detail: Detail;
  choices: Choices;
  reload: () => void;
}) {
  const { today } = useSession();
  const channels = detail.urgent ? choices.urgentChannels : choices.channels;
  return (
    <ui.Section title={text.title}>
      <p>{text.help}</p>
      <ui.Form
        version={detail.version}
        draft={`consultation-answer:${detail.id}`}
        submitLabel={text.submit}
        done={null}
        actions={
          <ui.Button type="submit" name="intent" value="save">
            {text.save}
          </ui.Button>
        }
        submit={async (form) => {
          const answer = answerFrom(form, choices);
          const inHand = { engagementId, consultationId: detail.id, version: form.version };
          const channel = form.one('channel', channels);
          if (form.text('intent') === 'save') {
            const draft = { ...answer, channel, occurredOn: form.dayOrNull('occurredOn') };
            await consultations.saveAnswer({ ...inHand, draft }, form.options);
            return text.saved;
          }
          await consultations.issueAnswer(
            { ...inHand, answer, channel, occurredOn: form.day('occurredOn'), fileIds: form.fileIds('fileIds') },
            form.options,
          );
          return text.done;
        }}
        onDone={(said) => {
          ui.announce(said);
          reload();
        }}
      >
        <AnswerFields
          choices={choices}
          draft={detail.draft}
          questions={detail.questions}
          advice={detail.advice !== null}
        />
        <ui.Select
          name="channel"
          label={text.channel}
          required
          defaultValue={detail.draft?.channel ?? '画面'}
          {...(detail.urgent ? { hint: text.channelUrgent } : {})}
          options={channels.map((channel) => ({ value: channel, label: channel }))}
        />
        <ui.DateField
          name="occurredOn"
          label={text.occurredOn}
          hint={text.occurredOnHelp}
          required
          defaultValue={detail.draft?.occurredOn ?? today}
        />
        <ui.FileUpload name="fileIds" label={text.files} multiple />
      </ui.Form>
    </ui.Section>
  );
}
