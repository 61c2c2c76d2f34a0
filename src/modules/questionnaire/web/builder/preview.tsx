import { useState } from 'react';
import { type AnswerSheet, answerTo, isRequired, visibilityOf } from '../../../../core/assessment/index.ts';
import type { FormItem, Questionnaire } from '../../../../core/content-schema/index.ts';
import { ItemField } from '../../../../web/answering/item-field.tsx';
import * as ui from '../../../../web/ui/index.ts';
import { segmentsOf } from '../../../../core/assessment/index.ts';
import { messages } from '../messages.ja.ts';

const text = messages.builder.preview;
/** Where the preview stands on the page. */
export const PREVIEW = 'build-preview';

/**
 * What a respondent sees, with the same fields and the same rules as the page on which answers are given: the item that is
 * being edited, or the whole form for the chosen segment. Answers given here are kept nowhere.
 */
export function Preview({ form, item }: { form: Questionnaire; item: FormItem | null }) {
  const [answers, setAnswers] = useState<AnswerSheet>({});
  const { segmentItem } = form;
  const segments = segmentItem === undefined ? [] : segmentsOf(form);
  const chosen = segmentItem === undefined ? undefined : answerTo(answers, segmentItem)?.value;
  const { items, values } = visibilityOf(form, answers);
  const field = (one: FormItem) => (
    <ItemField
      key={one.id}
      item={one}
      answer={answerTo(answers, one.id)}
      required={isRequired(one, values)}
      files={null}
      onChange={(answer) => setAnswers((before) => ({ ...before, [one.id]: answer }))}
    />
  );
  return (
    <div className="rounded-8 border border-solid-gray-420 p-4 desktop-admin:sticky desktop-admin:top-4 desktop-admin:max-h-[calc(100dvh-2rem)] desktop-admin:overflow-y-auto">
      <ui.Section id={PREVIEW} title={item === null ? text.title : text.itemTitle}>
        <p className="text-solid-gray-700">{item === null ? text.lead : text.itemLead}</p>
        {item === null && segmentItem !== undefined && (
          <ui.Select
            name="preview-segment"
            label={text.segment}
            prompt={text.noSegment}
            value={typeof chosen === 'string' ? chosen : ''}
            onChange={(event) => {
              const { value } = event.target;
              setAnswers((before) => ({ ...before, [segmentItem]: { value: value === '' ? null : value } }));
            }}
            options={segments.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        {item === null ? (
          <>
            <p role="status">{text.shown(items.length, form.sections.flatMap((section) => section.items).length)}</p>
            {form.sections.map((section) => {
              const shown = section.items.filter((one) => items.includes(one));
              return shown.length === 0 ? null : (
                <ui.Section key={section.id} level={3} title={messages.detail.section(section.number, section.title)}>
                  {section.description !== undefined && <p>{section.description}</p>}
                  {shown.map(field)}
                </ui.Section>
              );
            })}
            <div>
              <ui.Button size="small" onClick={() => setAnswers({})}>
                {text.reset}
              </ui.Button>
            </div>
          </>
        ) : (
          field(item)
        )}
      </ui.Section>
    </div>
  );
}
