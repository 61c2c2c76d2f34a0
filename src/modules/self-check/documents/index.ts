import type { ChapterProvider, DocumentProvider } from '../../../kernel/module.ts';

export const documents: readonly DocumentProvider[] = [];
export const chapters: readonly ChapterProvider[] = [];
