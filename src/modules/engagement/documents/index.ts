import type { DocumentProvider } from '../../../kernel/module.ts';

export const documents: readonly DocumentProvider[] = [];
