import { useMemo, useState } from 'react';
import type { SheetFiles } from '../../../web/answering/file-answer.tsx';
import { type Sheet, selfCheck } from './client.ts';

/** The files of a sheet: those that the server knows, and those attached since the page was opened. */
export function useSheetFiles({ campaignId, respondentId, files }: Sheet): SheetFiles {
  const [added, setAdded] = useState<Readonly<Record<string, string>>>({});
  return useMemo(
    () => ({
      name: (fileId) => added[fileId] ?? files.find(({ id }) => id === fileId)?.name,
      attach: async (item, { fileId, name }) => {
        await selfCheck.attachAnswerFile({ campaignId, respondentId, item, fileId });
        setAdded((before) => ({ ...before, [fileId]: name }));
      },
    }),
    [campaignId, respondentId, files, added],
  );
}
