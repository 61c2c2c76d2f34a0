/** What the operations share: shapes of handlers, the criteria in force. */
import { listContent, readContent } from '../../../kernel/content.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { parseStandard, parseThemes, type Standard, type Theme } from '../../../core/content-schema/index.ts';
import type { analysisContract } from '../contract.ts';
import { type CriteriaVersion, STANDARD_CRITERIA } from '../contract/settings.ts';
import { listCriteria, type StoredCriteria } from '../store/records.ts';

type C = typeof analysisContract;
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

const PRODUCT: CriteriaVersion = {
  number: 0,
  criteria: STANDARD_CRITERIA,
  reason: '製品の標準の基準',
  changedAt: null,
};

export const criteriaView = ({ number, criteria, reason, changedAt }: StoredCriteria): CriteriaVersion => ({
  number,
  criteria,
  reason,
  changedAt: changedAt.toISOString(),
});

export async function allCriteria(context: Context, engagementId: string): Promise<CriteriaVersion[]> {
  return [...(await listCriteria(context.tx, engagementId)).map(criteriaView), PRODUCT];
}

export async function currentCriteria(context: Context, engagementId: string): Promise<CriteriaVersion> {
  const [newest] = await allCriteria(context, engagementId);
  return newest ?? PRODUCT;
}

let kept: { readonly standards: readonly Standard[]; readonly themes: readonly Theme[] } | undefined;

/** Standards and themes that ship with the product. */
export function shipped(): { readonly standards: readonly Standard[]; readonly themes: readonly Theme[] } {
  kept ??= {
    standards: listContent('standards', '.yaml').map((name) => parseStandard(readContent(`standards/${name}`))),
    themes: parseThemes(readContent('vocabulary/themes.yaml')),
  };
  return kept;
}
