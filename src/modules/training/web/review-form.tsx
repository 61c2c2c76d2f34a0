/** A trainee's answer beside the model answer: the trainer says what was seen, and what to learn from it. */
import * as ui from '../../../web/ui/index.ts';
import { type MaterialContent, training, type Work } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.work;
const RESULTS = ['found', 'partly', 'missed'] as const;
const NONE = 'none';

export function ReviewForm({
  work,
  exercise,
  onDone,
}: {
  work: Work;
  exercise: MaterialContent['exercises'][number];
  onDone: () => void;
}) {
  const numbers = work.observations.map((_, at) => ({ value: String(at), label: `${text.written}${at + 1}` }));
  const proposed = (key: string) => work.proposed.find(({ weakness }) => weakness === key);
  return (
    <>
      <ui.Table
        caption={text.written}
        rows={work.observations.map((one, at) => ({ ...one, number: at + 1 }))}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: 'number', header: text.number, rowHeader: true, nowrap: true, cell: ({ number }) => number },
          { key: 'place', header: messages.own.place, cell: ({ place }) => place },
          { key: 'fact', header: messages.own.fact, cell: ({ fact }) => fact },
          { key: 'ground', header: messages.own.ground, cell: ({ ground }) => ground || '―' },
          { key: 'remedy', header: messages.own.remedy, cell: ({ remedy }) => remedy || '―' },
        ]}
      />
      <p>{text.compareHelp}</p>
      <ui.Form
        version={work.version}
        draft={`course-review:${work.id}`}
        submitLabel={text.send}
        done={text.sent}
        submit={(form) =>
          training.reviewWork(
            {
              workId: work.id,
              version: form.version,
              comparisons: exercise.weaknesses.map(({ key }, at) => {
                const which = form.text(`comparisons.${at}.observation`);
                return {
                  weakness: key,
                  result: form.one(`comparisons.${at}.result`, RESULTS),
                  observation: which === NONE || which === '' ? null : Number(which),
                  comment: form.text(`comparisons.${at}.comment`),
                };
              }),
              mistaken: form.all('mistaken').map(Number),
              comment: form.text('comment'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        {exercise.weaknesses.map(({ key, place, fact, points }, at) => (
          <fieldset
            key={key}
            className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-8 border border-solid-gray-420 p-4"
          >
            <legend>{`${place}（${points}${text.score}）`}</legend>
            <p>{fact}</p>
            <ui.RadioGroup
              name={`comparisons.${at}.result`}
              label={`${text.result}：${place}`}
              required
              inline
              defaultValue={proposed(key)?.result ?? 'missed'}
              options={RESULTS.map((value) => ({ value, label: text.results[value] }))}
            />
            <ui.Select
              name={`comparisons.${at}.observation`}
              label={text.which}
              required
              defaultValue={String(proposed(key)?.observation ?? NONE)}
              options={[{ value: NONE, label: text.noObservation }, ...numbers]}
            />
            <ui.TextField
              name={`comparisons.${at}.comment`}
              label={text.comment}
              maxLength={1000}
              defaultValue={proposed(key)?.comment ?? ''}
            />
          </fieldset>
        ))}
        <ui.CheckboxGroup
          name="mistaken"
          label={text.mistaken}
          options={numbers}
          defaultValues={(work.feedback?.mistaken ?? []).map(String)}
        />
        <ui.TextArea
          name="comment"
          label={text.overall}
          required
          rows={4}
          maxLength={4000}
          defaultValue={work.feedback?.comment ?? ''}
        />
      </ui.Form>
    </>
  );
}
