/** Short messages after an action (「保存しました。」), shown and read aloud by the status region of the shell. */
import type { Tone } from './notice.tsx';

export interface Announcement {
  readonly id: number;
  readonly text: string;
  readonly tone: Tone;
}

let announcements: readonly Announcement[] = [];
let counter = 0;
const listeners = new Set<() => void>();

/** Errors stay until dismissed; the others are taken away by the region after a while. */
export function announce(text: string, tone: Tone = 'success'): void {
  counter += 1;
  change([...announcements.filter((other) => other.text !== text), { id: counter, text, tone }].slice(-3));
}

export function dismissAnnouncement(id: number): void {
  change(announcements.filter((announcement) => announcement.id !== id));
}

export function currentAnnouncements(): readonly Announcement[] {
  return announcements;
}

export function watchAnnouncements(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly Announcement[]): void {
  announcements = next;
  for (const listener of listeners) listener();
}
