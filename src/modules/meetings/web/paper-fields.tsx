/** Fields of each kind of prepared paper. */
import { formatEra } from '../../../core/calendar/era.ts';
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import type { Paper } from './meetings-client.ts';
import { paperMessages } from './paper-messages.ja.ts';

const text = paperMessages.editor;
type Content = NonNullable<Paper['content']>;
type Of<K extends Content['kind']> = Extract<Content, { kind: K }>;

export function ContentFields({ content }: { content: Content }) {
  switch (content.kind) {
    case 'progress':
      return <ProgressFields content={content} />;
    case 'issues':
      return <p>{text.issuesHelp}</p>;
    case 'schedule':
      return <ScheduleFields content={content} />;
    case 'information':
      return <InformationFields content={content} />;
  }
}

const LONG = ['done', 'duties', 'next'] as const;

function ProgressFields({ content }: { content: Of<'progress'> }) {
  return (
    <>
      {LONG.map((name) => (
        <ui.TextArea
          key={name}
          name={`content.${name}`}
          label={text[name]}
          hint={text.lineHelp}
          defaultValue={content[name]}
          rows={8}
          maxLength={10_000}
        />
      ))}
      {content.tasks.map((task, index) => (
        <div key={index} className="grid grid-cols-[minmax(0,1fr)] gap-4 desktop:grid-cols-[2fr_3fr]">
          <ui.NumberField
            name={`content.tasks.${index}.percent`}
            label={`${task.name}（${formatEra(task.plannedEnd)}）`}
            defaultValue={task.percent}
            min={0}
            max={100}
            unit="%"
            required
          />
          <ui.TextField
            name={`content.tasks.${index}.remark`}
            label={text.taskRemark(task.name)}
            defaultValue={task.remark}
            maxLength={200}
          />
        </div>
      ))}
    </>
  );
}

function ScheduleFields({ content }: { content: Of<'schedule'> }) {
  if (content.rows.length === 0) return <p>{text.noRows}</p>;
  return (
    <>
      <p>{text.rowHelp}</p>
      {content.rows.map((row, index) => (
        <fieldset key={index} className="grid grid-cols-[minmax(0,1fr)] gap-4 border-t border-solid-gray-420 pt-4">
          <legend className="sr-only">{row.name}</legend>
          <ui.TextField
            name={`content.rows.${index}.name`}
            label={text.rowName(index + 1)}
            defaultValue={row.name}
            maxLength={200}
          />
          <ui.DateField
            name={`content.rows.${index}.start`}
            label={text.rowStart(index + 1)}
            defaultValue={row.start}
            required
          />
          <ui.DateField
            name={`content.rows.${index}.end`}
            label={text.rowEnd(index + 1)}
            defaultValue={row.end}
            required
          />
          <ui.NumberField
            name={`content.rows.${index}.percent`}
            label={text.rowPercent(index + 1)}
            defaultValue={row.percent}
            min={0}
            max={100}
            unit="%"
            required
          />
          <ui.TextField
            name={`content.rows.${index}.remark`}
            label={text.rowRemark(index + 1)}
            defaultValue={row.remark}
            maxLength={200}
          />
        </fieldset>
      ))}
    </>
  );
}

function InformationFields({ content }: { content: Of<'information'> }) {
  if (content.rows.length === 0) return <p>{text.noRows}</p>;
  return (
    <>
      <ui.CheckboxGroup
        name="content.included"
        label={text.include}
        defaultValues={content.rows.map((_, index) => String(index))}
        options={content.rows.map(({ title, source }, index) => ({
          value: String(index),
          label: `${title}（${source}）`,
        }))}
      />
      {content.rows.map((row, index) => (
        <ui.TextArea
          key={index}
          name={`content.rows.${index}.summary`}
          label={text.summary(row.title)}
          defaultValue={row.summary}
          rows={4}
          maxLength={2000}
        />
      ))}
    </>
  );
}

/** The paper with what was typed. Rows that were emptied or not chosen are left out. */
export function contentFrom(form: FormReader, content: Content): Content {
  const remark = form.text('content.remark');
  switch (content.kind) {
    case 'progress':
      return {
        ...content,
        remark,
        done: form.text('content.done'),
        duties: form.text('content.duties'),
        next: form.text('content.next'),
        tasks: content.tasks.map((task, index) => ({
          ...task,
          percent: form.number(`content.tasks.${index}.percent`),
          remark: form.text(`content.tasks.${index}.remark`),
        })),
      };
    case 'issues':
      return { ...content, remark };
    case 'schedule':
      return {
        ...content,
        remark,
        rows: content.rows.flatMap((_, index) => {
          const row = `content.rows.${index}`;
          const name = form.text(`${row}.name`);
          if (name === '') return [];
          return [
            {
              name,
              start: form.day(`${row}.start`),
              end: form.day(`${row}.end`),
              percent: form.number(`${row}.percent`),
              remark: form.text(`${row}.remark`),
            },
          ];
        }),
      };
    case 'information': {
      const included = new Set(form.all('content.included'));
      return {
        ...content,
        remark,
        rows: content.rows.flatMap((row, index) =>
          included.has(String(index)) ? [{ ...row, summary: form.text(`content.rows.${index}.summary`) }] : [],
        ),
      };
    }
  }
}
