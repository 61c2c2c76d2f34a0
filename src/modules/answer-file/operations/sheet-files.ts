/** The files of a sheet that was just read: those inside an answer file, and the names in a workbook. Both are hostile. */
import { z } from 'zod';
import { type AnswerSheet, type ItemAnswer, textsOf } from '../../../core/assessment/index.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import { sha256Of } from '../../../kernel/canonical.ts';
import { idOfHash, type WantedFile } from '../rules/attachment.ts';
import type { FileProblem } from '../store.ts';

/** A file inside an answer file, before it has passed the rules of uploads. */
export interface InsideFile extends WantedFile {
  readonly bytes: Uint8Array;
}

/** Names in the cells of a workbook become ids that stand for the files. */
export function namedFiles(
  form: Questionnaire,
  read: AnswerSheet,
): { readonly answers: AnswerSheet; readonly wanted: readonly WantedFile[] } {
  const answers: Record<string, ItemAnswer> = { ...read };
  const wanted = fileItems(form).flatMap(({ id: item, number }) => {
    const own = textsOf(read[item]).map((name): WantedFile => {
      return { id: idOfHash(sha256Of(name)), item, number, name, from: 'beside' };
    });
    if (own.length > 0) answers[item] = { value: own.map(({ id }) => id) };
    return own;
  });
  return { answers, wanted };
}

/** More than a sheet may name over all its items. */
const MOST = 200;
const attachment = z.strictObject({
  id: z.string().max(60),
  item: z.string().max(60),
  name: z.string().min(1).max(300),
  size: z.int().min(0),
  sha256: z.string().max(64),
  content: z.string(),
});

/** Files that the answers name: out of the file itself, or stored already; what nothing names is left out. */
export function insideFiles(
  form: Questionnaire,
  answers: AnswerSheet,
  given: unknown,
): {
  readonly inside: readonly InsideFile[];
  readonly wanted: readonly WantedFile[];
  readonly problems: FileProblem[];
} {
  const problems: FileProblem[] = [];
  const inside: InsideFile[] = [];
  const wanted: WantedFile[] = [];
  const list = z
    .array(attachment)
    .max(MOST)
    .safeParse(given ?? []);
  if (!list.success) {
    const message = '添付ファイルの形が正しくありません。回答票で回答ファイルを作り直してください。';
    return { inside, wanted, problems: [{ item: null, place: '', message }] };
  }
  for (const { id: item, number } of fileItems(form)) {
    for (const id of textsOf(answers[item])) {
      const found = list.data.find((one) => one.id === id && one.item === item);
      if (found === undefined) {
        wanted.push({ id, item, number, name: '', from: 'stored' });
        continue;
      }
      const bytes = Buffer.from(found.content, 'base64');
      const { name, sha256, size } = found;
      if (bytes.length !== size || sha256Of(bytes) !== sha256) {
        const message = `問${number}：添付ファイル「${name}」が途中で壊れたか、書き換えられています。回答票で回答ファイルを作り直してください。`;
        problems.push({ item: number, place: '', message });
      } else inside.push({ id, item, number, name, from: 'inside', sha256, bytes });
    }
  }
  return { inside, wanted, problems };
}

const fileItems = (form: Questionnaire) =>
  form.sections.flatMap(({ items }) => items.filter(({ type }) => type === 'file'));
