/** The set of papers before the city: shown, remarked on, answered, confirmed. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit, type DepartmentAudit } from './audit-client.ts';
import { messages } from './messages-papers.ja.ts';
import type { CheckRow } from './rows.ts';

const text = messages.papers;

interface PaperSetProps {
  readonly data: DepartmentAudit;
  readonly rows: readonly CheckRow[];
  readonly onDone: () => void;
}

export function PaperSetPart({ data, rows, onDone }: PaperSetProps) {
  const can = useCan();
  const input = { auditId: data.id, version: data.version };
  const draft = ui.useCommand((options) => audit.draftPaperSet(input, options), { onDone });
  const confirm = ui.useCommand((options) => audit.confirmPaperSet(input, options), { onDone });
  const show = ui.useCommand((options) => audit.showPaperSet(input, options), { onDone });
  const problem = draft.problem ?? confirm.problem ?? show.problem;
  const { papers } = data;
  const open = papers !== null && papers.confirmedOn === null;
  return (
    <ui.Section title={text.set}>
      {problem !== undefined && <ui.Problem problem={problem} />}
      <p>{papers === null ? text.setNone : text.setState(papers.version, !open)}</p>
      <div className="flex flex-wrap gap-3 empty:hidden">
        {can('audit.lead') && rows.length > 0 && (
          <ui.ConfirmButton
            title={text.draftTitle}
            body={text.draftBody}
            busy={draft.busy}
            onConfirm={() => draft.run()}
          >
            {text.draft}
          </ui.ConfirmButton>
        )}
        {can('audit.city') && open && papers.shownOn === null && (
          <ui.ConfirmButton title={text.showTitle} body={text.showBody} busy={show.busy} onConfirm={() => show.run()}>
            {text.show}
          </ui.ConfirmButton>
        )}
        {can('audit.city') && open && (
          <ui.ConfirmButton
            variant="solid"
            title={text.confirmTitle}
            body={text.confirmBody}
            busy={confirm.busy}
            onConfirm={() => confirm.run()}
          >
            {text.confirm}
          </ui.ConfirmButton>
        )}
      </div>
      {papers?.shownOn != null && (
        <ui.DataList
          items={[
            { term: text.shown, value: <ui.DayText day={papers.shownOn} /> },
            ...(papers.answer === null
              ? []
              : [{ term: text.answered, value: papers.answer.agreed ? text.answerAgreed : text.answerRemarks }]),
          ]}
        />
      )}
      {papers !== null && <Remarks {...{ data, rows, onDone }} open={open} />}
    </ui.Section>
  );
}

function Remarks({ data, rows, onDone, open }: PaperSetProps & { readonly open: boolean }) {
  const can = useCan();
  const titleOf = new Map(rows.map(({ id, number, title }) => [id, `${number}　${title}`]));
  return (
    <>
      {(data.papers?.remarks ?? []).map((remark) => (
        <div key={remark.id} className="grid gap-3">
          <ui.DataList
            items={[
              { term: text.item, value: remark.checkId === null ? '' : titleOf.get(remark.checkId) },
              { term: text.remarkText, value: remark.text },
              { term: text.resolution, value: remark.resolution?.text },
            ]}
          />
          {can('audit.work') && remark.resolution === null && (
            <ui.Form
              version={data.version}
              submitLabel={text.resolve}
              submit={(form) =>
                audit.resolvePaperRemark(
                  { auditId: data.id, version: form.version, remarkId: remark.id, text: form.text('text') },
                  form.options,
                )
              }
              onDone={onDone}
            >
              <ui.TextArea name="text" label={text.resolution} required maxLength={4000} rows={2} />
            </ui.Form>
          )}
        </div>
      ))}
      {can('audit.city') && open && (
        <ui.Disclosure summary={text.addRemark}>
          <ui.Form
            version={data.version}
            reset
            submitLabel={text.addRemark}
            submit={(form) => {
              const checkId = form.text('checkId');
              return audit.remarkPaperSet(
                {
                  auditId: data.id,
                  version: form.version,
                  checkId: checkId === '' ? null : checkId,
                  text: form.text('text'),
                },
                form.options,
              );
            }}
            onDone={onDone}
          >
            <ui.Select
              name="checkId"
              label={text.item}
              options={[
                { value: '', label: text.set },
                ...rows.map(({ id, number, title }) => ({ value: id, label: `${number}　${title}` })),
              ]}
            />
            <ui.TextArea name="text" label={text.remarkText} required maxLength={4000} rows={2} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </>
  );
}
