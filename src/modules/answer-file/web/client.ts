import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { selfCheckContract } from '../../self-check/contract.ts';
import type { answerFileContract } from '../contract.ts';

export const answerFiles = clientFor<typeof answerFileContract>('answer-file');
export const selfCheck = clientFor<typeof selfCheckContract>('self-check');

type Contract = typeof answerFileContract;
export type Reception = OutputOf<typeof selfCheckContract, 'getReception'>;
export type Respondent = Reception['respondents'][number];
export type Intake = OutputOf<Contract, 'getIntake'>;
export type IntakeFile = Intake['files'][number];
export type FileDetail = OutputOf<Contract, 'getIntakeFile'>;
export type OwnPreview = OutputOf<Contract, 'previewOwnFile'>;
