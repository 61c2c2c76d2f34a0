import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { type AnswerSheet, answerTo, validateSheet, visibleItems } from '../../../core/assessment/index.ts';
import type { FormItem } from '../../../core/content-schema/index.ts';
import { useEngagementId } from '../../../web/session.ts';
import { Button, DateField, Form, Notice, Section, Table } from '../../../web/ui/index.ts';
import { answersOf, boxesOf, type Typing, understood } from '../rules/entry.ts';
import { tidySheet } from '../rules/sheet.ts';
import { answerWords } from '../rules/words.ts';
import type { HandedIn } from './entry-files.tsx';
import { type Respondent, type Reception, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.entry;

interface Props {
  readonly campaign: Reception['campaign'];
  readonly respondent: Respondent;
  readonly form: Reception['form'];
  readonly typing: Typing;
  readonly files: HandedIn;
  /** Typed twice and brought together. */
  readonly twice: boolean;
  readonly onBack: (box: string | undefined) => void;
  readonly onAgain: () => void;
  readonly onSaved: () => void;
}

/** Everything in words once more before it is stored; what is wrong leads back to its box. */
export function EntryReview({ campaign, respondent, form, typing, files, twice, onBack, onAgain, onSaved }: Props) {
  const navigate = useNavigate();
  const engagementId = useEngagementId();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  const handedIn = Object.entries(files).map(([item, own]) => [item, { value: own.map(({ id }) => id) }] as const);
  const answers = tidySheet(form, { ...answersOf(form, typing), ...Object.fromEntries(handedIn) });
  const names = new Map(Object.values(files).flatMap((own) => own.map(({ id, name }) => [id, name] as const)));
  const problems = [
    ...boxesOf(form, typing).flatMap((box) => {
      const read = understood(box, typing[box.name] ?? '');
      return 'refused' in read
        ? [{ box: box.name, message: `${text.question(box.item.number)}：${read.refused}` }]
        : [];
    }),
    ...validateSheet(form, answers, { complete: true }).map(({ item, path, message }) => ({
      box: boxOf(item, path),
      message,
    })),
  ];
  return (
    <Section title={text.review}>
      <div ref={top} tabIndex={-1} role="group" aria-label={text.review}>
        {problems.length > 0 && (
          <Notice tone="warning" title={text.problems(problems.length)}>
            <ul className="list-disc ps-6">
              {problems.map(({ box, message }) => (
                <li key={`${box} ${message}`}>
                  <Button variant="text" size="small" onClick={() => onBack(box)}>
                    {message}
                  </Button>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {twice && problems.length === 0 && <Notice tone="success" title={text.twice} />}
      </div>
      <Table
        caption={text.review}
        hideCaption
        rows={visibleItems(form, answers)}
        rowKey={({ id }) => id}
        columns={columnsFor(answers, (id) => names.get(id))}
      />
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => onBack(undefined)}>{text.back}</Button>
        {!twice && <Button onClick={onAgain}>{text.again}</Button>}
      </div>
      {problems.length === 0 && (
        <Form
          guard={false}
          version={respondent.revision}
          submitLabel={text.save}
          done={text.saved}
          submit={(reader) =>
            selfCheck.submitOnBehalf(
              {
                campaignId: campaign.id,
                respondentId: respondent.respondentId,
                expectedRevision: reader.version,
                answers,
                channel: 'paper',
                receivedOn: reader.day('receivedOn'),
              },
              reader.options,
            )
          }
          onDone={() => {
            onSaved();
            void navigate(`/engagements/${engagementId}/answer-files/${campaign.id}`);
          }}
        >
          <DateField name="receivedOn" label={text.receivedOn} required />
        </Form>
      )}
    </Section>
  );
}

const columnsFor = (answers: AnswerSheet, fileName: (id: string) => string | undefined) => [
  {
    key: 'question',
    header: text.columns.question,
    rowHeader: true,
    cell: ({ number, question }: FormItem) => `${text.question(number)}　${question}`,
  },
  {
    key: 'answer',
    header: text.columns.answer,
    cell: (item: FormItem) => {
      const words = answerWords(item, answerTo(answers, item.id), fileName);
      return <span className="whitespace-pre-wrap">{words === '' ? text.empty : words}</span>;
    },
  },
];

/** `asset-table.value.2.medium` → `asset-table.2.medium`; a reason keeps its own box. */
function boxOf(item: string, path: string): string {
  const rest = path.startsWith(`${item}.`) ? path.slice(item.length + 1) : '';
  if (rest === 'reason' || rest === 'alternative') return `${item}.${rest}`;
  return rest.startsWith('value.') ? `${item}.${rest.slice('value.'.length)}` : item;
}
