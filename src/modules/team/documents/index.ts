import type { DocumentProvider } from '../../../kernel/module.ts';
import { teamSheet } from './team-sheet.ts';

export const documents: readonly DocumentProvider[] = [teamSheet];
