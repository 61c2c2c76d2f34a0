/** What a verification must keep to: its window, its order of days, its course. Pure. */
import { formatEra } from '../../../core/calendar/index.ts';
import type { PlanFields, VerificationView } from '../contract.ts';

interface Fault {
  readonly path: string;
  readonly message: string;
}

export function windowFaults({ windowFrom, windowTo }: Pick<PlanFields, 'windowFrom' | 'windowTo'>): Fault[] {
  if (windowFrom < windowTo) return [];
  return [{ path: 'windowTo', message: '実施する時間の終わりが、始まりより前です。日時を確かめてください。' }];
}

/** The run must lie within the window that the city approved; nobody records what has not happened yet. */
export function runFaults(
  { windowFrom, windowTo }: Pick<PlanFields, 'windowFrom' | 'windowTo'>,
  { startedAt, endedAt }: { readonly startedAt: string; readonly endedAt: string },
  today: string,
): Fault[] {
  if (endedAt < startedAt) return [{ path: 'endedAt', message: '終わった日時が、始めた日時より前です。' }];
  if (startedAt.slice(0, 10) > today) return [{ path: 'startedAt', message: 'これから先の実施は記録できません。' }];
  if (startedAt >= windowFrom && endedAt <= windowTo) return [];
  return [
    {
      path: startedAt < windowFrom ? 'startedAt' : 'endedAt',
      message: `市が承認した時間（${spoken(windowFrom)}から${spoken(windowTo)}まで）の外です。時間の外で行ったときは、支障として記録し、市に報告してください。`,
    },
  ];
}

/** 令和8年11月6日 20:00 */
export function spoken(moment: string): string {
  const [day = '', time = ''] = moment.split('T');
  return `${formatEra(day)} ${time}`;
}

type State = VerificationView['state'];

export const editable = (state: State): boolean => state === 'draft' || state === 'returned';
export const runnable = (state: State): boolean => state === 'approved' || state === 'stopped';
export const disturbable = (state: State): boolean => state === 'approved' || state === 'run' || state === 'stopped';
export const cancellable = (state: State): boolean => editable(state) || state === 'submitted' || state === 'approved';
