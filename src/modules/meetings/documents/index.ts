import type { ChapterProvider, DocumentProvider } from '../../../kernel/module.ts';
import { meetingsChapter } from './chapter.ts';
import { minutesProvider, progressProvider } from './minutes.ts';
import { noticeProvider } from './notice.ts';
import { paperProviders } from './papers.ts';

export const documents: readonly DocumentProvider[] = [
  minutesProvider,
  progressProvider,
  noticeProvider,
  ...paperProviders,
];
export const chapters: readonly ChapterProvider[] = [meetingsChapter];
