import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type BadgeTone = 'neutral' | 'info' | 'success' | 'warning' | 'error';

const tones: Record<BadgeTone, string> = {
  neutral: 'border-solid-gray-536 bg-white text-solid-gray-800',
  info: 'border-key-900 bg-key-50 text-key-1000',
  success: 'border-green-900 bg-green-50 text-green-1000',
  warning: 'border-yellow-1000 bg-yellow-50 text-yellow-1200',
  error: 'border-red-900 bg-red-50 text-red-1000',
};

/** A short state in words; the colour only repeats it. `strong` fills the badge for what must not be overlooked. */
export function StatusBadge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex min-h-7 items-center rounded-8 border px-2 text-oln-14B-100 whitespace-nowrap print:border-black',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
