import { useState } from 'react';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Own, training } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.own;
const TONES = { draft: 'warning', submitted: 'info', reviewed: 'success' } as const;
/** Rows that are offered before anything is written. */
const FIRST_ROWS = 3;

export function Component() {
  const engagementId = useEngagementId();
  const load = ui.useLoad(() => training.listOwnExercises({ engagementId }), [engagementId]);
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ui.Loaded from={load}>
        {({ expected, exercises }) => {
          if (!expected) return <ui.EmptyState title={text.notExpected}>{text.notExpectedHelp}</ui.EmptyState>;
          if (exercises.length === 0) return <ui.EmptyState title={text.none}>{text.noneHelp}</ui.EmptyState>;
          return (
            <>
              {exercises.map((own) => (
                <OwnExercise
                  key={`${own.courseId} ${own.exercise} ${own.work?.version ?? 0}`}
                  own={own}
                  reload={load.reload}
                />
              ))}
            </>
          );
        }}
      </ui.Loaded>
    </ui.Page>
  );
}

function OwnExercise({ own, reload }: { own: Own; reload: () => void }) {
  const state = own.work?.state ?? 'draft';
  return (
    <ui.Section
      title={own.title}
      actions={<ui.StatusBadge tone={TONES[state]}>{messages.work.states[state]}</ui.StatusBadge>}
    >
      {state === 'draft' ? (
        <p className="whitespace-pre-wrap">{own.scene}</p>
      ) : (
        <ui.Disclosure summary={text.scene}>
          <p className="whitespace-pre-wrap">{own.scene}</p>
        </ui.Disclosure>
      )}
      <p>
        <strong>{text.task}</strong>　{own.task}
      </p>
      <DocumentLinks
        title={text.sheet}
        files={(['docx', 'pdf'] as const).map((format) => ({
          kind: format,
          href: training.href('downloadOwnExercise', { courseId: own.courseId, format }),
        }))}
      />
      {state === 'draft' && <Write own={own} reload={reload} />}
      {state === 'submitted' && <p>{text.waiting}</p>}
      {state === 'reviewed' && <Feedback own={own} />}
    </ui.Section>
  );
}

function Write({ own, reload }: { own: Own; reload: () => void }) {
  const written = own.work?.observations ?? [];
  const [rows, setRows] = useState(Math.max(FIRST_ROWS, written.length));
  const submit = ui.useCommand(
    (options) => training.submitOwnWork({ workId: own.work?.id ?? '', version: own.work?.version ?? 0 }, options),
    { done: text.submitted, onDone: reload },
  );
  return (
    <>
      <ui.Form
        draft={`own-exercise:${own.courseId}:${own.exercise}`}
        version={own.work?.version ?? 0}
        submitLabel={text.save}
        done={text.saved}
        submit={(form) =>
          training.saveOwnWork(
            {
              courseId: own.courseId,
              exercise: own.exercise,
              version: form.version,
              observations: Array.from({ length: rows }, (_, at) => {
                const of = (field: string) => form.text(`observations.${at}.${field}`);
                return { place: of('place'), fact: of('fact'), ground: of('ground'), remedy: of('remedy') };
              }).filter(({ place, fact }) => place !== '' || fact !== ''),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        {Array.from({ length: rows }, (_, at) => {
          const of = (field: string) => `observations.${at}.${field}`;
          const before = written[at];
          return (
            <fieldset
              key={at}
              className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-8 border border-solid-gray-420 p-4"
            >
              <legend>{text.answer(at + 1)}</legend>
              <ui.TextField name={of('place')} label={text.place} maxLength={200} defaultValue={before?.place ?? ''} />
              <ui.TextArea
                name={of('fact')}
                label={text.fact}
                rows={2}
                maxLength={1000}
                defaultValue={before?.fact ?? ''}
              />
              <ui.TextArea
                name={of('ground')}
                label={text.ground}
                rows={2}
                maxLength={1000}
                defaultValue={before?.ground ?? ''}
              />
              <ui.TextArea
                name={of('remedy')}
                label={text.remedy}
                rows={2}
                maxLength={1000}
                defaultValue={before?.remedy ?? ''}
              />
            </fieldset>
          );
        })}
        <div>
          <ui.Button size="small" onClick={() => setRows(rows + 1)}>
            {text.add}
          </ui.Button>
        </div>
      </ui.Form>
      {submit.problem !== undefined && <ui.Problem problem={submit.problem} />}
      {own.work !== null && written.length > 0 && (
        <div>
          <ui.ConfirmButton
            title={text.submitTitle}
            body={text.submitBody}
            busy={submit.busy}
            onConfirm={() => submit.run()}
          >
            {text.submit}
          </ui.ConfirmButton>
        </div>
      )}
    </>
  );
}

type Answer = NonNullable<Own['answers']>[number];

function Feedback({ own }: { own: Own }) {
  const feedback = own.work?.feedback ?? null;
  if (feedback === null) return null;
  const said = (key: string) => feedback.comparisons.find(({ weakness }) => weakness === key);
  return (
    <>
      <ui.Notice title={text.feedback}>
        <p>{messages.work.scoreOf(feedback.score, feedback.of, feedback.passed)}</p>
        <p className="whitespace-pre-wrap">{feedback.comment}</p>
      </ui.Notice>
      <ui.Table
        caption={text.yours}
        rows={(own.work?.observations ?? []).map((one, at) => ({ ...one, number: at + 1 }))}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: 'number', header: messages.work.number, rowHeader: true, nowrap: true, cell: ({ number }) => number },
          { key: 'place', header: text.place, cell: ({ place }) => place },
          { key: 'fact', header: text.fact, cell: ({ fact }) => fact },
          { key: 'remedy', header: text.remedy, cell: ({ remedy }) => remedy || '―' },
        ]}
      />
      <ui.Table
        caption={text.model}
        rows={own.answers ?? []}
        rowKey={({ key }) => key}
        columns={[
          { key: 'place', header: text.place, rowHeader: true, cell: ({ place }) => place },
          {
            key: 'result',
            header: messages.work.result,
            cell: ({ key }) => messages.work.results[said(key)?.result ?? 'missed'],
          },
          { key: 'fact', header: text.fact, cell: ({ fact }) => fact },
          { key: 'ground', header: text.ground, cell: ({ ground }) => ground },
          { key: 'remedy', header: text.remedy, cell: ({ remedy }) => remedy },
          ...(feedback.comparisons.some(({ comment }) => comment !== '')
            ? [{ key: 'comment', header: messages.work.comment, cell: ({ key }: Answer) => said(key)?.comment || '―' }]
            : []),
        ]}
      />
    </>
  );
}
