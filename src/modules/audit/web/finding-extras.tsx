/** What a finding says beside its remedy: weight, ease, cost, other ways, what stands in the way, and earlier years. */
import { fiscalYearLabel } from '../../../core/calendar/index.ts';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit, choicesOf, type Finding } from './audit-client.ts';
import { messages } from './messages-papers.ja.ts';

const text = messages.finding;
const IMPORTANCE = ['high', 'medium', 'low'] as const;
const EASE = ['easy', 'moderate', 'hard'] as const;
const CONSTRAINTS = ['physical', 'organisational', 'affair'] as const;

export function FindingExtras({ finding }: { finding: Finding }) {
  const none = { value: '', label: text.none };
  return (
    <>
      <ui.TextArea
        name="text.alternatives"
        label={text.alternatives}
        hint={text.alternativesHelp}
        rows={2}
        maxLength={10000}
        defaultValue={finding.alternatives
          .map(({ remedy, cost }) => (cost === '' ? remedy : `${remedy}｜${cost}`))
          .join('\n')}
      />
      <ui.Select
        name="text.importance"
        label={text.importance}
        options={[none, ...choicesOf(text.importances)]}
        defaultValue={finding.importance ?? ''}
      />
      <ui.Select
        name="text.ease"
        label={text.ease}
        options={[none, ...choicesOf(text.eases)]}
        defaultValue={finding.ease ?? ''}
      />
      <ui.TextField name="text.cost" label={text.cost} maxLength={1000} defaultValue={finding.cost} />
      {CONSTRAINTS.map((name) => (
        <ui.TextArea
          key={name}
          name={`text.constraints.${name}`}
          label={text[name]}
          rows={2}
          maxLength={10000}
          defaultValue={finding.constraints[name]}
        />
      ))}
    </>
  );
}

export function extrasFrom(form: ui.FormReader) {
  const constraint = (name: (typeof CONSTRAINTS)[number]) => form.text(`text.constraints.${name}`);
  return {
    alternatives: form
      .text('text.alternatives')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const [remedy = '', cost = ''] = line.split('｜');
        return { remedy, ease: null, cost };
      }),
    importance: IMPORTANCE.find((value) => value === form.text('text.importance')) ?? null,
    ease: EASE.find((value) => value === form.text('text.ease')) ?? null,
    cost: form.text('text.cost'),
    constraints: {
      physical: constraint('physical'),
      organisational: constraint('organisational'),
      affair: constraint('affair'),
    },
  };
}

export function extraItems(finding: Finding): readonly ui.DataItem[] {
  const told = (term: string, value: string) => (value === '' ? [] : [{ term, value }]);
  return [
    ...told(text.alternatives, finding.alternatives.map(({ remedy, cost }) => `${remedy}　${cost}`).join('\n')),
    ...told(text.importance, finding.importance === null ? '' : text.importances[finding.importance]),
    ...told(text.ease, finding.ease === null ? '' : text.eases[finding.ease]),
    ...told(text.cost, finding.cost),
    ...CONSTRAINTS.flatMap((name) => told(text[name], finding.constraints[name])),
  ];
}

interface Part {
  readonly finding: Finding;
  readonly reload: () => void;
}

/** The same finding of an earlier year: chosen from the records, or told from an earlier report. */
export function EarlierPart({ finding, reload, editing }: Part & { readonly editing: boolean }) {
  const may = useCan()('audit.work') && editing;
  const { earlier } = finding;
  return (
    <>
      {earlier !== null && (
        <p>
          {text.earlier}：{fiscalYearLabel(earlier.fiscalYear)}　{earlier.title}（{text.times(earlier.times + 1)}）
        </p>
      )}
      {may && (
        <ui.Disclosure summary={text.link}>
          <LinkForm finding={finding} reload={reload} />
        </ui.Disclosure>
      )}
    </>
  );
}

function LinkForm({ finding, reload }: Part) {
  const load = ui.useLoad(() => audit.listEarlierFindings({ findingId: finding.id }), [finding.id]);
  return (
    <ui.Loaded from={load}>
      {({ findings }) => (
        <ui.Form
          version={finding.version}
          submitLabel={text.link}
          submit={(form) => {
            const chosen = form.text('earlier.id');
            return audit.linkEarlierFinding(
              {
                findingId: finding.id,
                version: form.version,
                earlier:
                  chosen === ''
                    ? {
                        kind: 'report',
                        fiscalYear: form.number('earlier.fiscalYear'),
                        title: form.text('earlier.title'),
                        times: form.number('earlier.times'),
                      }
                    : { kind: 'finding', id: chosen },
              },
              form.options,
            );
          }}
          onDone={reload}
        >
          <ui.Select
            name="earlier.id"
            label={text.choose}
            options={[
              { value: '', label: text.chooseNone },
              ...findings.map(({ id, fiscalYear, title, likeness }) => ({
                value: id,
                label: `${fiscalYearLabel(fiscalYear)}　${title}（${likeness}%）`,
              })),
            ]}
          />
          <ui.NumberField name="earlier.fiscalYear" label={text.fiscalYear} min={1990} max={2200} />
          <ui.TextField name="earlier.title" label={text.earlierTitle} maxLength={200} defaultValue={finding.title} />
          <ui.NumberField name="earlier.times" label={text.earlierTimes} defaultValue={1} min={1} max={50} />
        </ui.Form>
      )}
    </ui.Loaded>
  );
}

/** The quality review gives a draft back before anything leaves. */
export function QualityPart({ finding, reload }: Part) {
  const may = useCan()('audit.review') && ['draft', 'reviewed', 'reopened'].includes(finding.state);
  return (
    <>
      {finding.qualityReturns.length > 0 && (
        <ui.Notice tone="warning" title={text.quality}>
          {finding.qualityReturns.map(({ on, text: said }) => (
            <p key={`${on}${said}`}>
              <ui.DayText day={on} />　{said}
            </p>
          ))}
        </ui.Notice>
      )}
      {may && (
        <ui.Disclosure summary={text.sendBack}>
          <ui.Form
            version={finding.version}
            submitLabel={text.sendBack}
            submit={(form) =>
              audit.returnDraftFinding(
                { findingId: finding.id, version: form.version, remark: form.text('remark') },
                form.options,
              )
            }
            onDone={reload}
          >
            <ui.TextArea name="remark" label={text.quality} required maxLength={4000} rows={2} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </>
  );
}
