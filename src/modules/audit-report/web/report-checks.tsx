/** What stands between a report and its end: open points, and wording to look at. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { WORDING_NAMES } from '../labels.ts';
import { report, type ReportView } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.one;
type Wording = ReportView['check']['wording'][number];

export function OpenPart({ one: { check } }: { one: ReportView }) {
  if (check.open.length === 0 && check.wording.length === 0) return <ui.Notice tone="success">{text.ready}</ui.Notice>;
  if (check.open.length === 0) return null;
  return (
    <ui.Notice tone="warning" title={text.open}>
      <p>{text.openLead}</p>
      <ul className="list-disc pl-6">
        {check.open.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </ui.Notice>
  );
}

const COLUMNS: readonly ui.Column<Wording>[] = [
  { key: 'found', header: text.columns.found, rowHeader: true, cell: ({ found }) => found },
  { key: 'kind', header: text.columns.kind, cell: ({ kind }) => WORDING_NAMES[kind] },
  { key: 'place', header: text.columns.place, cell: ({ place }) => place },
  { key: 'advice', header: text.columns.advice, cell: ({ advice }) => advice },
];

export function WordingPart({ one, reload }: { one: ReportView; reload: () => void }) {
  const can = useCan();
  const { wording } = one.check;
  if (one.wordingKept !== null) return <ui.Notice>{text.keptNote(one.wordingKept.reason)}</ui.Notice>;
  if (wording.length === 0) return null;
  const kept = wording.every(({ kind }) => kind !== 'assurance');
  return (
    <ui.Section title={text.wording}>
      <p>{text.wordingLead}</p>
      <ui.Table
        caption={text.wording}
        hideCaption
        rows={wording}
        rowKey={({ place, kind, found }) => `${place} ${kind} ${found}`}
        columns={COLUMNS}
      />
      {kept && can('audit-report.lead') && (
        <ui.Disclosure summary={text.keep}>
          <ui.Form
            submitLabel={text.keep}
            done={text.kept}
            submit={(form) =>
              report.keepWording({ reportId: one.id, version: one.version, reason: form.text('reason') }, form.options)
            }
            onDone={reload}
          >
            <ui.TextArea name="reason" label={text.keepReason} required maxLength={1000} rows={2} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </ui.Section>
  );
}
