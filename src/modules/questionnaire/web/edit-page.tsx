import { useState } from 'react';
import { useParams } from 'react-router';
import type { FormItem } from '../../../core/content-schema/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Detail, questionnaires } from './client.ts';
import { ItemEditor } from './item-editor.tsx';
import { ItemView } from './item-view.tsx';
import { LeaveOutButton, TakeBackButton } from './leave-out.tsx';
import { messages } from './messages.ja.ts';

const text = messages.edit;

/** A draft, item by item: change its texts, leave it out, take it back. */
export function Component() {
  const { questionnaireId = '' } = useParams();
  const load = ui.useLoad(() => questionnaires.getQuestionnaire({ questionnaireId }), [questionnaireId]);
  const list = { label: messages.title, href: '/questionnaires' };
  if (load.state !== 'ready') {
    return (
      <ui.Page title={text.title} breadcrumbs={[list]}>
        <ui.Loaded from={load}>{() => null}</ui.Loaded>
      </ui.Page>
    );
  }
  const detail = load.data;
  const href = `/questionnaires/${detail.id}`;
  return (
    <ui.Page
      title={text.title}
      breadcrumbs={[list, { label: detail.title, href }]}
      lead={detail.state === 'draft' ? `${text.lead}${text.keep}` : undefined}
      actions={<ui.LinkButton href={href}>{text.backToDetail}</ui.LinkButton>}
    >
      {detail.state === 'draft' ? (
        <Items key={detail.id} detail={detail} reload={load.reload} />
      ) : (
        <ui.Notice tone="warning" title={text.published}>
          <p>{text.publishedHelp}</p>
        </ui.Notice>
      )}
    </ui.Page>
  );
}

interface PartProps {
  readonly detail: Detail;
  readonly reload: () => void;
}

function Items({ detail, reload }: PartProps) {
  return (
    <>
      {detail.form.sections.map((section) => (
        <ui.Section key={section.id} id={section.id} title={messages.detail.section(section.number, section.title)}>
          {section.items.map((item) => (
            <Item key={item.id} detail={detail} item={item} reload={reload} />
          ))}
        </ui.Section>
      ))}
      {detail.leftOut.length > 0 && <LeftOut detail={detail} reload={reload} />}
    </>
  );
}

function Item({ detail, item, reload }: PartProps & { readonly item: FormItem }) {
  const [open, setOpen] = useState(false);
  const id = `item-${item.id}`;
  const close = (): void => {
    setOpen(false);
    // The button that had the focus is gone.
    document.getElementById(id)?.focus();
  };
  return (
    <div id={id} tabIndex={-1} className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-solid-gray-420 pt-5">
      {open ? (
        <ItemEditor
          detail={detail}
          item={item}
          onClose={close}
          onDone={() => {
            close();
            reload();
          }}
        />
      ) : (
        <>
          <ItemView form={detail.form} item={item} settings={false} />
          <div className="flex flex-wrap gap-3">
            <ui.Button size="small" aria-label={text.changeLabel(item.number)} onClick={() => setOpen(true)}>
              {text.change}
            </ui.Button>
            <LeaveOutButton detail={detail} item={item} reload={reload} />
          </div>
        </>
      )}
    </div>
  );
}

function LeftOut({ detail, reload }: PartProps) {
  return (
    <ui.Section title={text.leftOutTitle}>
      <p>{text.leftOutLead}</p>
      <ui.Table
        caption={text.leftOutTitle}
        hideCaption
        rows={detail.leftOut}
        rowKey={({ id }) => id}
        columns={leftOutColumns({ detail, reload })}
      />
    </ui.Section>
  );
}

const leftOutColumns = ({ detail, reload }: PartProps): readonly ui.Column<Detail['leftOut'][number]>[] => [
  {
    key: 'question',
    header: text.question,
    rowHeader: true,
    cell: ({ number, question }) => `${messages.item.question(number)}　${question}`,
  },
  {
    key: 'action',
    header: messages.list.action,
    nowrap: true,
    cell: (item) => <TakeBackButton detail={detail} item={item} reload={reload} />,
  },
];
