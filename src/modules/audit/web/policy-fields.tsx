/** The seven fields of the policy as form and as text. */
import type { FieldProblem } from '../../../kernel/error.ts';
import { isDay } from '../../../core/calendar/day.ts';
import { formatEra } from '../../../core/calendar/era.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Policy } from './audit-client.ts';
import { messages } from './messages.ja.ts';

const text = messages.policy;
const GRADES = ['指摘', '意見'] as const;
const linesOf = (value: string): string[] =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function scheduleOf(value: string): ({ step: string; who: string; from: string; to: string } | null)[] {
  return linesOf(value).map((line) => {
    const [step = '', who = '', from = '', to = '', ...rest] = line.split(/[｜|]/u).map((part) => part.trim());
    const sound = step !== '' && who !== '' && isDay(from) && isDay(to) && rest.length === 0;
    return sound ? { step, who, from, to } : null;
  });
}

export function scheduleFaults(form: ui.FormReader): readonly FieldProblem[] {
  const broken = scheduleOf(form.text('fields.schedule')).indexOf(null);
  return broken === -1 ? [] : [{ path: 'fields.schedule', message: text.scheduleFault(broken + 1) }];
}

export function fieldsFrom(form: ui.FormReader) {
  const from = form.dayOrNull('fields.period.from');
  const to = form.dayOrNull('fields.period.to');
  return {
    purpose: form.text('fields.purpose'),
    methods: form.text('fields.methods'),
    period: from === null || to === null ? null : { from, to },
    schedule: scheduleOf(form.text('fields.schedule')).filter((row) => row !== null),
    requests: linesOf(form.text('fields.requests')),
    criteria: GRADES.map((grade, index) => ({
      grade,
      criterion: form.text(`fields.criteria.${index}.criterion`),
      example: form.text(`fields.criteria.${index}.example`),
    })),
    other: form.text('fields.other'),
  };
}

const criterionOf = (policy: Policy, grade: (typeof GRADES)[number]) =>
  policy.criteria.find((entry) => entry.grade === grade);

export function PolicyFields({ policy }: { policy: Policy }) {
  return (
    <>
      <ui.TextArea name="fields.purpose" label={text.purpose} maxLength={10000} defaultValue={policy.purpose} />
      <ui.TextArea name="fields.methods" label={text.methods} maxLength={10000} defaultValue={policy.methods} />
      <ui.DateField name="fields.period.from" label={text.from} defaultValue={policy.period?.from ?? null} />
      <ui.DateField name="fields.period.to" label={text.to} defaultValue={policy.period?.to ?? null} />
      <ui.TextArea
        name="fields.schedule"
        label={text.schedule}
        hint={text.scheduleHelp}
        rows={6}
        defaultValue={policy.schedule.map(({ step, who, from, to }) => `${step}｜${who}｜${from}｜${to}`).join('\n')}
      />
      <ui.TextArea
        name="fields.requests"
        label={text.requests}
        hint={text.requestsHelp}
        defaultValue={policy.requests.join('\n')}
      />
      {GRADES.map((grade, index) => (
        <div key={grade} className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <ui.TextArea
            name={`fields.criteria.${index}.criterion`}
            label={text.criterionOf(grade)}
            maxLength={4000}
            defaultValue={criterionOf(policy, grade)?.criterion ?? ''}
          />
          <ui.TextArea
            name={`fields.criteria.${index}.example`}
            label={text.exampleOf(grade)}
            maxLength={4000}
            rows={2}
            defaultValue={criterionOf(policy, grade)?.example ?? ''}
          />
        </div>
      ))}
      <ui.TextArea
        name="fields.other"
        label={text.other}
        hint={text.otherHelp}
        maxLength={10000}
        defaultValue={policy.other}
      />
    </>
  );
}

export function PolicyText({ policy }: { policy: Policy }) {
  return (
    <ui.DataList
      items={[
        { term: text.purpose, value: policy.purpose },
        { term: text.methods, value: policy.methods },
        {
          term: `${text.from}・${text.to}`,
          value: policy.period === null ? '' : `${formatEra(policy.period.from)}～${formatEra(policy.period.to)}`,
        },
        {
          term: text.schedule,
          value: policy.schedule
            .map(({ step, who, from, to }) => `${step}（${who}）　${formatEra(from)}～${formatEra(to)}`)
            .join('\n'),
        },
        { term: text.requests, value: policy.requests.join('\n') },
        ...GRADES.map((grade) => ({
          term: text.criterionOf(grade),
          value: criterionOf(policy, grade)?.criterion ?? '',
        })),
        { term: text.other, value: policy.other },
      ]}
    />
  );
}
