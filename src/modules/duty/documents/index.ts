import type { DocumentProvider } from '../../../kernel/module.ts';
import { disposalReport } from './disposal.ts';
import { confidentialityPaper, handlerNotice, trainingPlan, trainingReport } from './people.ts';

export const documents: readonly DocumentProvider[] = [
  handlerNotice,
  trainingPlan,
  trainingReport,
  confidentialityPaper,
  disposalReport,
];
