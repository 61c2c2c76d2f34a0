/** Which duties a person sees, and in which order. Pure. */
import { BOARD_GROUPS } from '../../../core/obligation/board.ts';
import { OBLIGATION_STATES } from '../../../core/obligation/obligation.ts';
import type { ParsedInputOf } from '../../../kernel/contract.ts';
import type { BoardItem, engagementContract } from '../contract.ts';

type BoardInput = ParsedInputOf<typeof engagementContract, 'listBoard'>;

/** What the board is asked for, as it stands in the address of the page. */
export type BoardQuery = Omit<BoardInput, 'engagementId' | 'pageSize'>;

/** The side whose duties a person sees first; people of neither side see all. */
export function ownParty(party: string): 'city' | 'contractor' | 'all' {
  return party === 'city' || party === 'contractor' ? party : 'all';
}

/** Words of the address that the board does not know are left out, so that an old link still opens. */
export function boardQuery(parameters: URLSearchParams, party: string): BoardQuery {
  const text = (name: string): string => parameters.get(name) ?? '';
  const one = <T extends string>(name: string, allowed: readonly T[], otherwise: T): T =>
    allowed.find((value) => value === parameters.get(name)) ?? otherwise;
  const month = text('month');
  return {
    party: one<BoardQuery['party']>('party', ['all', 'contractor', 'city'], ownParty(party)),
    state: one<BoardQuery['state']>('state', ['all', 'open', ...OBLIGATION_STATES], 'open'),
    group: one<BoardQuery['group']>('group', ['all', ...BOARD_GROUPS], 'all'),
    capability: text('capability').slice(0, 60),
    kind: text('kind').slice(0, 60),
    clause: text('clause').slice(0, 100),
    person: text('person').slice(0, 200),
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : '',
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(text('page'))) || 1)),
  };
}

/** Is one of the finer conditions in use? */
export function isNarrowed({ capability, kind, clause, person, month }: BoardQuery): boolean {
  return [capability, kind, clause, person, month].some((value) => value !== '');
}

/** The duties of a page in the order in which they came, by group. */
export function groupsOf<D extends Pick<BoardItem, 'group'>>(
  duties: readonly D[],
): readonly { readonly group: D['group']; readonly duties: readonly D[] }[] {
  return [...Map.groupBy(duties, ({ group }) => group)].map(([group, own]) => ({ group, duties: own }));
}
