import { clauseLabel } from '../../../core/specification/label.ts';
import { DataList, DateField, Form, RadioGroup, Section, TextArea, TextField } from '../../../web/ui/index.ts';
import { engagement, type OpenPoint, type SpecificationChoice } from './client.ts';
import { messages } from './messages.ja.ts';
import { linesOf } from './lines.ts';

const text = messages.create;

/** What the specification cannot know: dates, parties, places, and how its open points are read. */
export function NewEngagementForm({
  specification,
  onCreated,
}: {
  specification: SpecificationChoice;
  onCreated: (engagementId: string) => Promise<void>;
}) {
  const { id, title, openPoints, periodTo } = specification;
  const choices = openPoints.filter(({ options }) => options.length > 1);
  const fixed = openPoints.filter(({ options }) => options.length < 2);
  return (
    <Section title={title}>
      <Form
        draft={`engagement-new:${id}`}
        submitLabel={text.submit}
        done={text.done}
        cancelHref="/engagements/new"
        submit={(form) =>
          engagement.createEngagement(
            {
              specification: id,
              ...(form.text('title') === '' ? {} : { title: form.text('title') }),
              contractDate: form.day('contractDate'),
              ...(periodTo === null ? { periodTo: form.day('periodTo') } : {}),
              contractor: form.text('contractor'),
              client: {
                department: form.text('client.department'),
                address: form.text('client.address'),
                tel: form.text('client.tel'),
                fax: form.text('client.fax'),
                email: form.text('client.email'),
              },
              places: linesOf(form.text('places')),
              readings: chosenReadings(choices, (name) => form.text(name)),
            },
            form.options,
          )
        }
        onDone={({ engagementId }) => void onCreated(engagementId)}
      >
        <Section title={text.contract} level={3}>
          <TextField name="title" label={text.contractTitle} hint={text.contractTitleHint} maxLength={200} />
          <DateField name="contractDate" label={text.contractDate} required />
          {periodTo === null && <DateField name="periodTo" label={text.periodTo} hint={text.periodToHint} required />}
          <TextField name="contractor" label={text.contractor} required maxLength={200} />
          <TextArea name="places" label={text.places} hint={text.placesHint} required rows={3} />
        </Section>
        <Section title={text.client} level={3}>
          <TextField name="client.department" label={text.department} required maxLength={200} />
          <TextField name="client.address" label={text.address} required maxLength={200} />
          <TextField name="client.tel" label={text.tel} type="tel" required maxLength={200} width="medium" />
          <TextField name="client.fax" label={text.fax} type="tel" maxLength={40} width="medium" />
          <TextField name="client.email" label={text.email} type="email" maxLength={200} width="medium" />
        </Section>
        <Section title={text.readings} level={3}>
          <p>{text.readingsLead}</p>
          {choices.map((point) => (
            <RadioGroup
              key={point.id}
              name={`readings.${point.id}`}
              label={`${messages.clause} ${clauseLabel(point.clause)}`}
              hint={point.question}
              required
              defaultValue={point.chosen}
              options={point.options.map((option) => ({ value: option.id, label: option.label }))}
            />
          ))}
        </Section>
        {fixed.length > 0 && (
          <Section title={text.fixed} level={3}>
            <DataList
              items={fixed.map(({ clause, question, reading }) => ({
                term: `${messages.clause} ${clauseLabel(clause)}`,
                value: `${question}\n${reading}`,
              }))}
            />
          </Section>
        )}
      </Form>
    </Section>
  );
}

/** Only what differs from the reading that the specification proposes is sent. */
function chosenReadings(points: readonly OpenPoint[], valueOf: (name: string) => string): Record<string, string> {
  const changed = points
    .map((point) => ({ point, option: valueOf(`readings.${point.id}`) }))
    .filter(({ point, option }) => option !== '' && option !== point.chosen);
  return Object.fromEntries(changed.map(({ point, option }) => [point.id, option]));
}
