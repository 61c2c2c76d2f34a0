/** Files that the person chose: they are kept inside the page, and go into the answer file. */
import { type AnswerSheet, textsOf } from '../../../core/assessment/answer.ts';
import type { AnswerAttachment } from '../rules/answer-json.ts';
import { FILE_BYTES, idOfHash, SHEET_BYTES } from '../rules/attachment.ts';
import type { FileItem } from '../rules/holder.ts';
import { button, make } from './dom.ts';
import { words } from './words.ja.ts';

/** Files by item and id; those that no answer names any more stay until the page is left. */
const chosen = new Map<string, AnswerAttachment>();
const keyOf = ({ item, id }: Pick<AnswerAttachment, 'item' | 'id'>): string => `${item} ${id}`;

/** What the answers name of the chosen files. */
export function attachmentsOf(answers: AnswerSheet): readonly AnswerAttachment[] {
  return [...chosen.values()].filter(({ item, id }) => textsOf(answers[item]).includes(id));
}

export function takeAttachments(attachments: readonly AnswerAttachment[]): void {
  for (const one of attachments) chosen.set(keyOf(one), one);
}

/** The answers without the files that were chosen here, which the browser's storage has no room for. */
export function withoutChosen(answers: AnswerSheet): AnswerSheet {
  const items = new Set([...chosen.values()].map(({ item }) => item));
  return Object.fromEntries(
    Object.entries(answers).map(([item, answer]) => {
      if (!items.has(item)) return [item, answer];
      return [item, { ...answer, value: textsOf(answer).filter((id) => !chosen.has(keyOf({ item, id }))) }];
    }),
  );
}

/** The field of a file item: a chooser, and what is attached with a way to take it off again. */
export function filePart(
  item: FileItem,
  label: string,
  {
    ids: initial,
    names,
    all,
    onChange,
  }: {
    readonly ids: readonly string[];
    /** Names of files that are attached to the stored sheet. */
    readonly names: ReadonlyMap<string, string>;
    /** All answers as they are now: the files of a sheet together have a largest size. */
    readonly all: () => AnswerSheet;
    readonly onChange: (ids: readonly string[]) => void;
  },
): HTMLElement {
  let ids = initial;
  const id = `answer-${item.id}`;
  const said = make('p', { class: 'problem', role: 'alert', id: `${id}-said` });
  const list = make('ul', { class: 'files' });
  const chooser = make('input', { type: 'file', id, multiple: item.maxFiles > 1, 'aria-describedby': `${id}-hint` });
  const nameOf = (file: string): string =>
    chosen.get(keyOf({ item: item.id, id: file }))?.name ?? names.get(file) ?? words.storedFile;
  const change = (next: readonly string[]): void => {
    ids = next;
    onChange(ids);
    draw();
  };
  const draw = (): void => {
    list.replaceChildren(
      ...ids.map((file) =>
        make(
          'li',
          {},
          make('span', {}, nameOf(file)),
          button(
            words.removeFile,
            () => {
              change(ids.filter((one) => one !== file));
              chooser.focus();
            },
            { class: 'quiet', 'aria-label': words.removeFileOf(nameOf(file)) },
          ),
        ),
      ),
    );
    list.hidden = ids.length === 0;
  };
  const refusalOf = (file: File): string | null => {
    if (file.size === 0) return words.fileEmpty(file.name);
    if (file.size > FILE_BYTES) return words.fileTooLarge(file.name, FILE_BYTES);
    const together = attachmentsOf(all()).reduce((sum, { size }) => sum + size, 0) + file.size;
    if (together > SHEET_BYTES) return words.filesTooLarge(file.name, SHEET_BYTES);
    return ids.length >= item.maxFiles ? words.filesTooMany(file.name, item.maxFiles) : null;
  };
  const take = async (files: readonly File[]): Promise<void> => {
    const refusals: string[] = [];
    for (const file of files) {
      const refusal = refusalOf(file);
      if (refusal !== null) {
        refusals.push(refusal);
        continue;
      }
      const attachment = await attachmentFrom(item.id, file);
      if (ids.includes(attachment.id)) {
        refusals.push(words.fileTwice(file.name));
        continue;
      }
      takeAttachments([attachment]);
      change([...ids, attachment.id]);
    }
    said.textContent = refusals.join(' ');
  };
  chooser.addEventListener('change', () => {
    const files = [...(chooser.files ?? [])];
    void take(files).finally(() => {
      chooser.value = '';
    });
  });
  draw();
  return make(
    'div',
    { class: 'field' },
    make('label', { for: id }, label),
    make('p', { class: 'hint', id: `${id}-hint` }, words.fileHint(item.maxFiles, FILE_BYTES, SHEET_BYTES)),
    chooser,
    said,
    list,
  );
}

async function attachmentFrom(item: string, file: File): Promise<AnswerAttachment> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id: idOfHash(sha256), item, name: file.name, size: bytes.length, sha256, content: base64Of(bytes) };
}

/** In parts, for a call takes no more than some ten thousand arguments. */
function base64Of(bytes: Uint8Array): string {
  const PART = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += PART) text += String.fromCodePoint(...bytes.subarray(at, at + PART));
  return btoa(text);
}
