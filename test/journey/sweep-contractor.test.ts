import { sweep } from './harness/sweep.ts';

sweep(['pm', 'lead', 'auditor', 'assistant', 'quality', 'vendor']);
