import type { ChapterProvider, DocumentProvider } from '../../../kernel/module.ts';
import { meetingsChapter } from './chapter.ts';
import { minutesProvider, progressProvider } from './minutes.ts';

export const documents: readonly DocumentProvider[] = [minutesProvider, progressProvider];
export const chapters: readonly ChapterProvider[] = [meetingsChapter];
