import { useNavigate } from 'react-router';
import { useEngagementId, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { linesOf } from './lines.ts';
import { StartTime } from './meeting-fields.tsx';
import { meetings } from './meetings-client.ts';
import { messages } from './messages.ja.ts';

const text = messages.talk;
const MODES = ['電話', 'オンライン'] as const;

/** A telephone call or a short talk online: who, what, what was decided. */
export function Component() {
  const engagementId = useEngagementId();
  const { account, today } = useSession();
  const navigate = useNavigate();
  const list = `/engagements/${engagementId}/meetings`;
  const load = ui.useLoad(() => meetings.listTypes({ engagementId }), [engagementId]);
  return (
    <ui.Page title={text.title} lead={text.lead} breadcrumbs={[{ label: messages.title, href: list }]}>
      <ui.Loaded from={load}>
        {(types) => (
          <ui.Form
            draft={`meeting-talk:${engagementId}`}
            submitLabel={text.save}
            done={text.done}
            cancelHref={list}
            submit={(form) =>
              meetings.recordTalk(
                {
                  engagementId,
                  title: form.text('title'),
                  mode: form.one('mode', MODES),
                  tool: form.textOrNull('tool'),
                  browserCapable: form.flag('browserCapable'),
                  onlineAgreed: form.flag('onlineAgreed'),
                  occurredOn: form.day('occurredOn'),
                  startTime: form.text('startTime'),
                  city: form.text('city'),
                  contractor: form.text('contractor'),
                  said: form.text('said'),
                  decisions: linesOf(form.text('decisions')),
                  submit: form.flag('submit'),
                },
                form.options,
              )
            }
            onDone={({ id }) => void navigate(`${list}/${id}`)}
          >
            <ui.TextField name="title" label={text.name} required maxLength={200} />
            <ui.TextField name="city" label={text.city} required maxLength={200} />
            <ui.TextArea name="said" label={text.said} required rows={4} maxLength={10_000} />
            <ui.TextArea name="decisions" label={text.decisions} hint={text.decisionsHelp} rows={3} maxLength={4000} />
            <ui.DateField name="occurredOn" label={text.occurredOn} required defaultValue={today} />
            <StartTime />
            <ui.TextField
              name="contractor"
              label={text.contractor}
              required
              maxLength={200}
              defaultValue={account.displayName}
            />
            <ui.RadioGroup
              name="mode"
              label={messages.schedule.mode}
              required
              inline
              defaultValue="電話"
              options={MODES.map((mode) => ({ value: mode, label: mode }))}
            />
            <ui.TextField name="tool" label={messages.schedule.tool} maxLength={200} />
            <ui.Checkbox name="browserCapable" label={messages.schedule.browserCapable} />
            {types.online?.agreement === true && (
              <ui.Checkbox name="onlineAgreed" label={messages.record.onlineAgreed} />
            )}
            <ui.Checkbox name="submit" label={text.submit} defaultChecked />
          </ui.Form>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}
