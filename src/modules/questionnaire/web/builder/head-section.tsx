import { useState } from 'react';
import * as ui from '../../../../web/ui/index.ts';
import { itemsOf } from '../client.ts';
import { messages } from '../messages.ja.ts';
import type { Builder } from './use-build.ts';

const text = messages.builder.head;

/** Title, introduction, respondent, and which question asks for the segment. */
export function HeadSection({ builder }: { builder: Builder }) {
  const [open, setOpen] = useState(false);
  const { form, version } = builder.detail;
  const singles = itemsOf(form).filter(({ type }) => type === 'single');
  const close = (): void => {
    setOpen(false);
    setTimeout(() => document.getElementById('build-head')?.focus());
  };
  return (
    <ui.Section title={text.title}>
      {open ? (
        <ui.Form
          key={version}
          submitLabel={messages.builder.save}
          done={text.done}
          submit={(reader) =>
            builder.save(
              [
                {
                  kind: 'describe',
                  title: reader.text('edits.0.title'),
                  introduction: reader.text('edits.0.introduction'),
                  respondent: reader.text('edits.0.respondent'),
                  subjects: linesOf(reader.text('edits.0.subjects')),
                },
                { kind: 'ask-segment', item: reader.text('edits.1.item') || null },
              ],
              reader.options,
            )
          }
          onDone={close}
          actions={
            <ui.Button variant="text" onClick={close}>
              {messages.builder.close}
            </ui.Button>
          }
        >
          <ui.TextField name="edits.0.title" label={text.name} required maxLength={60} defaultValue={form.title} />
          <ui.TextArea
            name="edits.0.introduction"
            label={text.introduction}
            hint={messages.builder.sentence}
            required
            maxLength={400}
            defaultValue={form.introduction}
          />
          <ui.TextArea
            name="edits.0.respondent"
            label={text.respondent}
            hint={messages.builder.sentence}
            required
            maxLength={400}
            defaultValue={form.respondent}
          />
          <ui.TextArea
            name="edits.0.subjects"
            label={text.subjects}
            hint={text.subjectsHint}
            rows={2}
            maxLength={400}
            defaultValue={(form.subjects ?? []).map(({ label }) => label).join('\n')}
          />
          <ui.Select
            name="edits.1.item"
            label={text.segment}
            hint={text.segmentHint}
            prompt={text.noSegment}
            defaultValue={form.segmentItem ?? ''}
            options={singles.map(({ id, number, question }) => ({
              value: id,
              label: `${messages.item.question(number)}　${question}`,
            }))}
          />
        </ui.Form>
      ) : (
        <>
          <ui.DataList
            items={[
              { term: text.name, value: form.title },
              { term: text.introduction, value: form.introduction },
              { term: text.respondent, value: form.respondent },
              {
                term: text.subjects,
                value: (form.subjects ?? []).map(({ label }) => label).join('、') || text.noSubjects,
              },
              {
                term: text.segment,
                value: singles.find(({ id }) => id === form.segmentItem)?.question ?? text.noSegment,
              },
            ]}
          />
          <div>
            <ui.Button id="build-head" size="small" onClick={() => setOpen(true)}>
              {text.change}
            </ui.Button>
          </div>
        </>
      )}
    </ui.Section>
  );
}

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
