import { addDays } from '../../../core/calendar/day.ts';
import { useSessionHandle } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { people } from './people-client.ts';

const text = messages.clock;

export function Component() {
  const { session, refresh } = useSessionHandle();
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ui.DataList items={[{ term: text.today, value: <ui.DayText day={session.today} /> }]} />
      <ui.Form
        key={session.today}
        guard={false}
        submitLabel={text.submit}
        done={text.done}
        submit={(form) => people.advanceDemonstrationClock({ to: form.day('to') }, form.options)}
        onDone={() => void refresh()}
      >
        <ui.DateField name="to" label={text.to} hint={text.toHelp} required defaultValue={addDays(session.today, 1)} />
      </ui.Form>
    </ui.Page>
  );
}
