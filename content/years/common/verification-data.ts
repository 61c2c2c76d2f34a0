/** The technical verifications of a year. */
import type { InputOf } from '../../../src/kernel/contract.ts';
import type { verificationContract } from '../../../src/modules/verification/contract.ts';
import type { Moment } from './moment.ts';

type Contract = typeof verificationContract;

export interface PlannedVerification {
  /** Id of the bundled programme, and the place of the target in its audit. */
  readonly source: string;
  readonly target: number;
  readonly submitted: Moment;
  readonly approved: Moment;
  readonly conditions: string;
  readonly recorded: Moment;
  readonly plan: Omit<InputOf<Contract, 'draftVerification'>, 'targetId'>;
  readonly run: Omit<InputOf<Contract, 'recordRun'>, 'verificationId' | 'version' | 'files'>;
  /** Title and text of what the tool wrote. */
  readonly records: readonly { readonly title: string; readonly text: string }[];
}
