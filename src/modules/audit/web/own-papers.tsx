/** The facts of the working papers, laid before the department: it says what is wrong, or that nothing is. */
import { useState } from 'react';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit, type OwnAudit } from './audit-client.ts';
import { messages } from './messages-result.ja.ts';

const text = messages.ownPapers;
type Papers = NonNullable<OwnAudit['papers']>;
type Item = Papers['items'][number];

const COLUMNS: readonly ui.Column<Item>[] = [
  { key: 'number', header: text.number, nowrap: true, cell: ({ number }) => number },
  { key: 'title', header: text.item, rowHeader: true, cell: ({ title }) => title },
  { key: 'fact', header: text.fact, cell: ({ fact }) => <span className="whitespace-pre-line">{fact}</span> },
];

interface Part {
  readonly auditId: string;
  readonly papers: Papers;
  readonly reload: () => void;
}

export function OwnPapers({ auditId, papers, reload }: Part) {
  const titleOf = new Map(papers.items.map(({ checkId, number, title }) => [checkId, `${number}　${title}`]));
  return (
    <ui.Section level={3} title={text.title}>
      <p>{text.help}</p>
      <ui.Disclosure summary={text.facts(papers.items.length)} open={papers.open}>
        <ui.Table
          caption={text.title}
          hideCaption
          rows={papers.items}
          rowKey={({ checkId }) => checkId}
          columns={COLUMNS}
        />
      </ui.Disclosure>
      {papers.remarks.map((remark) => (
        <ui.DataList
          key={remark.id}
          items={[
            { term: text.item, value: remark.checkId === null ? text.whole : titleOf.get(remark.checkId) },
            { term: text.remark, value: remark.text },
            { term: text.resolution, value: remark.resolution ?? text.waiting },
          ]}
        />
      ))}
      {papers.answer?.agreed === true && <ui.Notice tone="success">{text.agreedNote}</ui.Notice>}
      {papers.open && <Answer {...{ auditId, papers, reload }} />}
    </ui.Section>
  );
}

function Answer({ auditId, papers, reload }: Part) {
  const may = useCan()('audit.own.answer');
  const [again, setAgain] = useState(0);
  const agree = ui.useCommand((options) => audit.answerOwnPapers({ auditId, remarks: [] }, options), {
    done: text.agreed,
    onDone: reload,
  });
  if (!may) return null;
  return (
    <>
      {agree.problem !== undefined && <ui.Problem problem={agree.problem} />}
      <p>
        <ui.ConfirmButton
          variant="solid"
          title={text.agreeTitle}
          body={text.agreeBody}
          busy={agree.busy}
          onConfirm={() => agree.run()}
        >
          {text.agree}
        </ui.ConfirmButton>
      </p>
      <ui.Disclosure summary={text.addRemark}>
        <ui.Form
          key={again}
          draft={`audit-own-papers:${auditId}`}
          submitLabel={text.send}
          done={text.sent}
          submit={(form) =>
            audit.answerOwnPapers(
              {
                auditId,
                remarks: [{ checkId: form.textOrNull('remarks.0.checkId'), text: form.text('remarks.0.text') }],
              },
              form.options,
            )
          }
          onDone={() => {
            setAgain(again + 1);
            reload();
          }}
        >
          <ui.Select
            name="remarks.0.checkId"
            label={text.item}
            options={papers.items.map(({ checkId, number, title }) => ({
              value: checkId,
              label: `${number}　${title}`,
            }))}
          />
          <ui.TextArea name="remarks.0.text" label={text.remark} required maxLength={4000} rows={3} />
        </ui.Form>
      </ui.Disclosure>
    </>
  );
}
