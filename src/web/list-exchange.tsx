/** The button 「Excelで編集」 of a list page: the list out as Excel or CSV, an edited file in again after a look at it. */
import { useState } from 'react';
import type { OutputOf } from '../kernel/contract.ts';
import type { exchangeContract } from '../modules/exchange/contract.ts';
import { clientFor } from './client.ts';
import { useCan } from './session.ts';
import { ListPreviewView, type Selection } from './list-preview.tsx';
import { listMessages as text } from './list-messages.ja.ts';
import {
  Button,
  Dialog,
  DownloadLinks,
  FileUpload,
  Form,
  Loaded,
  Problem,
  Section,
  Select,
  useCommand,
  useLoad,
} from './ui/index.ts';

export const exchange = clientFor<typeof exchangeContract>('exchange');
export type ListEntry = OutputOf<typeof exchangeContract, 'listLists'>['lists'][number];
type Preview = OutputOf<typeof exchangeContract, 'previewList'>;

export interface ListExchangeProps {
  /** `module.list`, as the module's server declares it. */
  readonly list: string;
  /** Null for a list of the municipality. */
  readonly engagementId: string | null;
  /** Permission to bring the list back; without it, or where it is left out, the button only promises to take it out. */
  readonly edit?: string;
  /** The page's subject (an audit, a campaign), where the list is one of many. */
  readonly subject?: string;
  /** What tells this button from others on a page with several lists; shown on it. */
  readonly name?: string;
  /** After rows were taken in. */
  readonly onDone?: () => void;
}

export function ListExchange(props: ListExchangeProps) {
  const [open, setOpen] = useState(false);
  const can = useCan();
  const label = props.edit !== undefined && can(props.edit) ? text.open : text.openExport;
  return (
    <>
      <Button size="small" icon="download" onClick={() => setOpen(true)}>
        {props.name === undefined ? label : text.openNamed(props.name)}
      </Button>
      {open && <ExchangeDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExchangeDialog({ onClose, ...props }: ListExchangeProps & { readonly onClose: () => void }) {
  const { list, engagementId } = props;
  const load = useLoad(() => exchange.listLists({ engagementId }), [engagementId]);
  const entry = load.state === 'ready' ? load.data.lists.find((one) => one.list === list) : undefined;
  const [subject, setSubject] = useState<string | null>(props.subject ?? null);
  const [checked, setChecked] = useState<{ readonly fileId: string; readonly preview: Preview }>();
  const [selection, setSelection] = useState<Selection>({ skipped: new Set(), removed: new Set() });
  const chosen = { list, engagementId, subject };
  const accept =
    checked === undefined
      ? []
      : [...checked.preview.added, ...checked.preview.changed]
          .map(({ row }) => row)
          .filter((row) => !selection.skipped.has(row));
  const count = accept.length + selection.removed.size;
  const apply = useCommand(
    (options, fileId: string, basis: string) =>
      exchange.applyList({ ...chosen, fileId, basis, accept, remove: [...selection.removed] }, options),
    {
      done: text.applied,
      onDone: () => {
        props.onDone?.();
        onClose();
      },
    },
  );
  const forget = () => {
    setChecked(undefined);
    setSelection({ skipped: new Set(), removed: new Set() });
  };
  const title = entry?.title ?? '';
  return (
    <Dialog
      open
      title={entry === undefined || entry.editable ? text.title(title) : text.titleExport(title)}
      onClose={onClose}
      actions={
        checked !== undefined &&
        count > 0 && (
          <Button
            variant="solid"
            busy={apply.busy}
            onClick={() => void apply.run(checked.fileId, checked.preview.basis)}
          >
            {text.apply(count)}
          </Button>
        )
      }
    >
      <Loaded from={load}>
        {() =>
          entry !== undefined && (
            <>
              {entry.per !== null && props.subject === undefined && (
                <SubjectField
                  list={list}
                  engagementId={engagementId}
                  per={entry.per}
                  subject={subject}
                  onChange={setSubject}
                />
              )}
              {(entry.per === null || subject !== null) && (
                <Section title={entry.editable ? text.step1 : text.openExport} level={3}>
                  <p>{entry.editable ? (entry.help ?? text.step1Lead) : (entry.because ?? text.page.readable)}</p>
                  <DownloadLinks
                    title={title}
                    files={(['xlsx', 'csv'] as const).map((format) => ({
                      kind: format,
                      href: exchange.href('downloadList', { ...chosen, format }),
                    }))}
                  />
                </Section>
              )}
              {entry.editable && (entry.per === null || subject !== null) && (
                <Section title={text.step2} level={3}>
                  <p>{text.step2Lead}</p>
                  {apply.problem !== undefined && <Problem problem={apply.problem} />}
                  <Form
                    guard={false}
                    submitLabel={text.check}
                    done={text.checked}
                    submit={async (form) => {
                      const fileId = form.fileIds('fileId')[0] ?? '';
                      setSelection({ skipped: new Set(), removed: new Set() });
                      setChecked({ fileId, preview: await exchange.previewList({ ...chosen, fileId }, form.options) });
                    }}
                  >
                    <FileUpload
                      name="fileId"
                      label={text.file}
                      hint={text.fileHint}
                      accept=".xlsx,.csv"
                      required
                      onChange={forget}
                    />
                  </Form>
                  {checked !== undefined && (
                    <ListPreviewView preview={checked.preview} choice={{ selection, onChange: setSelection }} />
                  )}
                </Section>
              )}
            </>
          )
        }
      </Loaded>
    </Dialog>
  );
}

function SubjectField({
  list,
  engagementId,
  per,
  subject,
  onChange,
}: Pick<ListExchangeProps, 'list' | 'engagementId'> & {
  readonly per: string;
  readonly subject: string | null;
  readonly onChange: (subject: string | null) => void;
}) {
  const load = useLoad(() => exchange.listSubjects({ list, engagementId }), [list, engagementId]);
  return (
    <Loaded from={load}>
      {({ subjects }) => (
        <Select
          name="subject"
          label={per}
          required
          options={subjects.map(({ id, title }) => ({ value: id, label: title }))}
          value={subject ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        />
      )}
    </Loaded>
  );
}
