import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A link inside the product, or a plain link for `/api/` and `#` addresses. */
export function TextLink({ href, children, lang }: { href: string; children: ReactNode; lang?: string }) {
  // The padding of an inline box widens the target to 24 px without moving the lines.
  const className =
    'py-1 text-key-900 underline underline-offset-3 hover:text-key-1000 hover:decoration-2 active:text-key-1200';
  return href.startsWith('/api/') || href.startsWith('#') ? (
    <a href={href} className={className} lang={lang}>
      {children}
    </a>
  ) : (
    <Link to={href} className={className} lang={lang}>
      {children}
    </Link>
  );
}
