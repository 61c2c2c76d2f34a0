import { messages } from '../messages.ja.ts';

/** How much of a whole is done, in words and as a bar. The bar keeps its fill in forced-colours mode. */
export function Progress({ label, value, max }: { label: string; value: number; max: number }) {
  const share = max === 0 ? 0 : Math.min(1, Math.max(0, value / max));
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap justify-between gap-x-4">
        <span>{label}</span>
        <span>
          {messages.ui.progress(value, max)}（{Math.floor(share * 100)}%）
        </span>
      </div>
      <svg
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={messages.ui.progress(value, max)}
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        className="h-3 w-full rounded-4 border border-solid-gray-536 forced-color-adjust-none"
      >
        <rect width="100" height="4" className="fill-white forced-colors:fill-[Canvas]" />
        <rect width={share * 100} height="4" className="fill-key-900 forced-colors:fill-[Highlight]" />
      </svg>
    </div>
  );
}
