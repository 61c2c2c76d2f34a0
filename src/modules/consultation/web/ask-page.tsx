import { useNavigate } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { consultations, knowledgePath, listPath } from './client.ts';
import { messages } from './messages.ja.ts';
import { DepartmentField, QuestionFields, questionFrom } from './question-fields.tsx';

const text = messages.form;

/** A question from a department, with help for people who do not know the field. */
export function Component() {
  const engagementId = useEngagementId();
  const navigate = useNavigate();
  const office = useCan()('consultation.triage');
  const list = listPath(engagementId);
  const load = ui.useLoad(() => consultations.listChoices({ engagementId }), [engagementId]);
  return (
    <ui.Page
      title={text.newTitle}
      breadcrumbs={[{ label: messages.title, href: list }]}
      {...(load.state === 'ready' ? { lead: text.newLead(load.data.intake) } : {})}
    >
      <ui.Loaded from={load}>
        {(choices) => (
          <>
            <ui.Notice title={text.guide}>
              <ul className="list-disc ps-6">
                {text.guideItems.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
              <p>
                <ui.TextLink href={knowledgePath(engagementId)}>{text.search}</ui.TextLink>
              </p>
            </ui.Notice>
            <ui.Form
              draft={`consultation-ask:${engagementId}`}
              submitLabel={text.submit}
              done={text.done}
              cancelHref={list}
              submit={(form) =>
                consultations.askConsultation(
                  {
                    engagementId,
                    ...questionFrom(form),
                    // The office asks in its own name: departments are chosen where a call is recorded.
                    departmentId: office ? null : form.textOrNull('departmentId'),
                  },
                  form.options,
                )
              }
              onDone={({ id }) => void navigate(`${list}/${id}`)}
            >
              {!office && choices.departments.length > 1 && <DepartmentField choices={choices} required />}
              <QuestionFields choices={choices} />
            </ui.Form>
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}
