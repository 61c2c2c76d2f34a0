/** The programmes that come with the product, read once per process. */
import { parseProgramme, type ProgrammeFile } from '../../core/programme/index.ts';
import { listContent, readContent } from '../../kernel/content.ts';
import { AppError } from '../../kernel/error.ts';

let known: readonly ProgrammeFile[] | undefined;

/** In the order in which they are shown. @throws ContentError when a file is broken. */
export function bundledProgrammes(): readonly ProgrammeFile[] {
  known ??= listContent('programmes', '.yaml')
    .map((name) => parseProgramme(readContent(`programmes/${name}`)))
    .sort((a, b) => a.order - b.order);
  return known;
}

export function bundledProgramme(id: string): ProgrammeFile {
  const found = bundledProgrammes().find((file) => file.id === id);
  if (found === undefined) {
    throw new AppError('record.missing', {
      message: '監査の手順が見つかりません。手順の一覧から選び直してください。',
      internal: `programme ${id}`,
    });
  }
  return found;
}
