import {
  achievementOf,
  type AnswerSheet,
  answerTo,
  measuresRisk,
  valueInWords,
  visibleItems,
} from '../../../core/assessment/index.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import { Section, StatusBadge } from '../../../web/ui/index.ts';
import { campaignText } from './campaign-messages.ja.ts';
import { messages } from './messages.ja.ts';

const text = campaignText.lessons;

/** What the respondent learns from what was handed in: the right answer to each question about a risk, and why. */
export function Lessons({ form, answers }: { form: Questionnaire; answers: AnswerSheet }) {
  const items = visibleItems(form, answers).filter((item) => measuresRisk(item) && item.risk?.lesson !== undefined);
  if (items.length === 0) return null;
  return (
    <Section title={text.title}>
      <p>{text.lead}</p>
      <ol className="grid gap-4">
        {items.map((item) => {
          const answer = answerTo(answers, item.id);
          const right = achievementOf(item, answer) === 1;
          return (
            <li key={item.id} className="grid gap-1">
              <p>
                <StatusBadge tone={right ? 'success' : 'warning'}>{right ? text.right : text.wrong}</StatusBadge>{' '}
                {messages.sheet.question(item.number)}　{item.question}
              </p>
              <p>{text.own(answer === undefined ? messages.sheet.empty : valueInWords(item, answer))}</p>
              <p>{item.risk?.lesson}</p>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
