import { useEffect, useSyncExternalStore } from 'react';
import { messages } from '../messages.ja.ts';
import { type Announcement, currentAnnouncements, dismissAnnouncement, watchAnnouncements } from './announce.ts';
import { Icon } from './icons.tsx';

const SHOWN_FOR_MS = 8_000;

/** The one live region of the program. It is always in the page, so that screen readers notice what is put into it. */
export function StatusRegion() {
  const announcements = useSyncExternalStore(watchAnnouncements, currentAnnouncements);
  return (
    <div
      role="status"
      aria-live="polite"
      data-print="never"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-20 grid justify-items-center gap-2 p-4"
    >
      {announcements.map((announcement) => (
        <Toast key={announcement.id} announcement={announcement} />
      ))}
    </div>
  );
}

function Toast({ announcement: { id, text, tone } }: { announcement: Announcement }) {
  useEffect(() => {
    if (tone === 'error' || tone === 'warning') return undefined;
    const timer = setTimeout(() => dismissAnnouncement(id), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [id, tone]);
  return (
    <div className="pointer-events-auto flex max-w-[40rem] items-center gap-3 rounded-8 border border-white bg-solid-gray-900 py-1 ps-4 pe-1 text-white shadow-3">
      <Icon name={tone === 'success' ? 'check' : tone === 'info' ? 'info' : 'warning'} />
      <span>
        <span className="sr-only">{messages.ui.tones[tone]}：</span>
        {text}
      </span>
      <button
        type="button"
        className="grid size-11 place-items-center rounded-6 hover:bg-solid-gray-700"
        aria-label={messages.ui.dismiss}
        onClick={() => dismissAnnouncement(id)}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}
