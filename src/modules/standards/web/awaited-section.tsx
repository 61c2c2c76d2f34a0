import { useState } from 'react';
import { useCan, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { type AwaitedStandard, type PartProps, standards } from './standards-client.ts';

const text = messages.awaited;

/** What the specification names and nobody has received; the security office records the handover here. */
export function AwaitedSection({ engagementId, list, onChange }: PartProps) {
  const can = useCan();
  const [code, setCode] = useState<string | null>(null);
  const chosen = list.awaited.find((standard) => standard.code === code);
  if (list.awaited.length === 0) {
    return (
      <ui.Section title={text.title}>
        <p>{text.complete}</p>
      </ui.Section>
    );
  }
  return (
    <ui.Section title={text.title}>
      {list.awaited.some((standard) => !standard.public) && <p>{text.closedNote}</p>}
      <ui.Table
        caption={text.caption}
        rows={list.awaited}
        rowKey={(standard) => standard.code}
        columns={can('standards.provide') ? [...COLUMNS, actionColumn(setCode)] : COLUMNS}
      />
      {chosen !== undefined && (
        <ui.Dialog open title={messages.provide.title} onClose={() => setCode(null)}>
          <ProvideForm
            engagementId={engagementId}
            standard={chosen}
            onDone={() => {
              setCode(null);
              onChange();
            }}
          />
        </ui.Dialog>
      )}
    </ui.Section>
  );
}

const COLUMNS: readonly ui.Column<AwaitedStandard>[] = [
  { key: 'name', header: text.name, rowHeader: true, cell: ({ name }) => name },
  { key: 'issuer', header: text.issuer, nowrap: true, cell: ({ issuer }) => issuer },
  {
    key: 'public',
    header: text.public,
    nowrap: true,
    cell: (standard) => (
      <ui.StatusBadge tone={standard.public ? 'neutral' : 'warning'}>
        {standard.public ? text.open : text.closed}
      </ui.StatusBadge>
    ),
  },
];

const actionColumn = (provide: (code: string) => void): ui.Column<AwaitedStandard> => ({
  key: 'action',
  header: text.action,
  nowrap: true,
  cell: ({ code, name }) => (
    <ui.Button size="small" aria-label={text.buttonLabel(name)} onClick={() => provide(code)}>
      {text.button}
    </ui.Button>
  ),
});

interface ProvideFormProps {
  readonly engagementId: string;
  readonly standard: AwaitedStandard;
  readonly onDone: () => void;
}

function ProvideForm({ engagementId, standard, onDone }: ProvideFormProps) {
  const { today } = useSession();
  const provide = messages.provide;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="text-std-16B-170">
        {standard.name}（{standard.issuer}・{standard.public ? text.open : text.closed}）
      </p>
      <ui.Form
        guard={false}
        submitLabel={provide.submit}
        done={provide.done}
        submit={(form) =>
          standards.provideStandard(
            {
              engagementId,
              code: standard.code,
              edition: form.text('edition'),
              level: standard.public ? '1' : form.one('level', ['3', '2']),
              fileId: form.fileIds('fileId')[0] ?? null,
              occurredOn: form.day('occurredOn'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <ui.TextField name="edition" label={provide.edition} hint={provide.editionHint} required maxLength={200} />
        {!standard.public && (
          <ui.RadioGroup
            name="level"
            label={provide.level}
            required
            inline
            options={[
              { value: '3', label: messages.levels[3] },
              { value: '2', label: messages.levels[2] },
            ]}
          />
        )}
        <ui.DateField name="occurredOn" label={provide.occurredOn} required defaultValue={today} />
        <ui.FileUpload
          name="fileId"
          label={provide.file}
          hint={standard.public ? provide.openFileHint : provide.fileHint}
        />
      </ui.Form>
    </div>
  );
}
