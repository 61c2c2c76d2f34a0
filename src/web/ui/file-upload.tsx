import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { type UploadedFile, newKey, uploadFile } from '../client.ts';
import { messages } from '../messages.ja.ts';
import { announce } from './announce.ts';
import { Button } from './button.tsx';
import { type FieldProps, FormField } from './form-field.tsx';
import { useField } from './form-state.ts';
import { Icon } from './icons.tsx';
import { asRequestError } from './use-load.ts';

const text = messages.ui.file;

type Item =
  | { readonly key: string; readonly state: 'sending'; readonly file: File }
  | {
      readonly key: string;
      readonly state: 'failed';
      readonly file: File;
      readonly reason: string;
      readonly hopeless: boolean;
    }
  | { readonly key: string; readonly state: 'done'; readonly uploaded: UploadedFile };

export interface FileUploadProps extends FieldProps {
  readonly multiple?: boolean;
  /** As in the native attribute: `.pdf,.docx`. */
  readonly accept?: string;
  /** Largest size of one file in bytes; the server has its own limit. */
  readonly maxBytes?: number;
  readonly onChange?: (files: readonly UploadedFile[]) => void;
}

const META = '#file';

/** Files are stored as soon as they are chosen; the form then sends their ids (`form.fileIds(name)`). */
export function FileUpload({
  name,
  label,
  hint,
  required = false,
  multiple,
  accept,
  maxBytes,
  onChange,
}: FileUploadProps) {
  const { drafted: draftedMeta, changed } = useField(`${name}${META}`);
  const [items, setItems] = useState<readonly Item[]>(() => (draftedMeta ?? []).flatMap(restore));
  const newest = useRef(items);
  const chooser = useRef<HTMLInputElement>(null);

  const change = (edit: (before: readonly Item[]) => readonly Item[]): void => {
    newest.current = edit(newest.current);
    setItems(newest.current);
    onChange?.(newest.current.flatMap((item) => (item.state === 'done' ? [item.uploaded] : [])));
    changed();
  };
  const replace = (item: Item): void =>
    change((before) => before.map((other) => (other.key === item.key ? item : other)));

  const send = async (key: string, file: File): Promise<void> => {
    try {
      replace({ key, state: 'done', uploaded: await uploadFile(file) });
      announce(text.attached(file.name));
    } catch (error) {
      replace({ key, state: 'failed', file, reason: asRequestError(error).message, hopeless: false });
    }
  };
  const add = (files: readonly File[]): void => {
    const chosen = multiple === true ? files : files.slice(0, 1);
    const added = chosen.map((file): Item => {
      const key = newKey();
      const large = maxBytes !== undefined && file.size > maxBytes;
      if (!large) return { key, state: 'sending', file };
      return { key, state: 'failed', file, reason: text.tooLarge(sizeText(maxBytes)), hopeless: true };
    });
    change((before) => (multiple === true ? [...before, ...added] : added));
    for (const item of added) if (item.state === 'sending') void send(item.key, item.file);
  };

  return (
    <FormField name={name} label={label} hint={hint} required={required} fault={faultOf(items, label, required)}>
      {(control) => (
        <div
          className="grid gap-3 rounded-8 border border-dashed border-solid-gray-536 p-4"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event: DragEvent) => {
            event.preventDefault();
            add([...event.dataTransfer.files]);
          }}
        >
          {/* The native control says its words in the browser's language; a second label stands in for it. */}
          <div className="flex flex-wrap items-center gap-3">
            <input
              {...control}
              ref={chooser}
              type="file"
              multiple={multiple}
              accept={accept}
              onChange={(event: ChangeEvent<HTMLInputElement>) => {
                add([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
              className="peer sr-only"
            />
            <label
              htmlFor={control.id}
              className="inline-flex min-h-11 items-center gap-2 rounded-6 border border-current bg-white px-3 text-key-900 peer-focus-visible:bg-yellow-300 peer-focus-visible:outline-4 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-black hover:bg-key-200"
            >
              <Icon name="upload" />
              {text.choose}
            </label>
            <span className="text-solid-gray-700">{text.drop}</span>
          </div>
          <ul aria-live="polite" className="grid gap-2 empty:hidden">
            {items.map((item) => (
              <FileLine
                key={item.key}
                name={name}
                item={item}
                onRemove={() => {
                  change((before) => before.filter((other) => other.key !== item.key));
                  chooser.current?.focus();
                }}
                onRetry={(file) => {
                  replace({ key: item.key, state: 'sending', file });
                  void send(item.key, file);
                }}
              />
            ))}
          </ul>
        </div>
      )}
    </FormField>
  );
}

function FileLine({
  name,
  item,
  onRemove,
  onRetry,
}: {
  name: string;
  item: Item;
  onRemove: () => void;
  onRetry: (file: File) => void;
}) {
  const file = item.state === 'done' ? item.uploaded : item.file;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Icon name={item.state === 'failed' ? 'warning' : 'file'} />
      <span className="min-w-0 font-700">{file.name}</span>
      <span className="text-solid-gray-700">{sizeText(file.size)}</span>
      {item.state === 'sending' && <span>{text.sending}</span>}
      {item.state === 'failed' && <span className="text-error-1">{item.reason}</span>}
      {item.state === 'done' && (
        <>
          <span className="text-solid-gray-700">{text.hash(item.uploaded.sha256.slice(0, 12))}</span>
          <input type="hidden" name={name} value={item.uploaded.fileId} />
          <input type="hidden" name={`${name}${META}`} value={JSON.stringify(item.uploaded)} />
        </>
      )}
      {item.state === 'failed' && !item.hopeless && (
        <Button size="small" variant="text" aria-label={text.retry(file.name)} onClick={() => onRetry(item.file)}>
          {text.retryShort}
        </Button>
      )}
      {item.state !== 'sending' && (
        <Button size="small" variant="text" aria-label={text.remove(file.name)} onClick={onRemove}>
          {text.removeShort}
        </Button>
      )}
    </li>
  );
}

function restore(meta: string): Item[] {
  const uploaded = JSON.parse(meta) as UploadedFile;
  return [{ key: uploaded.fileId, state: 'done', uploaded }];
}

function faultOf(items: readonly Item[], label: string, required: boolean): string | undefined {
  if (items.some(({ state }) => state === 'sending')) return text.stillSending;
  if (items.some(({ state }) => state === 'failed')) return text.failed;
  return required && items.length === 0 ? messages.ui.validity.choose(label) : undefined;
}

/** 1.2 MB and the like; units of 1,024. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [size, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : [bytes / 1024 ** 2, 'MB'];
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${unit}`;
}
