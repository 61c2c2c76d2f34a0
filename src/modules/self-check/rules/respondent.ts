/** Whose a sheet is. Pure. */

/** One respondent: who answers for what. */
export interface Respondent {
  readonly kind: 'department' | 'person' | 'affair';
  readonly department_id: string;
  readonly account_id: string | null;
  readonly delegate_id: string | null;
}

export interface Answerer {
  readonly accountId: string;
  readonly departmentIds: readonly string[];
}

/** What a respondent is called; persons by the list of the campaign, as long as it is kept. */
export function respondentName(
  respondent: Pick<Respondent, 'kind'> & {
    readonly respondent_id: string;
    readonly department_name: string;
    readonly affair_name: string;
  },
  people: ReadonlyMap<string, string>,
): string {
  switch (respondent.kind) {
    case 'department':
      return respondent.department_name;
    case 'affair':
      return respondent.affair_name;
    case 'person':
      return people.get(respondent.respondent_id) ?? '';
  }
}

/** A department's or an affair's sheet is every colleague's of the department; a person's is the person's alone. */
export function isOwner(respondent: Respondent, who: Answerer): boolean {
  return respondent.kind === 'person'
    ? respondent.account_id === who.accountId
    : who.departmentIds.includes(respondent.department_id);
}

/** Whether a notice to the respondent reaches an account: by its department, or because the sheet is the person's. */
export function isReached(
  respondent: Respondent,
  account: { readonly id: string; readonly departmentId: string | null },
): boolean {
  if (respondent.delegate_id === account.id) return true;
  return respondent.kind === 'person'
    ? respondent.account_id === account.id
    : account.departmentId === respondent.department_id;
}

/** The owner, and the colleague to whom the sheet was passed. */
export function mayAnswer(respondent: Respondent, who: Answerer): boolean {
  return isOwner(respondent, who) || respondent.delegate_id === who.accountId;
}
