/** The list of what is or was erased. */
import * as ui from '../../../web/ui/index.ts';
import type { Registers } from './duty-client.ts';
import { text } from './erasure.messages.ja.ts';

type ErasureItem = Registers['erasure'][number]['items'][number];

const COLUMNS: readonly ui.Column<ErasureItem>[] = [
  { key: 'kind', header: text.kind, cell: ({ kind }) => kind },
  { key: 'label', header: text.label, rowHeader: true, cell: ({ label }) => label },
  { key: 'files', header: text.files, cell: ({ files }) => text.fileCount(files.length) },
  { key: 'hash', header: text.hash, cell: ({ record }) => <code className="break-all">{record}</code> },
];

export function ItemTable({ caption, items }: { caption: string; items: readonly ErasureItem[] }) {
  return (
    <ui.Table
      caption={caption}
      columns={COLUMNS}
      rows={items}
      rowKey={({ module, kind, subject }) => `${module} ${kind} ${subject}`}
      empty={<ui.EmptyState title={text.nothing}>{text.nothingHelp}</ui.EmptyState>}
    />
  );
}
