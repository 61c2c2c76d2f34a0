/** The items under their sets and areas, each with what it rests on; drafted ones can be changed and left out. */
import { useState } from 'react';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { ITEM_STATE_NAMES, severityName, TECHNIQUE_NAMES } from '../labels.ts';
import { checklist, type Checklist, isDraft, type Item } from './client.ts';
import { ItemDialog } from './item-dialog.tsx';
import { messages } from './messages.ja.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const text = messages.item;
type Act = 'edit' | 'leave-out' | 'remark';

export function Items({ view, reload }: { readonly view: Checklist; readonly reload: () => void }) {
  const can = useCan();
  const [open, setOpen] = useState<{ readonly act: Act; readonly id: string } | null>(null);
  const item = view.rows.find(({ id }) => id === open?.id);
  const back = ui.useCommand(
    (options, { id, version }: Item) => checklist.bringBackItem({ itemId: id, version }, options),
    { onDone: reload },
  );
  const work = isDraft(view) && can('checklist.work');
  const remark = view.state === 'proposed' && can('checklist.agree');
  const acts: Acts = {
    ...(work
      ? { edit: (id) => setOpen({ act: 'edit', id }), leaveOut: (id) => setOpen({ act: 'leave-out', id }) }
      : {}),
    ...(work ? { bringBack: (row) => void back.run(row) } : {}),
    ...(remark ? { remark: (id) => setOpen({ act: 'remark', id }) } : {}),
  };
  const close = () => setOpen(null);
  const done = () => {
    close();
    reload();
  };
  const groups = [...Map.groupBy(view.rows, ({ set, area }) => text.group(set, area))];
  const numbers = new Map(view.rows.map(({ id }, at) => [id, at + 1]));
  return (
    <>
      {back.problem !== undefined && <ui.Problem problem={back.problem} />}
      {groups.map(([title, rows]) => (
        <ui.Section key={title} title={title}>
          <ui.Table
            caption={title}
            hideCaption
            rows={rows}
            rowKey={({ id }) => id}
            columns={columnsFor(view, numbers, acts)}
          />
        </ui.Section>
      ))}
      {item !== undefined && open?.act === 'edit' && (
        <ItemDialog key={item.id} view={view} item={item} onClose={close} onDone={done} />
      )}
      {item !== undefined && open?.act === 'leave-out' && (
        <ReasonDialog
          title={text.leaveOutTitle}
          label={text.leaveOutReason}
          about={item.title}
          submitLabel={text.leaveOut}
          done={text.leftOut}
          submit={(reason, options) =>
            checklist.leaveOutItem({ itemId: item.id, version: item.version, reason }, options)
          }
          onClose={close}
          onDone={done}
        />
      )}
      {item !== undefined && open?.act === 'remark' && (
        <ReasonDialog
          title={text.remarkTitle}
          label={text.remarkText}
          about={item.title}
          value={item.remark}
          submitLabel={messages.form.save}
          done={text.remarked}
          submit={(words, options) =>
            checklist.remarkItem({ itemId: item.id, version: item.version, remark: words }, options)
          }
          onClose={close}
          onDone={done}
        />
      )}
    </>
  );
}

interface Acts {
  readonly edit?: (id: string) => void;
  readonly leaveOut?: (id: string) => void;
  readonly bringBack?: (item: Item) => void;
  readonly remark?: (id: string) => void;
}

function columnsFor(view: Checklist, numbers: ReadonlyMap<string, number>, acts: Acts): readonly ui.Column<Item>[] {
  const nameOf = (code: string): string => view.standards.find((one) => one.code === code)?.name ?? code;
  const columns: ui.Column<Item>[] = [
    { key: 'number', header: text.number, nowrap: true, cell: ({ id }) => numbers.get(id) ?? '' },
    { key: 'item', header: text.item, rowHeader: true, cell: (item) => <Words item={item} /> },
    { key: 'how', header: text.how, cell: (item) => <How item={item} /> },
    {
      key: 'basis',
      header: text.basis,
      cell: ({ basis }) =>
        basis.length === 0 ? (
          <ui.StatusBadge tone="warning">{text.noBasis}</ui.StatusBadge>
        ) : (
          <ul className="list-disc ps-5">
            {basis.map(({ standard, place }) => (
              <li key={`${standard} ${place}`}>{`${nameOf(standard)}　${place}`}</li>
            ))}
          </ul>
        ),
    },
    { key: 'severity', header: text.severity, nowrap: true, cell: ({ severity }) => severityName(severity) },
  ];
  if (Object.keys(acts).length > 0)
    columns.push({ key: 'action', header: text.action, cell: (item) => <RowActions item={item} acts={acts} /> });
  return columns;
}

function Words({ item }: { readonly item: Item }) {
  return (
    <span className="grid gap-1">
      <span>
        {item.title}
        {item.state === 'left-out' && (
          <>
            {'　'}
            <ui.StatusBadge>{ITEM_STATE_NAMES['left-out']}</ui.StatusBadge>
          </>
        )}
      </span>
      <span className="font-400">{item.point}</span>
      {item.catalogue === null && <span className="font-400">{text.own}</span>}
      {item.reworded && <span className="font-400">{text.reworded}</span>}
      {item.leftOutReason !== '' && <span className="font-400">{text.reasonOf(item.leftOutReason)}</span>}
      {item.remark !== '' && <span className="font-400">{text.remarkOf(item.remark)}</span>}
      {item.trends.length > 0 && <span className="font-400">{`${text.trends}：${item.trends.join('、')}`}</span>}
    </span>
  );
}

function How({ item }: { readonly item: Item }) {
  return (
    <div className="grid gap-1">
      <ul className="list-disc ps-5">
        {item.procedures.map(({ technique, procedure }) => (
          <li key={`${technique} ${procedure}`}>{`${TECHNIQUE_NAMES[technique]}：${procedure}`}</li>
        ))}
      </ul>
      {item.evidence.length > 0 && <span>{`${text.evidence}：${item.evidence.join('、')}`}</span>}
      {item.askWhom !== '' && <span>{text.ask(item.askWhom)}</span>}
    </div>
  );
}

function RowActions({ item, acts }: { readonly item: Item; readonly acts: Acts }) {
  const { edit, leaveOut, bringBack, remark } = acts;
  const used = item.state === 'in-scope';
  return (
    <div className="flex flex-wrap gap-2">
      {edit !== undefined && used && (
        <ui.Button size="small" aria-label={text.editLabel(item.title)} onClick={() => edit(item.id)}>
          {text.edit}
        </ui.Button>
      )}
      {leaveOut !== undefined && used && (
        <ui.Button size="small" aria-label={text.leaveOutLabel(item.title)} onClick={() => leaveOut(item.id)}>
          {text.leaveOut}
        </ui.Button>
      )}
      {bringBack !== undefined && !used && (
        <ui.Button size="small" aria-label={text.bringBackLabel(item.title)} onClick={() => bringBack(item)}>
          {text.bringBack}
        </ui.Button>
      )}
      {remark !== undefined && (
        <ui.Button size="small" aria-label={text.remarkLabel(item.title)} onClick={() => remark(item.id)}>
          {text.remark}
        </ui.Button>
      )}
    </div>
  );
}
