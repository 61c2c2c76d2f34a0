/** Disturbances of a verification: those on record, and a further one. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { spoken } from '../rules/plan.ts';
import { type Verification, verification } from './client.ts';
import { messages as text } from './messages.ja.ts';
import { MomentField, momentFrom, momentOrNull, momentProblems } from './moment-field.tsx';

export function DisturbancePart({ one, reload }: { readonly one: Verification; readonly reload: () => void }) {
  const may = useCan()('verification.report');
  return (
    <ui.Section title={text.disturbance}>
      {one.disturbances.length === 0 && <p>{text.noDisturbance}</p>}
      {one.disturbances.map((told) => (
        <ui.DataList
          key={`${told.at} ${told.what}`}
          items={[
            { term: text.at, value: spoken(told.at) },
            { term: text.what, value: told.what },
            { term: text.affected, value: told.affected },
            { term: text.action, value: told.action },
            { term: text.reportedTo, value: told.reportedTo },
            {
              term: text.recoveredAt,
              value: told.recoveredAt === null ? text.notRecovered : spoken(told.recoveredAt),
            },
          ]}
        />
      ))}
      {may && (
        <ui.Disclosure summary={text.disturbanceSubmit}>
          <p>{text.disturbanceHelp}</p>
          <ui.Form
            version={one.version}
            submitLabel={text.disturbanceSubmit}
            done={text.disturbanceDone}
            check={(form) => momentProblems(form, ['at', 'recoveredAt'])}
            submit={(form) =>
              verification.reportDisturbance(
                {
                  verificationId: one.id,
                  version: form.version,
                  at: momentFrom(form, 'at'),
                  what: form.text('what'),
                  affected: form.text('affected'),
                  action: form.text('action'),
                  reportedTo: form.text('reportedTo'),
                  recoveredAt: momentOrNull(form, 'recoveredAt'),
                },
                form.options,
              )
            }
            onDone={reload}
          >
            <MomentField name="at" label={text.at} required />
            <ui.TextArea name="what" label={text.what} required maxLength={4000} rows={2} />
            <ui.TextArea name="affected" label={text.affected} required maxLength={2000} rows={2} />
            <ui.TextArea name="action" label={text.action} required maxLength={4000} rows={2} />
            <ui.TextField name="reportedTo" label={text.reportedTo} required maxLength={200} />
            <p>{text.recoveredHint}</p>
            <MomentField name="recoveredAt" label={text.recoveredAt} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </ui.Section>
  );
}
