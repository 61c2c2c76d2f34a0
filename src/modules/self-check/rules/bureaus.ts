/** Bureaus as results are told by them. Small cities have none, and some departments belong to none. */

/** What stands in the place of a bureau. */
export const NO_BUREAU = '局に属さない所属';

/** Whether departments can be told apart by bureau; without bureaus such tables and charts say nothing. */
export const tellsBureaus = (names: readonly string[]): boolean =>
  names.some((name) => name !== '' && name !== NO_BUREAU);

/** In a column beside departments; empty where there is no bureau. */
export const bureauCell = (name: string): string => (name === NO_BUREAU ? '' : name);

/** The departments that are asked: those of bureaus, or all where the city has no bureaus. */
export function askedSections<D extends { readonly bureauId: string | null }>(departments: readonly D[]): readonly D[] {
  const inBureaus = departments.filter(({ bureauId }) => bureauId !== null);
  return inBureaus.length > 0 ? inBureaus : departments;
}
