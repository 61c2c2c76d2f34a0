/** What the parts of a scripted year share: the world, the data, the cast, and the ids that the product gave. */
import type { Step, World } from '../../../src/cli/year/year.ts';
import type { CastMember } from './cast.ts';
import type { YearData } from './data.ts';
import type { Moment } from './moment.ts';

export interface Play {
  readonly world: World;
  readonly data: YearData;
  readonly cast: readonly CastMember[];
  readonly keep: (name: string, id: string) => void;
  /** @throws when the step that makes it has not run. */
  readonly get: (name: string) => string;
  /** `{ engagementId }`, for every operation on the engagement. */
  readonly engagement: () => { engagementId: string };
}

export function createPlay(world: World, data: YearData, cast: readonly CastMember[]): Play {
  const ids = new Map<string, string>();
  const get = (name: string): string => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`nothing is known as "${name}" yet`);
    return id;
  };
  return {
    world,
    data,
    cast,
    keep: (name, id) => void ids.set(name, id),
    get,
    engagement: () => ({ engagementId: get('engagement') }),
  };
}

export const step = (at: Moment, title: string, run: () => Promise<void>): Step => ({ at, title, run });

/** Ids of the team's members, in the order of the data. */
export const memberIds = ({ data, get }: Play): string[] => data.members.map(({ key }) => get(`member:${key}`));

/** People as participants of a meeting; the contractor's as members of the team where their qualification matters. */
export function participants(
  { world, cast, get }: Play,
  keys: readonly string[],
  { members = false }: { readonly members?: boolean } = {},
) {
  return cast
    .filter(({ key }) => keys.includes(key))
    .map(({ key, displayName, party }) => ({
      personId: members && party === 'contractor' ? get(`member:${key}`) : world.caller(key).accountId,
      name: displayName,
      side: party === 'contractor' ? ('contractor' as const) : ('city' as const),
    }));
}
