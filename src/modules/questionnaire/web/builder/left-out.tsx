import * as ui from '../../../../web/ui/index.ts';
import type { Detail } from '../client.ts';
import { messages } from '../messages.ja.ts';
import { placeOf } from './findings.tsx';
import type { Builder } from './use-build.ts';

const text = messages.builder.leftOut;

/** Items that were left out; until the version is published they can come back. */
export function LeftOut({ builder }: { builder: Builder }) {
  const { leftOut } = builder.detail;
  if (leftOut.length === 0) return null;
  return (
    <ui.Section title={text.title}>
      <p>{text.lead}</p>
      <ui.Table caption={text.title} hideCaption rows={leftOut} rowKey={({ id }) => id} columns={columnsFor(builder)} />
    </ui.Section>
  );
}

const columnsFor = (builder: Builder): readonly ui.Column<Detail['leftOut'][number]>[] => [
  { key: 'question', header: messages.edit.question, rowHeader: true, cell: ({ question }) => question },
  {
    key: 'action',
    header: messages.list.action,
    nowrap: true,
    cell: ({ id, question }) => (
      <ui.Button
        size="small"
        busy={builder.busy}
        aria-label={text.takeBackLabel(question)}
        onClick={() =>
          void builder.run([{ kind: 'restore-item', item: id }], { done: text.done, focus: placeOf({ item: id }) })
        }
      >
        {text.takeBack}
      </ui.Button>
    ),
  },
];
