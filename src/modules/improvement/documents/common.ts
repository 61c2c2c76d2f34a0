/** What the papers of the module share. */
import { formatEra, formatEraShort } from '../../../core/calendar/index.ts';
import { toTheCity } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { EngagementProfile } from '../../engagement/contract.ts';
import type { PlanView } from '../contract.ts';
import { PLAN_STATE_NAMES } from '../labels.ts';

export interface Head {
  readonly engagement: EngagementProfile;
  readonly today: string;
}

export const particulars = ({ engagement, today }: Head, title: string, orientation: 'portrait' | 'landscape') => ({
  title,
  date: formatEra(today),
  created: today,
  orientation,
  ...toTheCity(engagement),
});

export const missing = (message: string): AppError => new AppError('record.missing', { message });

export const dayText = (day: string | null): string => (day === null ? '' : formatEraShort(day));
export const orDash = (text: string): string => (text.trim() === '' ? '―' : text);

/** The state with what it waits for, as a paper says it. */
export const stateText = ({ state, percent }: PlanView): string =>
  state === 'approved' ? `${PLAN_STATE_NAMES[state]}（${percent}％）` : PLAN_STATE_NAMES[state];

/** Found again: 2回目. */
export const timesText = (times: number): string => (times === 1 ? '初めて' : `${times}回目`);
