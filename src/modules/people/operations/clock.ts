/** The time of a demonstration municipality: its people may turn the pages of the year, forwards only. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { addMonths } from '../../../core/calendar/index.ts';
import { untilMorning } from '../rules/instant.ts';
import { moveOwnClock, ownTenant } from '../store/tenant-store.ts';
import { realNow } from './invitation.ts';

export async function advanceDemonstrationClock(
  context: Context,
  input: { readonly to: string },
): Promise<{ today: string }> {
  const tenant = await ownTenant(context.tx);
  if (!tenant.demonstration) {
    throw new AppError('state.refused', {
      message: '日付を進められるのはデモの市だけです。実在の自治体では、実際の日付のまま使ってください。',
    });
  }
  if (input.to <= context.today) throw fieldError('to', '今日より後の日を指定してください。日付は戻せません。');
  if (input.to > addMonths(context.today, 12)) throw fieldError('to', '一度に進められるのは1年までです。');
  const offset = untilMorning(realNow(context), input.to);
  if (!(await moveOwnClock(context.tx, offset))) {
    throw new AppError('state.refused', {
      message: 'ほかの人が先に日付を進めました。画面を開き直して、今の日付を確かめてください。',
    });
  }
  return { today: input.to };
}
