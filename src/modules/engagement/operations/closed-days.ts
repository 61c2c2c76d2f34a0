/** Days on which the city alone is closed: they move every date that is counted in open days. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import type { engagementContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { saveClosedDays, selectClosedDays } from '../store-board.ts';
import { requireEngagement } from '../store.ts';

type Contract = typeof engagementContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function listClosedDays(context: Context, { engagementId }: In<'listClosedDays'>): Out<'listClosedDays'> {
  await requireEngagement(context.tx, engagementId);
  return selectClosedDays(context.tx, engagementId);
}

export async function setClosedDays(context: Context, input: In<'setClosedDays'>): Out<'setClosedDays'> {
  const { engagementId, days, version } = input;
  await requireEngagement(context.tx, engagementId);
  days.forEach(({ day }, position) => {
    if (days.findIndex((other) => other.day === day) === position) return;
    throw fieldError(`days.${position}.day`, '同じ日が二度あります。どちらかを消してください。');
  });
  const sorted = days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  await saveClosedDays(context.tx, engagementId, sorted, version);
  facts.record(context, 'calendar.closed-days-set', {
    engagementId,
    subject: engagementId,
    data: { days: days.length },
  });
  return OK;
}
