import { messages } from '../messages.ja.ts';
import { classNames } from './class-names.ts';
import { TextLink } from './text-link.tsx';

export interface Step {
  readonly label: string;
  readonly state: 'done' | 'current' | 'upcoming';
  readonly href?: string;
}

/** The stages of a procedure in order; the state of each is also said in words. */
export function Steps({ name, items }: { name: string; items: readonly Step[] }) {
  return (
    <ol aria-label={name} className="flex flex-wrap gap-2">
      {items.map(({ label, state, href }, index) => (
        <li
          key={label}
          aria-current={state === 'current' ? 'step' : undefined}
          className={classNames(
            'flex min-h-11 items-center gap-2 rounded-8 border px-3 py-1',
            state === 'current' && 'border-key-900 bg-key-50 font-700 text-key-1000',
            state === 'done' && 'border-green-900 text-green-1000',
            state === 'upcoming' && 'border-solid-gray-420 text-solid-gray-700',
          )}
        >
          <span aria-hidden="true">{state === 'done' ? '✓' : index + 1}</span>
          {href === undefined ? label : <TextLink href={href}>{label}</TextLink>}
          <span className="text-dns-14N-130">（{messages.ui.steps[state]}）</span>
        </li>
      ))}
    </ol>
  );
}
