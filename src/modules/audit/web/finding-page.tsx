import { useParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { FINDING_STATE_LABELS, VIEW_LABELS } from '../labels.ts';
import { audit, auditHref, type Evidence, type Finding, toneOf } from './audit-client.ts';
import { FindingActions } from './finding-actions.tsx';
import { FindingForm } from './finding-form.tsx';
import { EarlierPart, extraItems, QualityPart } from './finding-extras.tsx';
import { mayWork } from './may-work.ts';
import { messages } from './messages-result.ja.ts';

const text = messages.findings;
const EDITABLE: readonly Finding['state'][] = ['draft', 'reviewed', 'reopened'];

async function read(engagementId: string, findingId: string, can: (permission: string) => boolean) {
  const { findings } = await audit.listFindings({ engagementId });
  const finding = findings.find(({ id }) => id === findingId);
  if (finding === undefined) return null;
  const [{ evidence }, { departmentName, programme }] = await Promise.all([
    audit.listEvidence({ auditId: finding.auditId }),
    audit.getAudit({ auditId: finding.auditId }),
  ]);
  const editing = mayWork(can, programme) && EDITABLE.includes(finding.state);
  const { standards } = editing ? await audit.listGrounds({ engagementId }) : { standards: [] };
  return { finding, evidence, departmentName, editing, grounds: standards };
}

export function Component() {
  const engagementId = useEngagementId();
  const { findingId = '' } = useParams();
  const can = useCan();
  const load = ui.useLoad(() => read(engagementId, findingId, can), [engagementId, findingId]);
  const title = load.state === 'ready' && load.data !== null ? load.data.finding.title : text.title;
  return (
    <ui.Page title={title} breadcrumbs={[{ label: text.title, href: `${auditHref(engagementId)}/findings` }]}>
      <ui.Loaded from={load}>
        {(data) => {
          if (data === null) return <ui.EmptyState title={text.empty} />;
          const { finding, evidence, editing, grounds } = data;
          return (
            <>
              <p className="flex flex-wrap items-center gap-3">
                <ui.StatusBadge tone={toneOf(finding.state)}>{FINDING_STATE_LABELS[finding.state]}</ui.StatusBadge>
                <span>
                  {data.departmentName}　{text.number}
                  {finding.position}
                </span>
              </p>
              <Remarks finding={finding} />
              {editing ? (
                <FindingForm
                  key={finding.version}
                  finding={finding}
                  evidence={evidence}
                  grounds={grounds}
                  onDone={load.reload}
                />
              ) : (
                <FindingText finding={finding} evidence={evidence} />
              )}
              <EarlierPart finding={finding} editing={editing} reload={load.reload} />
              <QualityPart finding={finding} reload={load.reload} />
              <FindingActions finding={finding} reload={load.reload} />
              <History finding={finding} />
            </>
          );
        }}
      </ui.Loaded>
    </ui.Page>
  );
}

function Remarks({ finding }: { finding: Finding }) {
  return (
    <>
      {finding.missing.length > 0 && finding.state !== 'withdrawn' && (
        <ui.Notice title={text.missing}>{finding.missing.join('、')}</ui.Notice>
      )}
      {finding.returns.length > 0 && (
        <ui.Notice tone="warning" title={text.returns}>
          {finding.returns.map((remark) => (
            <p key={`${remark.on}${remark.text}`}>
              <ui.DayText day={remark.on} />　{remark.text}
            </p>
          ))}
        </ui.Notice>
      )}
      {finding.withdrawal !== null && (
        <ui.Notice tone="warning" title={text.withdrawn}>
          {finding.withdrawal.reason}
        </ui.Notice>
      )}
    </>
  );
}

function FindingText({ finding, evidence }: { finding: Finding; evidence: readonly Evidence[] }) {
  return (
    <ui.DataList
      items={[
        { term: text.fact, value: finding.fact },
        { term: text.cause, value: finding.cause },
        { term: text.basis, value: finding.basis.map(({ citation }) => citation).join('\n') },
        ...(finding.conflict === '' ? [] : [{ term: text.conflict, value: finding.conflict }]),
        { term: text.grade, value: finding.grade },
        { term: text.gradeReason, value: finding.gradeReason },
        { term: text.criterion, value: finding.criterion?.text },
        { term: text.risk, value: finding.risk },
        { term: text.recommendation, value: finding.recommendation },
        ...extraItems(finding),
        {
          term: text.evidence,
          value: evidence
            .filter(({ id }) => finding.evidenceIds.includes(id))
            .map(({ position, title }) => `${position}　${title}`)
            .join('\n'),
        },
      ]}
    />
  );
}

const HISTORY: readonly ui.Column<Finding['history'][number]>[] = [
  { key: 'at', header: text.at, rowHeader: true, cell: ({ at }) => <ui.InstantText at={at} /> },
  { key: 'edition', header: text.edition, align: 'end', cell: ({ edition }) => edition },
  { key: 'change', header: text.change, cell: ({ change }) => change },
  { key: 'fact', header: text.fact, cell: (entry) => entry.text.fact },
  { key: 'grade', header: text.grade, cell: (entry) => entry.text.grade ?? '―' },
];

function History({ finding }: { finding: Finding }) {
  return (
    <>
      {finding.views.length > 0 && (
        <ui.Section title={text.views}>
          {finding.views.map((view) => (
            <ui.DataList
              key={`${view.edition}${view.occurredOn}${view.view}`}
              items={[
                { term: text.edition, value: view.edition },
                { term: text.view, value: VIEW_LABELS[view.view] },
                { term: text.sectionText, value: view.sectionText },
                { term: text.fact, value: view.findingFact },
                { term: text.at, value: <ui.DayText day={view.occurredOn} /> },
                ...(view.settledReason === null ? [] : [{ term: text.settled, value: view.settledReason }]),
              ]}
            />
          ))}
        </ui.Section>
      )}
      <ui.Disclosure summary={text.history}>
        <ui.Table
          caption={text.history}
          hideCaption
          rows={finding.history}
          rowKey={({ at, change }) => `${at}${change}`}
          columns={HISTORY}
        />
      </ui.Disclosure>
    </>
  );
}
