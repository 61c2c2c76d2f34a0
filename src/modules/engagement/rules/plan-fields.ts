/** What a version of the work plan shows, in the words of the specifications. Pure. */
import type { Task, WorkPlan } from '../contract.ts';

/** Parts that every plan has: its document always writes them (chiba 11(1)ア(ア), koganei 4(1)②ア). */
const ALWAYS = ['業務項目別の作業内容', '作業間の相互関係', '運営体制', 'スケジュール'] as const;

/** The word under which the items to be audited are listed in the contents of a task: 「監査項目：…」. */
const AUDIT_ITEMS = /監査項目\s*[:：]/u;

/**
 * The parts of every plan, and what depends on how far its tasks are written out: 詳細な作業内容 when each task of the
 * contractor has contents, 詳細な監査項目 when one of them lists the items.
 */
export function planFields(tasks: readonly Pick<Task, 'content' | 'owner' | 'excluded' | 'origin'>[]): string[] {
  const own = tasks.filter(({ owner, excluded }) => owner !== 'city' && excluded === null);
  const detailed = own.filter(({ origin }) => origin === 'specification').every(({ content }) => content.trim() !== '');
  return [
    ...ALWAYS,
    ...(own.length > 0 && detailed ? ['詳細な作業内容'] : []),
    ...(own.some(({ content }) => AUDIT_ITEMS.test(content)) ? ['詳細な監査項目'] : []),
  ];
}

/** The version that another one changes: the one approved last before it, otherwise the one before; null for the first. */
export function planBefore<P extends Pick<WorkPlan, 'version' | 'state'>>(plans: readonly P[], plan: P): P | null {
  const earlier = plans.filter(({ version }) => version < plan.version);
  return earlier.findLast(({ state }) => state === 'approved') ?? earlier.at(-1) ?? null;
}
