import {
  type AnswerSheet,
  type ItemAnswer,
  readAnswer,
  valueInWords,
  visibleItems,
} from '../../../core/assessment/index.ts';
import type { FormItem, Questionnaire } from '../../../core/content-schema/index.ts';
import { type Column, Section, Table, TextLink } from '../../../web/ui/index.ts';
import type { AnswerFile } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.response.columns;

/** The answers of one sheet for reading, section by section. */
export function AnswerTable({
  form,
  answers,
  answerOf,
  fileOf,
}: {
  form: Questionnaire;
  answers: AnswerSheet;
  answerOf: (item: string) => ItemAnswer | undefined;
  /** An attached file with the address that brings it. */
  fileOf: (id: string) => AnswerFile | undefined;
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
            columns={columnsFor(answerOf, fileOf)}
          />
        </Section>
      ))}
    </>
  );
}

type AnswerOf = (item: string) => ItemAnswer | undefined;
type FileOf = (id: string) => AnswerFile | undefined;

function columnsFor(answerOf: AnswerOf, fileOf: FileOf): readonly Column<FormItem>[] {
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
      cell: (item) => <AnswerCell item={item} answer={answerOf(item.id)} fileOf={fileOf} />,
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

function AnswerCell({ item, answer, fileOf }: { item: FormItem; answer: ItemAnswer | undefined; fileOf: FileOf }) {
  const given = readAnswer(item, answer);
  if (given?.type !== 'file')
    return (
      <span className="whitespace-pre-line">{given === null ? messages.sheet.empty : valueInWords(item, answer)}</span>
    );
  return (
    <ul>
      {given.fileIds
        .flatMap((id) => fileOf(id) ?? [])
        .map(({ id, name, href }) => (
          <li key={id}>
            <TextLink href={href}>{name}</TextLink>
          </li>
        ))}
    </ul>
  );
}
