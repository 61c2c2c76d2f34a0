import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { engagementContract } from '../contract.ts';

export const engagement = clientFor<typeof engagementContract>('engagement');

type Contract = typeof engagementContract;
export type Obligation = OutputOf<Contract, 'listObligations'>['obligations'][number];
export type Board = OutputOf<Contract, 'listBoard'>;
export type BoardDuty = Board['items'][number];
export type Forecast = OutputOf<Contract, 'forecastObligations'>;
export type Week = OutputOf<Contract, 'getWeek'>;
export type Waivers = OutputOf<Contract, 'listWaivers'>;
export type CalendarFeed = OutputOf<Contract, 'listCalendarFeeds'>['feeds'][number];
export type Clause = OutputOf<Contract, 'traceClauses'>['clauses'][number];
export type Tasks = OutputOf<Contract, 'listTasks'>;
export type Task = Tasks['tasks'][number];
export type Plan = OutputOf<Contract, 'listPlans'>['plans'][number];
export type Profile = OutputOf<Contract, 'getEngagement'>;
export type OpenPoint = OutputOf<Contract, 'listOpenPoints'>['openPoints'][number];
export type AgreedPoint = OutputOf<Contract, 'listAgreedPoints'>['points'][number];
export type JournalLine = OutputOf<Contract, 'listJournal'>['entries'][number];
export type SpecificationChoice = OutputOf<Contract, 'listSpecifications'>['specifications'][number];
