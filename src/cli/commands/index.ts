/** Every command, in the order of the overview. */
import type { Command } from '../command.ts';
import { backup } from './backup.ts';
import { exportTenant } from './export.ts';
import { importCommand } from './import.ts';
import { journalVerify } from './journal-verify.ts';
import { openapi } from './openapi.ts';
import { restore } from './restore.ts';
import { serve } from './serve.ts';
import { sum } from './sum.ts';
import { trace } from './trace.ts';
import { userAdd } from './user-add.ts';
import { year } from './year.ts';

export const commands: readonly Command[] = [
  serve,
  year,
  trace,
  journalVerify,
  sum,
  backup,
  restore,
  userAdd,
  importCommand,
  exportTenant,
  openapi,
];
