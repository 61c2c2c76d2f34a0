import { useNavigate } from 'react-router';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit, auditHref } from './audit-client.ts';
import { DepartmentFrame, type FrameContent } from './department-frame.tsx';
import { FindingTable } from './finding-table.tsx';
import { messages } from './messages-result.ja.ts';

const text = messages.findings;

export function Component() {
  return <DepartmentFrame tab="findings">{(content) => <Findings {...content} />}</DepartmentFrame>;
}

function Findings({ engagementId, data, reload }: FrameContent) {
  const can = useCan();
  const work = can('audit.work');
  const open = data.state === 'in-progress' || data.state === 'findings';
  const load = ui.useLoad(() => audit.listFindings({ engagementId, auditId: data.id }), [data.id]);
  const issue = ui.useCommand((options) => audit.issueFindings({ auditId: data.id }, options), {
    onDone: ({ issued }) => {
      ui.announce(text.issued(issued));
      load.reload();
      reload();
    },
  });
  return (
    <>
      <p>{text.lead}</p>
      <ui.Loaded from={load}>
        {({ findings }) => (
          <FindingTable
            engagementId={engagementId}
            findings={findings}
            emptyHelp={work ? text.emptyContractor : text.emptyCity}
          />
        )}
      </ui.Loaded>
      {can('audit.lead') && data.state === 'findings' && (
        <ui.Section title={text.issue}>
          <p>{text.issueHelp}</p>
          {issue.problem !== undefined && <ui.Problem problem={issue.problem} />}
          <div>
            <ui.ConfirmButton
              variant="solid"
              title={text.issueTitle}
              body={text.issueBody}
              busy={issue.busy}
              onConfirm={() => issue.run()}
            >
              {text.issue}
            </ui.ConfirmButton>
          </div>
        </ui.Section>
      )}
      {work && open && (
        <NewFinding engagementId={engagementId} auditId={data.id} themed={data.programme.kind === 'focus-theme'} />
      )}
    </>
  );
}

const SOURCES = ['9(1)イ', '9(1)ウ'] as const;

interface New {
  readonly engagementId: string;
  readonly auditId: string;
  /** Only the findings of the focus theme arise under two clauses. */
  readonly themed: boolean;
}

function NewFinding({ engagementId, auditId, themed }: New) {
  const navigate = useNavigate();
  return (
    <ui.Section title={text.other}>
      <ui.Form
        draft={`audit-finding-new:${auditId}`}
        submitLabel={text.create}
        submit={(form) =>
          audit.draftFinding(
            {
              auditId,
              from: { kind: 'other', source: themed ? form.one('source', SOURCES) : 'audit' },
              text: { title: form.text('title'), fact: form.text('fact') },
            },
            form.options,
          )
        }
        onDone={({ id }) => void navigate(`${auditHref(engagementId)}/findings/${id}`)}
      >
        <ui.TextField name="title" label={text.name} required maxLength={200} />
        <ui.TextArea name="fact" label={text.fact} maxLength={10000} />
        {themed && (
          <ui.RadioGroup
            name="source"
            label={text.source}
            required
            inline
            options={SOURCES.map((source) => ({ value: source, label: source }))}
          />
        )}
      </ui.Form>
    </ui.Section>
  );
}
