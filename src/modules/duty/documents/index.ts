import type { DocumentProvider } from '../../../kernel/module.ts';
import { disposalReport } from './disposal.ts';
import { erasureCertificate } from './erasure.ts';
import { incidentPaper, oathPaper, obligationsPaper } from './oaths.ts';
import { materialRegister } from './register.ts';
import { confidentialityPaper, handlerNotice, trainingPlan, trainingReport } from './people.ts';

export const documents: readonly DocumentProvider[] = [
  handlerNotice,
  trainingPlan,
  trainingReport,
  confidentialityPaper,
  disposalReport,
  materialRegister,
  oathPaper,
  obligationsPaper,
  incidentPaper,
  erasureCertificate,
];
