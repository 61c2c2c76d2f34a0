/** Pure decisions about the contractor's security duties. */
import type { Day } from '../../core/calendar/index.ts';
import type { DutyConditions } from '../../core/specification/index.ts';
import type { Entry, Kind } from './records.ts';

/** All records of the module by kind. */
export type Records = { readonly [K in Kind]: readonly Entry<K>[] };

/** What is still lacking before a member may handle protected assets; only what the specification asks for can lack. */
export function lackingForLevel3(memberId: string, records: Records, conditions: DutyConditions): readonly string[] {
  const lacking: string[] = [];
  if (conditions.rules !== undefined && !records.acknowledgement.some((entry) => entry.memberId === memberId)) {
    lacking.push('規程の確認');
  }
  const notified = records['handler-notice'].some(({ handlers }) =>
    handlers.some((handler) => handler.memberId === memberId),
  );
  if (conditions.handlerNotice !== undefined && !notified) lacking.push('情報取扱従事者としての通知');
  if (conditions.training !== undefined && !records.training.some(({ attendees }) => attendees.includes(memberId))) {
    lacking.push('研修の受講');
  }
  const signed = records.confidentiality.some((entry) => entry.memberId === memberId);
  if (conditions.confidentiality !== undefined && !signed) lacking.push('守秘の誓約');
  return lacking;
}

/** True while the member may handle level 3 assets. */
export const mayHandleLevel3 = (memberId: string, records: Records): boolean =>
  records.grant.some((grant) => grant.memberId === memberId && grant.revokedOn === null);

/** The person who answers for level 3 assets now, or undefined. */
export const currentManager = (records: Records): Entry<'information-manager'> | undefined =>
  records['information-manager'].find(({ endedOn }) => endedOn === null);

/** What must come before a protected asset may be received, as sentences' ends; empty when nothing is lacking. */
export function lackingForReceipt(records: Records, conditions: DutyConditions): readonly string[] {
  const lacking: string[] = [];
  if (conditions.manager !== undefined && currentManager(records) === undefined) {
    lacking.push(`${conditions.manager.role}の選任`);
  }
  const unprevented = (conditions.measures?.prevents ?? []).filter(
    (danger) => !records.measure.some(({ prevents }) => prevents.includes(danger)),
  );
  if (unprevented.length > 0) lacking.push(`${unprevented.join('・')}を防ぐ措置の登録`);
  return lacking;
}

/** Materials and copies that are neither returned nor erased. */
export function unsettled(records: Records): {
  readonly materials: readonly Entry<'material'>[];
  readonly copies: readonly Entry<'copy'>[];
} {
  return {
    materials: records.material.filter(({ returnedOn, erased }) => returnedOn === null && erased === null),
    copies: records.copy.filter(({ state }) => state === 'made'),
  };
}

/** Whether a cloud service may hold data of the engagement on the day. */
export function cloudUsable(service: Entry<'cloud-service'>, day: Day): boolean {
  return service.state === 'in-use' && (service.validTo === null || service.validTo >= day);
}

/** The assets whose handling is limited, in the words of the specification. */
export const assetsOf = ({ protectedAssets, level }: DutyConditions): string =>
  protectedAssets ?? (level === undefined ? '保護すべき情報資産' : `機密性${level}の情報資産`);

/** Places to which something was carried out and from which it should have come back. */
export const overdueCarryOuts = (records: Records, day: Day): readonly Entry<'carry-out'>[] =>
  records['carry-out'].filter(({ state, backBy }) => state === 'taken' && backBy < day);
