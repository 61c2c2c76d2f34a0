/** Fields of units and exercises. What is not a field of its own (keys, sources' kinds) is kept from before. */
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { linesOf, type MaterialContent, wordsAsOptions } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.material;
const FORMS = ['座学', '実技演習'] as const;

interface Part {
  readonly content: MaterialContent;
  readonly change: (content: MaterialContent) => void;
}

/** A key that none of these has. */
function freshKey(stem: string, used: readonly { readonly key: string }[]): string {
  let number = used.length + 1;
  while (used.some(({ key }) => key === `${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

export function UnitFields({ content, change }: Part) {
  const add = () =>
    change({
      ...content,
      units: [
        ...content.units,
        {
          ...{ key: freshKey('unit', content.units), title: text.newUnit, form: '座学', minutes: 15 },
          ...{ aim: '', topics: [], points: [], notes: '' },
        },
      ],
    });
  return (
    <ui.Section title={text.units} level={3}>
      {content.units.map((unit) => (
        <ui.Disclosure key={unit.key} summary={`${unit.title}（${text.summary(unit.form, unit.minutes)}）`}>
          <UnitRow
            unit={unit}
            at={content.units.indexOf(unit)}
            remove={() => change({ ...content, units: content.units.filter(({ key }) => key !== unit.key) })}
          />
        </ui.Disclosure>
      ))}
      <div>
        <ui.Button onClick={add}>{text.addUnit}</ui.Button>
      </div>
    </ui.Section>
  );
}

function UnitRow({ unit, at, remove }: { unit: MaterialContent['units'][number]; at: number; remove: () => void }) {
  const of = (field: string) => `content.units.${at}.${field}`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <ui.TextField name={of('title')} label={text.unitTitle} required maxLength={200} defaultValue={unit.title} />
      <ui.Select
        name={of('form')}
        label={text.form}
        required
        defaultValue={unit.form}
        options={wordsAsOptions(FORMS)}
      />
      <ui.NumberField name={of('minutes')} label={text.length} required min={1} max={480} defaultValue={unit.minutes} />
      <ui.TextField name={of('aim')} label={text.aim} maxLength={400} defaultValue={unit.aim} />
      <ui.TextArea
        name={of('topics')}
        label={text.topics}
        hint={text.topicsHelp}
        rows={2}
        maxLength={4000}
        defaultValue={unit.topics.join('\n')}
      />
      <ui.TextArea
        name={of('points')}
        label={text.points}
        rows={6}
        maxLength={4000}
        defaultValue={unit.points.join('\n')}
      />
      <ui.TextArea name={of('notes')} label={text.notes} rows={4} maxLength={4000} defaultValue={unit.notes} />
      <div>
        <ui.Button size="small" onClick={remove}>
          {text.removeUnit(unit.title)}
        </ui.Button>
      </div>
    </div>
  );
}

export function ExerciseFields({ content, change }: Part) {
  const save = (key: string, weaknesses: MaterialContent['exercises'][number]['weaknesses']) =>
    change({
      ...content,
      exercises: content.exercises.map((one) => (one.key === key ? { ...one, weaknesses } : one)),
    });
  return (
    <ui.Section title={text.exercises} level={3}>
      {content.exercises.map((exercise, at) => {
        const of = (field: string) => `content.exercises.${at}.${field}`;
        const { weaknesses } = exercise;
        return (
          <ui.Disclosure key={exercise.key} summary={exercise.title}>
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
              <ui.TextArea
                name={of('scene')}
                label={text.scene}
                required
                rows={10}
                maxLength={6000}
                defaultValue={exercise.scene}
              />
              <ui.TextArea
                name={of('task')}
                label={text.task}
                required
                rows={3}
                maxLength={2000}
                defaultValue={exercise.task}
              />
              <ui.NumberField
                name={of('passPercent')}
                label={text.pass}
                required
                min={1}
                max={100}
                defaultValue={exercise.passPercent}
              />
              {weaknesses.map((one, place) => (
                <Answer
                  key={one.key}
                  answer={one}
                  prefix={of(`weaknesses.${place}`)}
                  remove={() =>
                    save(
                      exercise.key,
                      weaknesses.filter(({ key }) => key !== one.key),
                    )
                  }
                />
              ))}
              <div>
                <ui.Button
                  size="small"
                  onClick={() =>
                    save(exercise.key, [
                      ...weaknesses,
                      {
                        ...{ key: freshKey('answer', weaknesses), place: text.newAnswer, fact: '' },
                        ...{ ground: '', remedy: '', points: 10 },
                      },
                    ])
                  }
                >
                  {text.addAnswer}
                </ui.Button>
              </div>
            </div>
          </ui.Disclosure>
        );
      })}
    </ui.Section>
  );
}

function Answer({
  answer,
  prefix,
  remove,
}: {
  answer: MaterialContent['exercises'][number]['weaknesses'][number];
  prefix: string;
  remove: () => void;
}) {
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-8 border border-solid-gray-420 p-4">
      <legend>{`${text.answers}　${answer.place}`}</legend>
      <ui.TextField name={`${prefix}.place`} label={text.place} required maxLength={200} defaultValue={answer.place} />
      <ui.TextArea
        name={`${prefix}.fact`}
        label={text.fact}
        required
        rows={2}
        maxLength={600}
        defaultValue={answer.fact}
      />
      <ui.TextArea
        name={`${prefix}.ground`}
        label={text.ground}
        required
        rows={2}
        maxLength={600}
        defaultValue={answer.ground}
      />
      <ui.TextArea
        name={`${prefix}.remedy`}
        label={text.remedy}
        required
        rows={2}
        maxLength={600}
        defaultValue={answer.remedy}
      />
      <ui.NumberField
        name={`${prefix}.points`}
        label={text.score}
        required
        min={1}
        max={20}
        defaultValue={answer.points}
      />
      <div>
        <ui.Button size="small" onClick={remove}>
          {text.removeAnswer(answer.place)}
        </ui.Button>
      </div>
    </fieldset>
  );
}

export function materialFrom(form: FormReader, before: MaterialContent): MaterialContent {
  return {
    ...before,
    title: form.text('content.title'),
    method: form.text('content.method'),
    requiredTopics: linesOf(form.text('content.requiredTopics')),
    sources: linesOf(form.text('content.sources')).map((line) => {
      const [title = '', edition = ''] = line.split('｜').map((part) => part.trim());
      const kind = before.sources.find((one) => one.title === title)?.kind ?? 'report';
      return { title, edition: edition === '' ? text.noEdition : edition, kind };
    }),
    units: before.units.map((unit, at) => {
      const of = (field: string) => `content.units.${at}.${field}`;
      return {
        key: unit.key,
        title: form.text(of('title')),
        form: form.one(of('form'), FORMS),
        minutes: form.number(of('minutes')),
        aim: form.text(of('aim')),
        topics: linesOf(form.text(of('topics'))),
        points: linesOf(form.text(of('points'))),
        notes: form.text(of('notes')),
      };
    }),
    exercises: before.exercises.map((exercise, at) => {
      const of = (field: string) => `content.exercises.${at}.${field}`;
      return {
        ...exercise,
        scene: form.text(of('scene')),
        task: form.text(of('task')),
        passPercent: form.number(of('passPercent')),
        weaknesses: exercise.weaknesses.map(({ key }, place) => {
          const answer = (field: string) => form.text(of(`weaknesses.${place}.${field}`));
          return {
            key,
            place: answer('place'),
            fact: answer('fact'),
            ground: answer('ground'),
            remedy: answer('remedy'),
            points: form.number(of(`weaknesses.${place}.points`)),
          };
        }),
      };
    }),
  };
}
