import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { JUDGEMENT_LABELS } from '../labels.ts';
import { audit, documentFiles } from './audit-client.ts';
import { CheckForm, type CheckFormProps } from './check-form.tsx';
import { CheckProposals } from './check-proposals.tsx';
import { DepartmentFrame, type FrameContent } from './department-frame.tsx';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { mayWork } from './may-work.ts';
import { messages } from './messages-work.ja.ts';
import { type CheckRow, PAGE_OF_ROWS, usePage } from './rows.ts';

const text = messages.checks;

export function Component() {
  return <DepartmentFrame tab="checks">{(content) => <Checks {...content} />}</DepartmentFrame>;
}

function Checks({ engagementId, data, reload }: FrameContent) {
  const can = useCan();
  const editable = mayWork(can, data.programme) && (data.state === 'preparing' || data.state === 'in-progress');
  const load = ui.useLoad(async () => {
    const [{ rows, visible }, { evidence }] = await Promise.all([
      audit.listCheckRows({ auditId: data.id }),
      audit.listEvidence({ auditId: data.id }),
    ]);
    return { checks: rows, visible, evidence };
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
              <Judging
                checks={checks}
                evidence={evidence}
                editable={editable}
                praise={data.programme.levels.some(({ needsRemedy }) => !needsRemedy)}
                reload={changed}
              />
              <List checks={checks} />
            </>
          ) : (
            <ui.EmptyState title={text.hidden} />
          )
        }
      </ui.Loaded>
      <CheckProposals auditId={data.id} contractId={null} open={editable} reload={changed} />
      {data.targetId === null && (
        <DocumentLinks
          title={text.document}
          files={documentFiles(engagementId, 'checklist', null, ['xlsx', 'docx', 'pdf'])}
        />
      )}
    </>
  );
}

interface JudgingProps {
  readonly checks: readonly CheckRow[];
  readonly evidence: Parameters<typeof CheckForm>[0]['evidence'];
  readonly editable: boolean;
  readonly praise: boolean;
  readonly reload: () => void;
}

/** One item at a time; the address carries which, so that a reload and a link come back to it. */
function Judging({ checks, evidence, editable, praise, reload }: JudgingProps) {
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
        <CurrentItem
          key={`${current.id}:${current.version}`}
          row={current}
          evidence={evidence}
          editable={editable}
          praise={praise}
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

interface CurrentProps extends Omit<CheckFormProps, 'check'> {
  readonly row: CheckRow;
}

/** The item with its texts: a long list is read without them. */
function CurrentItem({ row, ...form }: CurrentProps) {
  const load = ui.useLoad(() => audit.getPaper({ checkId: row.id }), [row.id]);
  return (
    <ui.Loaded from={load}>
      {({ check, paper }) =>
        paper?.state === 'reviewed' ? (
          <CheckForm {...form} check={check} editable={false} />
        ) : (
          <CheckForm {...form} check={check} />
        )
      }
    </ui.Loaded>
  );
}

const TONES = {
  adequate: 'success',
  minor: 'warning',
  inadequate: 'error',
  'not-applicable': 'neutral',
  unconfirmed: 'neutral',
} as const;

const COLUMNS: readonly ui.Column<CheckRow>[] = [
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
  { key: 'section', header: text.section, cell: ({ section }) => section },
  { key: 'evidence', header: text.evidence, align: 'end', cell: ({ evidence }) => evidence },
];

function List({ checks }: { checks: readonly CheckRow[] }) {
  const page = usePage();
  const shown = checks.slice((page - 1) * PAGE_OF_ROWS, page * PAGE_OF_ROWS);
  return (
    <>
      <ui.Table caption={text.list} columns={COLUMNS} rows={shown} rowKey={({ id }) => id} />
      {checks.length > PAGE_OF_ROWS && <ui.Pagination page={page} size={PAGE_OF_ROWS} total={checks.length} />}
    </>
  );
}
