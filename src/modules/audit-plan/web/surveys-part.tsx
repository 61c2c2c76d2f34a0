/** The pre-survey: to whom it went, what came back, what is read. */
import { useState } from 'react';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { Warnings } from './frame.tsx';
import { planMessages } from './messages-plan.ja.ts';
import { plan, type ProgrammeView, type Survey, type Target } from './plan-client.ts';

const text = planMessages.preparation;

interface Props {
  readonly programmeId: string;
  readonly programme: ProgrammeView['programme'];
  readonly targets: readonly Target[];
  readonly surveys: readonly Survey[];
  readonly reload: () => void;
}

interface Row {
  readonly key: string;
  readonly survey: Survey;
  readonly reply: Survey['replies'][number];
  readonly name: string;
  readonly title: string;
}

const columns = (open: ((key: string) => void) | null): readonly ui.Column<Row>[] => [
  { key: 'target', header: text.target, rowHeader: true, cell: ({ name }) => name },
  { key: 'variant', header: text.variant, cell: ({ title }) => title },
  { key: 'due', header: text.due, cell: ({ survey }) => <ui.DayText day={survey.due} look="short" /> },
  {
    key: 'receivedOn',
    header: text.receivedOn,
    cell: ({ reply }) =>
      reply.receivedOn === null ? text.waiting : <ui.DayText day={reply.receivedOn} look="short" />,
  },
  {
    key: 'readOn',
    header: text.readOn,
    cell: ({ reply }) =>
      reply.receivedOn === null ? (
        '―'
      ) : reply.readOn === null ? (
        text.unread
      ) : (
        <ui.DayText day={reply.readOn} look="short" />
      ),
  },
  ...(open === null
    ? []
    : [
        {
          key: 'action',
          header: text.action,
          cell: ({ key, name, title, reply }: Row) =>
            reply.receivedOn === null ? (
              '―'
            ) : (
              <ui.Button size="small" aria-label={`${name} ${title} ${text.open}`} onClick={() => open(key)}>
                {text.open}
              </ui.Button>
            ),
        },
      ]),
];

export function SurveysPart({ programmeId, programme, targets, surveys, reload }: Props) {
  const can = useCan();
  const [chosen, setChosen] = useState<string | null>(null);
  const [warnings, setWarnings] = useState<readonly { readonly message: string }[]>([]);
  const rows = surveys.flatMap((survey) =>
    survey.replies.map((reply): Row => ({
      key: `${survey.id} ${reply.targetId} ${reply.form}`,
      survey,
      reply,
      name: targets.find(({ id }) => id === reply.targetId)?.name ?? '―',
      title: reply.variant || (programme.questionnaires.find(({ id }) => id === reply.form)?.title ?? reply.form),
    })),
  );
  const row = rows.find(({ key }) => key === chosen);
  if (programme.questionnaires.length === 0)
    return (
      <ui.Section title={text.surveys}>
        <p>{text.noForms}</p>
      </ui.Section>
    );
  return (
    <ui.Section title={text.surveys}>
      <Warnings warnings={warnings} />
      <ui.Table
        caption={text.surveys}
        hideCaption
        rows={rows}
        rowKey={({ key }) => key}
        columns={columns(can('audit-plan.work') ? setChosen : null)}
        empty={<ui.EmptyState title={text.noSurveys}>{text.noSurveysHelp}</ui.EmptyState>}
      />
      {row !== undefined && (
        <ui.Dialog open title={`${row.name} ${row.title}`} onClose={() => setChosen(null)}>
          <p className="whitespace-pre-line">{row.reply.answer}</p>
          {row.reply.files.map(({ fileId, name }) => (
            <p key={fileId}>
              <ui.TextLink href={plan.href('downloadFile', { recordId: row.survey.id, fileId })}>{name}</ui.TextLink>
            </p>
          ))}
          <ui.Form
            version={row.survey.version}
            submitLabel={text.read}
            done={text.readDone}
            submit={(form) =>
              plan.readReply(
                {
                  surveyId: row.survey.id,
                  version: form.version,
                  targetId: row.reply.targetId,
                  form: row.reply.form,
                  notes: form.text('notes'),
                },
                form.options,
              )
            }
            onDone={() => {
              setChosen(null);
              reload();
            }}
          >
            <ui.TextArea name="notes" label={text.notes} maxLength={4000} rows={3} defaultValue={row.reply.notes} />
          </ui.Form>
        </ui.Dialog>
      )}
      {can('audit-plan.send') && targets.length > 0 && (
        <ui.Disclosure summary={text.sendSurvey}>
          <ui.Form
            reset
            submitLabel={text.sendSurvey}
            done={text.surveySent}
            submit={async (form) => {
              const { warnings: late } = await plan.sendSurvey(
                { programmeId, targetIds: form.all('targetIds'), due: form.day('due') },
                form.options,
              );
              setWarnings(late);
            }}
            onDone={reload}
          >
            <ui.CheckboxGroup
              name="targetIds"
              label={text.target}
              required
              options={targets.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <ui.DateField name="due" label={text.due} required />
          </ui.Form>
        </ui.Disclosure>
      )}
    </ui.Section>
  );
}
