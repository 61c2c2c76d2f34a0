import { messages } from '../messages.ja.ts';

/** Shown while something is being read. Appears only after a moment, so that quick answers do not flicker. */
export function Loading({ label = messages.ui.loading }: { label?: string }) {
  return (
    <p role="status" className="animate-[appear_0s_0.4s_both] py-6 text-solid-gray-700">
      {label}
    </p>
  );
}
