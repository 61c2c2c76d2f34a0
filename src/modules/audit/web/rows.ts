/** Lines of a long checklist in the browser: a page of them at a time. */
import { useSearchParams } from 'react-router';
import type { OutputOf } from '../../../kernel/contract.ts';
import type { auditContract } from '../contract.ts';

export type CheckRow = OutputOf<typeof auditContract, 'listCheckRows'>['rows'][number];
export type Paper = OutputOf<typeof auditContract, 'getPaper'>;

/** Short enough to draw at once, long enough to look over. */
export const PAGE_OF_ROWS = 50;

/** The page of the address, from 1. */
export function usePage(): number {
  const [parameters] = useSearchParams();
  return Math.max(1, Math.trunc(Number(parameters.get('page') ?? '1')) || 1);
}
