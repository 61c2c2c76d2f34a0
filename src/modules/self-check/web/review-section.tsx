import { useState } from 'react';
import { useCan } from '../../../web/session.ts';
import { Form, InstantText, Loaded, Section, Select, TextArea, useLoad } from '../../../web/ui/index.ts';
import { campaignText } from './campaign-messages.ja.ts';
import { questionnaires, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';

const text = campaignText.review;

/** What the contractor's experts said about the forms, and the way to say it. */
export function ReviewSection({ engagementId }: { engagementId: string }) {
  const can = useCan();
  const load = useLoad(() => selfCheck.listFormReviews({ engagementId }), [engagementId]);
  return (
    <Section title={text.title}>
      <Loaded from={load}>
        {({ reviews }) =>
          reviews.length === 0 ? (
            <p>{text.none}</p>
          ) : (
            <ul className="grid gap-4">
              {reviews.map((review) => (
                <li key={review.reviewId}>
                  <p>
                    {review.title}　{text.by(review.reviewer)}（<InstantText at={review.reviewedAt} />）
                  </p>
                  <p className="whitespace-pre-line">{review.conclusion}</p>
                  <ul className="list-disc ps-6">
                    {review.opinions.map(({ item, number, opinion }) => (
                      <li key={`${item}${opinion}`}>
                        {messages.sheet.question(number)}　{opinion}
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {can('form.review') && <ReviewForm engagementId={engagementId} onDone={load.reload} />}
    </Section>
  );
}

function ReviewForm({ engagementId, onDone }: { engagementId: string; onDone: () => void }) {
  const published = useLoad(async () => {
    const { questionnaires: all } = await questionnaires.listQuestionnaires({});
    return all.filter(({ state }) => state === 'published');
  }, []);
  const [questionnaireId, setQuestionnaire] = useState('');
  const form = useLoad(
    async () => (questionnaireId === '' ? null : questionnaires.getQuestionnaire({ questionnaireId })),
    [questionnaireId],
  );
  const detail = form.state === 'ready' ? form.data : null;
  const items = detail?.form.sections.flatMap((section) => section.items) ?? [];
  const opinionsIn = (lines: string) =>
    lines
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [, digits = '', opinion = ''] = /^\s*問\s*(\d+)\s*[：:　 ]\s*(.+)$/u.exec(line.normalize('NFKC')) ?? [];
        return { item: items.find(({ number }) => number === Number(digits))?.id ?? '', opinion: opinion.trim() };
      });
  return (
    <Loaded from={published}>
      {(list) => (
        <Form
          draft={`form-review:${engagementId}`}
          reset
          submitLabel={text.submit}
          done={text.done}
          check={(reader) =>
            opinionsIn(reader.text('opinions')).some(({ item, opinion }) => item === '' || opinion === '')
              ? [{ path: 'opinions', message: text.unreadable }]
              : []
          }
          submit={(reader) =>
            selfCheck.reviewForm(
              {
                engagementId,
                questionnaireId,
                conclusion: reader.text('conclusion'),
                opinions: opinionsIn(reader.text('opinions')),
              },
              reader.options,
            )
          }
          onDone={onDone}
        >
          <Select
            name="questionnaireId"
            label={text.questionnaire}
            required
            width="full"
            value={questionnaireId}
            onChange={(event) => setQuestionnaire(event.target.value)}
            options={list.map(({ id, title, edition, number }) => ({
              value: id,
              label: `${title}（${edition}-${number}）`,
            }))}
          />
          <TextArea name="conclusion" label={text.conclusion} required maxLength={2000} />
          <TextArea name="opinions" label={text.opinions} hint={text.opinionsHelp} maxLength={20000} />
        </Form>
      )}
    </Loaded>
  );
}
