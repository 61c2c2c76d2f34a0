import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { messages } from '../messages.ja.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import type { NavigationSection } from './modules.ts';

const text = messages.shell;

/** The navigation by group. Below 48em it is folded behind a button and closes after a choice. */
export function SideNavigation({ sections }: { sections: readonly NavigationSection[] }) {
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  const open = openAt === pathname;
  const current = currentEntry(['/', ...sections.flatMap(({ items }) => items.map(({ href }) => href))], pathname);
  return (
    <nav aria-label={text.navigation} data-print="never" className="desktop:w-60 desktop:shrink-0">
      <div className="px-4 pt-4 desktop:hidden">
        <Button
          icon={open ? 'cross' : 'menu'}
          aria-expanded={open}
          aria-controls="navigation"
          onClick={() => setOpenAt(open ? undefined : pathname)}
        >
          {text.menu}
        </Button>
      </div>
      <div
        id="navigation"
        className={classNames(
          'gap-6 px-2 py-4 desktop:ps-4 desktop:sticky desktop:top-0 desktop:max-h-dvh desktop:overflow-y-auto desktop:grid desktop:py-6',
          open ? 'grid' : 'hidden',
        )}
      >
        <ul>
          <NavigationLine href="/" label={text.home.title} current={current === '/'} />
        </ul>
        {sections.map(({ group, items }) => (
          <section key={group} aria-labelledby={`navigation-${group}`}>
            <h2 id={`navigation-${group}`} className="px-4 py-1 text-dns-14B-130 text-solid-gray-700">
              {text.groups[group]}
            </h2>
            <ul>
              {items.map(({ href, label }) => (
                <NavigationLine key={href} href={href} label={label} current={href === current} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}

/** The entry that the page belongs to: of those whose address the page's begins with, the longest. */
export function currentEntry(hrefs: readonly string[], pathname: string): string | undefined {
  return hrefs
    .filter((href) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)))
    .toSorted((a, b) => b.length - a.length)[0];
}

function NavigationLine({ href, label, current }: { href: string; label: string; current: boolean }) {
  return (
    <li>
      <Link
        to={href}
        aria-current={current ? 'page' : undefined}
        className="flex min-h-11 items-center rounded-6 border-s-4 border-transparent forced-colors:border-[Canvas] px-3 py-2 text-dns-16N-130 hover:bg-solid-gray-50 hover:underline aria-[current=page]:border-key-900 aria-[current=page]:bg-key-50 aria-[current=page]:font-700 aria-[current=page]:text-key-1000"
      >
        {label}
      </Link>
    </li>
  );
}
