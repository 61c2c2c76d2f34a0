/** The improvement proposed for a weak item: what a person wrote, otherwise what the item's own explanations say. Pure. */
import type { FormItem } from '../../../core/content-schema/index.ts';

export interface WrittenAdvice {
  readonly item: string;
  readonly text: string;
}

/** Lines. Null when nobody wrote anything and the item explains nothing: then somebody has to. */
export function adviceOf(item: FormItem | undefined, written: readonly WrittenAdvice[]): string | null {
  if (item === undefined) return null;
  const own = written.find((one) => one.item === item.id)?.text.trim();
  if (own !== undefined && own !== '') return own;
  const { good, howToCheck, evidence } = item.guidance ?? {};
  if (good === undefined) return null;
  return [
    `目指す状態：${good}`,
    ...(howToCheck === undefined ? [] : [`確認の方法：${howToCheck}`]),
    ...(evidence === undefined ? [] : [`残す記録：${evidence.join('、')}。`]),
  ].join('\n');
}
