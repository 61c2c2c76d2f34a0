/** Arithmetic on instants that are passed in. */

/** @param milliseconds may be negative. */
export function later(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}

/** Milliseconds from an instant to nine o'clock in Japan on a day: the office opens. */
export function untilMorning(instant: Date, day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`) - instant.getTime();
}
