/** The operations of the module and small helpers that several of its pages use. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { internalAuditContract } from '../contract.ts';

export const internalAudit = clientFor<typeof internalAuditContract>('internal-audit');

type Out<K extends keyof (typeof internalAuditContract)['operations']> = OutputOf<typeof internalAuditContract, K>;
export type Line = Out<'listReports'>['reports'][number];
export type Reports = Out<'getReports'>;
export type OwnReport = Out<'getOwnReport'>;
export type Report = Reports['versions'][number];
export type Review = Reports['reviews'][number];
export type Audit = NonNullable<Reports['audit']>;
export type Observation = Report['observations'][number];
export type Doubt = Out<'getDoubts'>['doubts'][number];

export const reportsHref = (engagementId: string, targetId = ''): string =>
  `/engagements/${engagementId}/internal-audit${targetId === '' ? '' : `/${targetId}`}`;
export const ownHref = (engagementId: string, targetId = ''): string =>
  `/engagements/${engagementId}/own-internal-audit${targetId === '' ? '' : `/${targetId}`}`;

export function choicesOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export const FORMATS = ['docx', 'pdf'] as const;
