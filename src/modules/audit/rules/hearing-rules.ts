/** Threads of a mail hearing (clause 9(1)イ(イ)-p3: the normal form, because it leaves a record). */
import { dayOf, formatEra } from '../../../core/calendar/index.ts';
import type { HearingContent, HearingMessage } from '../contract/hearings.ts';

/** Questions that were sent and have no answer yet. */
export function unanswered(messages: readonly HearingMessage[]): HearingMessage[] {
  return messages.filter(
    ({ id, kind, sentOn }) => kind === 'question' && sentOn !== null && !messages.some(({ replyTo }) => replyTo === id),
  );
}

/** The thread as text, question by question with its answers. */
export function threadText(hearing: Pick<HearingContent, 'topic' | 'messages'>): string {
  const questions = hearing.messages.filter(({ kind }) => kind === 'question');
  const parts = questions.flatMap((question, index) => [
    `問${index + 1}（${question.sentOn === null ? '未送付' : `${formatEra(question.sentOn)}送付`}）`,
    question.text,
    ...hearing.messages
      .filter(({ replyTo }) => replyTo === question.id)
      .flatMap((answer) => [`答${index + 1}（${formatEra(dayOf(answer.writtenAt))}回答）`, answer.text]),
    '',
  ]);
  return [`ヒアリング記録：${hearing.topic}`, '', ...parts].join('\n');
}
