import { type AnswerSheet, type ItemAnswer, visibleItems } from '../../../core/assessment/index.ts';
import type { FormItem, Questionnaire } from '../../../core/content-schema/index.ts';
import { type Column, Section, Table } from '../../../web/ui/index.ts';
import { valueText } from './answer-text.ts';
import { messages } from './messages.ja.ts';

const text = messages.response.columns;

/** The answers of one sheet for reading, section by section. */
export function AnswerTable({
  form,
  answers,
  answerOf,
}: {
  form: Questionnaire;
  answers: AnswerSheet;
  answerOf: (item: string) => ItemAnswer | undefined;
}) {
  const shown = visibleItems(form, answers);
  return (
    <>
      {form.sections.map((section) => (
        <Section key={section.id} title={`${section.number}　${section.title}`}>
          <Table
            caption={section.title}
            hideCaption
            rows={section.items.filter((item) => shown.includes(item))}
            rowKey={({ id }) => id}
            columns={columnsFor(answerOf)}
          />
        </Section>
      ))}
    </>
  );
}

function columnsFor(answerOf: (item: string) => ItemAnswer | undefined): readonly Column<FormItem>[] {
  return [
    {
      key: 'question',
      header: text.question,
      rowHeader: true,
      cell: (item) => `${messages.sheet.question(item.number)}　${item.question}`,
    },
    {
      key: 'answer',
      header: text.answer,
      cell: (item) => <span className="whitespace-pre-line">{valueText(item, answerOf(item.id))}</span>,
    },
    {
      key: 'words',
      header: text.words,
      cell: (item) => {
        const { reason = '', alternative = '' } = answerOf(item.id) ?? {};
        return (
          <span className="whitespace-pre-line">{[reason, alternative].filter((part) => part !== '').join('\n')}</span>
        );
      },
    },
  ];
}
