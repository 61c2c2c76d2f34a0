import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { JUDGEMENT_LABELS } from '../labels.ts';
import { audit, type Check, documentFiles } from './audit-client.ts';
import { CheckForm } from './check-form.tsx';
import { CheckProposals } from './check-proposals.tsx';
import { DepartmentFrame, type FrameContent } from './department-frame.tsx';
import { DocumentLinks } from './document-links.tsx';
import { messages } from './messages-work.ja.ts';

const text = messages.checks;

export function Component() {
  return <DepartmentFrame tab="checks">{(content) => <Checks {...content} />}</DepartmentFrame>;
}

function Checks({ engagementId, data, reload }: FrameContent) {
  const work = useCan()('audit.work');
  const editable = work && (data.state === 'preparing' || data.state === 'in-progress');
  const load = ui.useLoad(async () => {
    const [{ checks, visible }, { evidence }] = await Promise.all([
      audit.listChecks({ auditId: data.id }),
      audit.listEvidence({ auditId: data.id }),
    ]);
    return { checks, visible, evidence };
  }, [data.id]);
  const changed = (): void => {
    load.reload();
    reload();
  };
  return (
    <>
      <ui.Loaded from={load}>
        {({ checks, visible, evidence }) =>
          visible ? (
            <>
              {editable && <p>{text.lead}</p>}
              <Judging checks={checks} evidence={evidence} editable={editable} reload={changed} />
              <List checks={checks} />
            </>
          ) : (
            <ui.EmptyState title={text.hidden} />
          )
        }
      </ui.Loaded>
      <CheckProposals auditId={data.id} contractId={null} open={editable} reload={changed} />
      <DocumentLinks
        title={text.document}
        files={documentFiles(engagementId, 'checklist', null, ['xlsx', 'docx', 'pdf'])}
      />
    </>
  );
}

interface JudgingProps {
  readonly checks: readonly Check[];
  readonly evidence: Parameters<typeof CheckForm>[0]['evidence'];
  readonly editable: boolean;
  readonly reload: () => void;
}

/** One item at a time; the address carries which, so that a reload and a link come back to it. */
function Judging({ checks, evidence, editable, reload }: JudgingProps) {
  const [parameters, setParameters] = useSearchParams();
  const [judging, setJudging] = useState(false);
  const inScope = checks.filter(({ state }) => state === 'in-scope');
  const wanted = checks.find(({ id }) => id === parameters.get('item'));
  const current = wanted ?? inScope.find(({ judgement }) => judgement === 'unconfirmed') ?? checks[0];
  if (current === undefined) return null;
  const at = checks.indexOf(current);
  const go = (index: number): void => {
    const target = checks[index];
    if (target !== undefined) setParameters({ item: target.id }, { preventScrollReset: true });
  };
  return (
    <>
      <ui.Progress
        label={text.progress}
        value={inScope.filter(({ judgement }) => judgement !== 'unconfirmed').length}
        max={inScope.length}
      />
      <ui.Section
        title={`${current.number}　${current.title}`}
        actions={
          <div className="flex flex-wrap items-center gap-3">
            <span>{text.position(at + 1, checks.length)}</span>
            <ui.Button size="small" icon="left" disabled={at === 0} onClick={() => go(at - 1)}>
              {text.previous}
            </ui.Button>
            <ui.Button size="small" icon="right" disabled={at === checks.length - 1} onClick={() => go(at + 1)}>
              {text.next}
            </ui.Button>
          </div>
        }
      >
        <CheckForm
          key={`${current.id}:${current.version}`}
          check={current}
          evidence={evidence}
          editable={editable}
          focus={judging}
          onSaved={() => {
            setJudging(true);
            reload();
            go(Math.min(at + 1, checks.length - 1));
          }}
          onChanged={reload}
        />
      </ui.Section>
    </>
  );
}

const TONES = {
  adequate: 'success',
  minor: 'warning',
  inadequate: 'error',
  'not-applicable': 'neutral',
  unconfirmed: 'neutral',
} as const;

const COLUMNS: readonly ui.Column<Check>[] = [
  { key: 'number', header: text.number, align: 'end', cell: ({ number }) => number, sortBy: ({ number }) => number },
  {
    key: 'title',
    header: text.item,
    rowHeader: true,
    cell: ({ id, title }) => <ui.TextLink href={`?item=${id}`}>{title}</ui.TextLink>,
  },
  {
    key: 'judgement',
    header: text.judgement,
    cell: ({ state, judgement }) =>
      state === 'left-out' ? (
        <ui.StatusBadge>{text.leftOut}</ui.StatusBadge>
      ) : (
        <ui.StatusBadge tone={TONES[judgement]}>{JUDGEMENT_LABELS[judgement]}</ui.StatusBadge>
      ),
    sortBy: ({ judgement }) => JUDGEMENT_LABELS[judgement],
  },
  { key: 'fact', header: text.fact, cell: ({ fact, leftOutReason }) => leftOutReason ?? fact },
  { key: 'evidence', header: text.evidence, align: 'end', cell: ({ evidenceIds }) => evidenceIds.length },
];

function List({ checks }: { checks: readonly Check[] }) {
  return <ui.Table caption={text.list} columns={COLUMNS} rows={checks} rowKey={({ id }) => id} />;
}
