import { useCan, useEngagementId } from '../../../web/session.ts';
import { DataList, Disclosure, Form, Loaded, NumberField, Section, TextArea, useLoad } from '../../../web/ui/index.ts';
import { analysis, type CriteriaReply } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.reports;
const LIMITS = {
  smallestGroup: { min: 3, max: 50 },
  leastPairs: { min: 5, max: 500 },
  leastAlike: { min: 5, max: 100 },
  leastAnswers: { min: 3, max: 1000 },
} as const;
const FIELDS = ['smallestGroup', 'leastPairs', 'leastAlike', 'leastAnswers'] as const;

/** From how many on something is shown or said; the office changes it with a reason. */
export function CriteriaSection({ onDone }: { onDone: () => void }) {
  const engagementId = useEngagementId();
  const load = useLoad(() => analysis.getCriteria({ engagementId }), [engagementId]);
  const changed = (): void => {
    load.reload();
    onDone();
  };
  return (
    <Section title={text.criteria}>
      <Loaded from={load}>{(data) => <Criteria key={data.inForce.number} data={data} onDone={changed} />}</Loaded>
    </Section>
  );
}

function Criteria({ data: { inForce }, onDone }: { data: CriteriaReply; onDone: () => void }) {
  const engagementId = useEngagementId();
  const can = useCan();
  return (
    <>
      <p>{text.criteriaNumber(inForce.number)}</p>
      <DataList
        items={FIELDS.map((name) => ({ term: text.criteriaFields[name], value: String(inForce.criteria[name]) }))}
      />
      {can('analysis.decide') && (
        <Disclosure summary={text.change}>
          <Form
            submitLabel={text.change}
            done={text.changed}
            submit={(form) =>
              analysis.changeCriteria(
                {
                  engagementId,
                  number: inForce.number,
                  criteria: {
                    smallestGroup: form.number('criteria.smallestGroup'),
                    leastPairs: form.number('criteria.leastPairs'),
                    leastAlike: form.number('criteria.leastAlike'),
                    leastAnswers: form.number('criteria.leastAnswers'),
                  },
                  reason: form.text('reason'),
                },
                form.options,
              )
            }
            onDone={onDone}
          >
            {FIELDS.map((name) => (
              <NumberField
                key={name}
                name={`criteria.${name}`}
                label={text.criteriaFields[name]}
                required
                {...LIMITS[name]}
                defaultValue={inForce.criteria[name]}
              />
            ))}
            <TextArea name="reason" label={text.reason} required maxLength={1000} rows={2} />
          </Form>
        </Disclosure>
      )}
    </>
  );
}
