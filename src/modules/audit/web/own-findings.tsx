/** Findings that the city has shown to the department, and the department's answer. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { VIEW_LABELS } from '../labels.ts';
import { audit, choicesOf, type OwnAudit } from './audit-client.ts';
import { messages } from './messages-result.ja.ts';

const { own: text, findings: labels } = messages;
const VIEWS = ['agreed', 'objected'] as const;
type Shown = OwnAudit['findings'][number];

export function OwnFindings({ findings, reload }: { findings: readonly Shown[]; reload: () => void }) {
  return (
    <ui.Section level={3} title={text.findings}>
      {findings.some(({ open }) => open) && <p>{text.findingHelp}</p>}
      {findings.map((finding) => (
        <OwnFinding key={finding.id} finding={finding} reload={reload} />
      ))}
    </ui.Section>
  );
}

function OwnFinding({ finding, reload }: { finding: Shown; reload: () => void }) {
  const answer = useCan()('audit.own.answer') && finding.open;
  const { text: shown } = finding;
  return (
    <ui.Section level={4} title={`${finding.number}　${shown.title}`}>
      {finding.withdrawn && <ui.Notice title={text.withdrawn} />}
      <ui.DataList
        items={[
          { term: labels.fact, value: shown.fact },
          { term: labels.basis, value: shown.basis.map(({ citation }) => citation).join('\n') },
          { term: labels.cause, value: shown.cause },
          { term: labels.grade, value: shown.grade },
          { term: labels.risk, value: shown.risk },
          { term: labels.recommendation, value: shown.recommendation },
          ...(finding.answer === null
            ? []
            : [{ term: text.answered, value: `${VIEW_LABELS[finding.answer.view]}　${finding.answer.text}` }]),
        ]}
      />
      {answer && (
        <ui.Form
          draft={`audit-own-finding:${finding.id}`}
          submitLabel={text.sendView}
          submit={(form) =>
            audit.answerFinding(
              { findingId: finding.id, view: form.one('view', VIEWS), text: form.text('text') },
              form.options,
            )
          }
          onDone={reload}
        >
          <ui.RadioGroup
            name="view"
            label={text.view}
            required
            inline
            options={choicesOf(VIEW_LABELS)}
            defaultValue={finding.answer?.view ?? null}
          />
          <ui.TextArea name="text" label={text.viewText} maxLength={4000} defaultValue={finding.answer?.text ?? ''} />
        </ui.Form>
      )}
    </ui.Section>
  );
}
