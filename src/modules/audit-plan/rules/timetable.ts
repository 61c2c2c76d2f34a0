/**
 * The timetable as pure rules: what stands against a time, and a proposal that keeps them. Nobody and no place is used
 * twice at once; who comes from another place needs the way; a department is heard once at a time.
 */

export interface Slot {
  readonly id: string;
  readonly targetId: string;
  readonly departmentIds: readonly string[];
  readonly day: string;
  /** `09:30`. */
  readonly from: string;
  readonly to: string;
  readonly place: string;
  /** `member <id>` or `city <id>`. */
  readonly people: readonly string[];
  readonly travelMinutes: number;
}

export interface Clash {
  readonly kind: 'person' | 'place' | 'department' | 'travel';
  /** The person, place or department. */
  readonly what: string;
  readonly other: Slot;
}

export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Everything that stands against a slot among the others; the same slot is left out. */
export function clashesOf(slot: Slot, others: readonly Slot[]): Clash[] {
  return others
    .filter((other) => other.id !== slot.id && other.day === slot.day)
    .flatMap((other): Clash[] => {
      if (overlap(slot, other, 0)) return sameTime(slot, other);
      const way = slot.place === other.place ? 0 : wayBetween(slot, other);
      if (!overlap(slot, other, way)) return [];
      return common(slot.people, other.people).map((what) => ({ kind: 'travel', what, other }));
    });
}

function sameTime(slot: Slot, other: Slot): Clash[] {
  return [
    ...common(slot.people, other.people).map((what): Clash => ({ kind: 'person', what, other })),
    ...(slot.place === other.place ? [{ kind: 'place', what: slot.place, other } as const] : []),
    ...common(slot.departmentIds, other.departmentIds).map((what): Clash => ({ kind: 'department', what, other })),
  ];
}

/** The way that the later one needs. */
function wayBetween(a: Slot, b: Slot): number {
  return minutesOf(a.from) <= minutesOf(b.from) ? b.travelMinutes : a.travelMinutes;
}

function overlap(a: Slot, b: Slot, way: number): boolean {
  return minutesOf(a.from) < minutesOf(b.to) + way && minutesOf(b.from) < minutesOf(a.to) + way;
}

function common(a: readonly string[], b: readonly string[]): string[] {
  return a.filter((one) => b.includes(one));
}

/** One session that needs a time. */
export interface Wish {
  readonly targetId: string;
  readonly departmentIds: readonly string[];
  readonly minutes: number;
  readonly people: readonly string[];
  readonly place: string;
}

export interface ProposalInput {
  readonly wishes: readonly Wish[];
  /** Open days in order. */
  readonly days: readonly string[];
  /** The department cannot take part on this day, or the whole city cannot. */
  readonly isBlocked: (day: string, departmentIds: readonly string[]) => boolean;
  /** Times of a day in which a session lies wholly. */
  readonly hours: readonly { readonly from: string; readonly to: string }[];
  readonly travelMinutes: number;
  readonly perDay: number;
  readonly existing: readonly Slot[];
}

export interface Proposal {
  readonly slots: readonly Slot[];
  readonly unplaced: readonly { readonly targetId: string; readonly reason: string }[];
}

/** Sessions begin on the quarter of an hour. */
const STEP = 15;

/** The earliest time for each wish in its order; deterministic. */
export function proposeTimetable(input: ProposalInput): Proposal {
  const slots: Slot[] = [];
  const unplaced: { targetId: string; reason: string }[] = [];
  for (const [index, wish] of input.wishes.entries()) {
    const found = earliest(wish, `proposal ${index}`, input, [...input.existing, ...slots]);
    if (found === undefined) unplaced.push({ targetId: wish.targetId, reason: reasonOf(wish, input) });
    else slots.push(found);
  }
  return { slots, unplaced };
}

function earliest(wish: Wish, id: string, input: ProposalInput, taken: readonly Slot[]): Slot | undefined {
  for (const day of input.days) {
    if (input.isBlocked(day, wish.departmentIds)) continue;
    if (taken.filter((slot) => slot.day === day).length >= input.perDay) continue;
    for (const { from, to } of input.hours) {
      for (let start = minutesOf(from); start + wish.minutes <= minutesOf(to); start += STEP) {
        const slot: Slot = {
          id,
          targetId: wish.targetId,
          departmentIds: wish.departmentIds,
          day,
          from: clockOf(start),
          to: clockOf(start + wish.minutes),
          place: wish.place,
          people: wish.people,
          travelMinutes: input.travelMinutes,
        };
        if (clashesOf(slot, taken).length === 0) return slot;
      }
    }
  }
  return undefined;
}

function reasonOf(wish: Wish, { hours, days, isBlocked }: ProposalInput): string {
  if (!hours.some(({ from, to }) => minutesOf(to) - minutesOf(from) >= wish.minutes))
    return '一日の時間の枠に収まりません。時間を分けるか、短くしてください。';
  if (days.every((day) => isBlocked(day, wish.departmentIds)))
    return '期間の全ての日が、所属又は市の作業を避ける期間に当たります。期間を広げてください。';
  return '期間の中に、監査人、場所及び一日の件数が空いている時間がありません。期間を広げるか、監査人を増やしてください。';
}
