import type { DocumentProvider } from '../../../kernel/module.ts';
import { careerSheet } from './career-sheet.ts';
import { teamSheet } from './team-sheet.ts';

export const documents: readonly DocumentProvider[] = [teamSheet, careerSheet];
