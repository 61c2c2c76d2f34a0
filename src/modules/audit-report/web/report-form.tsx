/** The text of a report as a form: one field per part and point of view. */
import * as ui from '../../../web/ui/index.ts';
import { report, type ReportView } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.one;

export function ReportForm({ one, reload }: { one: ReportView; reload: () => void }) {
  return (
    <ui.Section title={text.write}>
      <p>{text.writeLead}</p>
      <ui.Form
        draft={`audit-report:${one.id}`}
        version={one.version}
        submitLabel={messages.save}
        done={messages.saved}
        submit={(form) =>
          report.saveReport(
            {
              reportId: one.id,
              version: form.version,
              title: form.text('title'),
              parts: one.parts.map(({ title }, index) => ({ title, text: form.text(`parts.${index}.text`) })),
              viewpoints: one.viewpoints.map(({ title }, index) => ({
                title,
                text: form.text(`viewpoints.${index}.text`),
              })),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.TextField name="title" label={text.name} required maxLength={200} defaultValue={one.title} />
        {one.parts.map(({ title, text: value, suggestion, written }, index) => (
          <div key={title} className="grid grid-cols-[minmax(0,1fr)] gap-2">
            <ui.TextArea
              name={`parts.${index}.text`}
              label={title}
              maxLength={10_000}
              rows={written ? 6 : 3}
              defaultValue={value}
            />
            {suggestion !== '' && suggestion !== value && (
              <ui.Disclosure summary={`${text.suggestion}（${title}）`}>
                <p className="whitespace-pre-wrap">{suggestion}</p>
              </ui.Disclosure>
            )}
          </div>
        ))}
        {one.viewpoints.map(({ title, text: value }, index) => (
          <ui.TextArea
            key={title}
            name={`viewpoints.${index}.text`}
            label={title}
            maxLength={10_000}
            rows={4}
            defaultValue={value}
          />
        ))}
      </ui.Form>
    </ui.Section>
  );
}
