/** Working papers: the list with its states, one paper with everything that belongs to it, and the set before the city. */
import { useSearchParams } from 'react-router';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { JUDGEMENT_LABELS, PAPER_STATE_LABELS } from '../labels.ts';
import { audit, documentFiles } from './audit-client.ts';
import { DepartmentFrame, type FrameContent } from './department-frame.tsx';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { mayWork } from './may-work.ts';
import { messages } from './messages-papers.ja.ts';
import { PaperSetPart } from './paper-set-part.tsx';
import { PaperPart } from './paper-part.tsx';
import { type CheckRow, PAGE_OF_ROWS, usePage } from './rows.ts';

const text = messages.papers;

export function Component() {
  return <DepartmentFrame tab="papers">{(content) => <Papers {...content} />}</DepartmentFrame>;
}

function Papers({ engagementId, data, reload }: FrameContent) {
  const [parameters] = useSearchParams();
  const can = useCan();
  const load = ui.useLoad(() => audit.listCheckRows({ auditId: data.id }), [data.id]);
  const changed = (): void => {
    load.reload();
    reload();
  };
  return (
    <>
      <p>{text.lead}</p>
      <ui.Loaded from={load}>
        {({ rows, visible }) => {
          if (!visible) return <ui.EmptyState title={text.hidden} />;
          const inScope = rows.filter(({ state }) => state === 'in-scope');
          const current = inScope.find(({ id }) => id === parameters.get('item'));
          return (
            <>
              <Together auditId={data.id} rows={inScope} writes={mayWork(can, data.programme)} onDone={changed} />
              {current !== undefined && (
                <PaperPart
                  writes={mayWork(can, data.programme)}
                  key={`${current.id}:${current.version}:${current.paperVersion}`}
                  row={current}
                  rows={inScope}
                  auditId={data.id}
                  onDone={changed}
                />
              )}
              <List rows={inScope} />
              <PaperSetPart data={data} rows={inScope} onDone={changed} />
              <DocumentLinks
                title={text.document}
                files={documentFiles(engagementId, 'working-paper', data.id, ['docx', 'pdf'])}
              />
            </>
          );
        }}
      </ui.Loaded>
    </>
  );
}

interface TogetherProps {
  readonly auditId: string;
  readonly rows: readonly CheckRow[];
  readonly writes: boolean;
  readonly onDone: () => void;
}

function Together({ auditId, rows, writes, onDone }: TogetherProps) {
  const can = useCan();
  const chosen = (of: readonly CheckRow[]) =>
    of.map(({ id, paperVersion }) => ({ checkId: id, version: paperVersion }));
  const ready = rows.filter(
    ({ judgement, paper }) => judgement !== 'unconfirmed' && (paper === null || paper === 'draft'),
  );
  const waiting = rows.filter(({ paper }) => paper === 'submitted');
  const submit = ui.useCommand((options) => audit.submitPapers({ auditId, papers: chosen(ready) }, options), {
    onDone,
  });
  const review = ui.useCommand((options) => audit.reviewPapers({ auditId, papers: chosen(waiting) }, options), {
    onDone,
  });
  const problem = submit.problem ?? review.problem;
  return (
    <>
      {problem !== undefined && <ui.Problem problem={problem} />}
      <div className="flex flex-wrap gap-3 empty:hidden">
        {writes && ready.length > 0 && (
          <ui.ConfirmButton
            title={text.submitTitle}
            body={text.submitBody}
            busy={submit.busy}
            onConfirm={() => submit.run()}
          >
            {text.submitAll(ready.length)}
          </ui.ConfirmButton>
        )}
        {can('audit.review') && waiting.length > 0 && (
          <ui.ConfirmButton
            variant="solid"
            title={text.reviewTitle}
            body={text.reviewBody}
            busy={review.busy}
            onConfirm={() => review.run()}
          >
            {text.reviewAll(waiting.length)}
          </ui.ConfirmButton>
        )}
      </div>
    </>
  );
}

const TONES = { draft: 'neutral', submitted: 'info', reviewed: 'success' } as const;

const COLUMNS: readonly ui.Column<CheckRow>[] = [
  { key: 'number', header: text.number, align: 'end', cell: ({ number }) => number },
  {
    key: 'title',
    header: text.item,
    rowHeader: true,
    cell: ({ id, title }) => <ui.TextLink href={`?item=${id}`}>{title}</ui.TextLink>,
  },
  { key: 'judgement', header: text.judgement, cell: ({ judgement }) => JUDGEMENT_LABELS[judgement] },
  { key: 'evidence', header: text.evidence, align: 'end', cell: ({ evidence }) => evidence },
  {
    key: 'state',
    header: text.state,
    cell: ({ paper }) =>
      paper === null ? text.none : <ui.StatusBadge tone={TONES[paper]}>{PAPER_STATE_LABELS[paper]}</ui.StatusBadge>,
  },
];

function List({ rows }: { rows: readonly CheckRow[] }) {
  const page = usePage();
  const shown = rows.slice((page - 1) * PAGE_OF_ROWS, page * PAGE_OF_ROWS);
  return (
    <>
      <ui.Table caption={text.list} rows={shown} rowKey={({ id }) => id} columns={COLUMNS} />
      {rows.length > PAGE_OF_ROWS && <ui.Pagination page={page} size={PAGE_OF_ROWS} total={rows.length} />}
    </>
  );
}
