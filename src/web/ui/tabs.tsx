import { NavLink } from 'react-router';

export interface Tab {
  readonly label: string;
  readonly href: string;
  /** The tab is current only at exactly this address. */
  readonly exact?: boolean;
}

/** Tabs are links: every view has its own address. `name` says what the tabs are for. */
export function Tabs({ name, items }: { name: string; items: readonly Tab[] }) {
  return (
    <nav aria-label={name} data-print="never">
      <ul className="flex flex-wrap gap-x-1 border-b border-solid-gray-420">
        {items.map(({ label, href, exact }) => (
          <li key={href}>
            <NavLink
              to={href}
              end={exact ?? false}
              className="flex min-h-11 items-center border-b-4 border-transparent forced-colors:border-[Canvas] px-4 text-solid-gray-800 hover:border-solid-gray-420 hover:underline aria-[current=page]:border-key-900 aria-[current=page]:font-700 aria-[current=page]:text-key-900"
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
