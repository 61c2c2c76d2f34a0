/** What the contractor records beside the answer: who answers, and visits. */
import { useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Choices, consultations, type Detail } from './client.ts';
import { messages } from './messages.ja.ts';

interface Props {
  readonly engagementId: string;
  readonly detail: Detail;
  readonly choices: Choices;
  readonly reload: () => void;
}

export function AssignForm({ engagementId, detail, choices, reload }: Props) {
  const text = messages.assign;
  return (
    <ui.Section title={text.title}>
      <ui.Form
        version={detail.version}
        guard={false}
        submitLabel={text.submit}
        done={text.done}
        submit={(form) =>
          consultations.assignMember(
            {
              engagementId,
              consultationId: detail.id,
              version: form.version,
              memberId: form.text('memberId'),
              due: form.dayOrNull('due'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.Select
          name="memberId"
          label={text.member}
          required
          defaultValue={detail.member?.id ?? ''}
          options={choices.members.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ui.DateField name="due" label={text.due} defaultValue={detail.due ?? ''} />
      </ui.Form>
    </ui.Section>
  );
}

export function VisitForm({ engagementId, detail, choices, reload }: Props) {
  const text = messages.visit;
  const { today } = useSession();
  return (
    <ui.Disclosure summary={text.title}>
      <ui.Form
        version={detail.version}
        draft={`consultation-visit:${detail.id}`}
        submitLabel={text.submit}
        done={text.done}
        submit={(form) =>
          consultations.recordVisit(
            {
              engagementId,
              consultationId: detail.id,
              version: form.version,
              occurredOn: form.day('occurredOn'),
              place: form.text('place'),
              memberIds: form.all('memberIds'),
              cityPeople: form.text('cityPeople'),
              body: form.text('body'),
              fileIds: form.fileIds('fileIds'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.DateField name="occurredOn" label={text.occurredOn} required defaultValue={today} />
        <ui.TextField name="place" label={text.place} required maxLength={200} />
        <ui.CheckboxGroup
          name="memberIds"
          label={text.members}
          required
          options={choices.members.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ui.TextField name="cityPeople" label={text.cityPeople} hint={text.cityPeopleHelp} required maxLength={200} />
        <ui.TextArea name="body" label={text.body} required rows={4} maxLength={10_000} />
        <ui.FileUpload name="fileIds" label={messages.follow.files} multiple />
      </ui.Form>
    </ui.Disclosure>
  );
}
