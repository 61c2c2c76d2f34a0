import { useNavigate } from 'react-router';
import { fiscalYearLabel, fiscalYearOf } from '../../../core/calendar/fiscal-year.ts';
import { SURVEY_TYPE_IDS } from '../../../core/content-schema/survey-type.ts';
import { useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { questionnaires } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.builder.create;

/** A form without items, for what none of the shipped ones asks. */
export function CreateSection() {
  const navigate = useNavigate();
  const { today } = useSession();
  const year = fiscalYearOf(today);
  return (
    <ui.Section title={text.title}>
      <p>{text.lead}</p>
      <ui.Form
        guard={false}
        submitLabel={text.submit}
        done={text.done}
        submit={(form) =>
          questionnaires.createQuestionnaire(
            {
              type: SURVEY_TYPE_IDS.find((type) => type === form.text('type')) ?? 'self-check',
              fiscalYear: form.number('fiscalYear'),
              title: form.text('title'),
            },
            form.options,
          )
        }
        onDone={({ id }) => void navigate(`/questionnaires/${id}/edit`)}
      >
        <ui.TextField name="title" label={text.name} required maxLength={60} />
        <ui.Select
          name="type"
          label={text.type}
          required
          defaultValue="preliminary-survey"
          options={SURVEY_TYPE_IDS.map((type) => ({ value: type, label: messages.types[type] }))}
        />
        <ui.Select
          name="fiscalYear"
          label={text.year}
          required
          defaultValue={String(year)}
          options={[0, 1, 2].map((ahead) => ({ value: String(year + ahead), label: fiscalYearLabel(year + ahead) }))}
        />
      </ui.Form>
    </ui.Section>
  );
}
