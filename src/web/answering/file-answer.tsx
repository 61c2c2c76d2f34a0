import { useEffect, useRef, useState } from 'react';
import type { FormItem } from '../../core/content-schema/index.ts';
import { announce, Button, FileUpload, Problem } from '../ui/index.ts';
import { asRequestError } from '../ui/use-load.ts';
import type { RequestError, UploadedFile } from '../client.ts';
import { messages } from './messages.ja.ts';

const text = messages.file;

/** Where the files of a sheet are kept; absent where a form is only looked at. */
export interface SheetFiles {
  /** The name of an attached file. */
  readonly name: (fileId: string) => string | undefined;
  /** Takes an upload in use for an item of the sheet. */
  readonly attach: (item: string, file: UploadedFile) => Promise<void>;
}

/** The files that answer an item: those attached, and a field for further ones. */
export function FileAnswer({
  item,
  name,
  label,
  fileIds,
  files,
  onChange,
}: {
  item: Extract<FormItem, { type: 'file' }>;
  name: string;
  label: string;
  fileIds: readonly string[];
  files: SheetFiles | null;
  onChange: (fileIds: readonly string[]) => void;
}) {
  const [round, setRound] = useState(0);
  const [problem, setProblem] = useState<RequestError | null>(null);
  const part = useRef<HTMLDivElement>(null);
  // The field starts anew with each file that it took; the person goes on where they were.
  useEffect(() => {
    if (round > 0) part.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [round]);
  const latest = useRef(fileIds);
  latest.current = fileIds;

  const take = async (uploaded: readonly UploadedFile[]): Promise<void> => {
    if (files === null || uploaded.length === 0) return;
    try {
      for (const file of uploaded) {
        await files.attach(item.id, file);
        latest.current = [...latest.current, file.fileId];
        onChange(latest.current);
      }
      setProblem(null);
    } catch (error) {
      setProblem(asRequestError(error));
    }
    setRound(round + 1);
  };
  const nameOf = (id: string): string => files?.name(id) ?? text.unknown;
  const full = fileIds.length >= item.maxFiles;
  return (
    <div ref={part} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {files === null || full ? (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-2" data-field={name} data-label={label}>
          <p className="text-std-16B-170">{label}</p>
          <p className="text-solid-gray-700">{files === null ? text.preview : text.full}</p>
        </div>
      ) : (
        <FileUpload
          key={round}
          name={name}
          label={label}
          hint={text.hint(item.maxFiles)}
          onChange={(uploaded) => void take(uploaded)}
        />
      )}
      {problem !== null && <Problem problem={problem} />}
      {fileIds.length > 0 && (
        <div>
          <p>{text.attached}</p>
          <ul className="grid gap-2">
            {fileIds.map((id) => (
              <li key={id} className="flex flex-wrap items-center gap-3">
                <span className="min-w-0 [overflow-wrap:anywhere]">{nameOf(id)}</span>
                <Button
                  size="small"
                  variant="text"
                  aria-label={text.removeLabel(nameOf(id))}
                  onClick={() => {
                    onChange(fileIds.filter((other) => other !== id));
                    announce(text.removed(nameOf(id)));
                    setRound(round + 1);
                  }}
                >
                  {text.remove}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
