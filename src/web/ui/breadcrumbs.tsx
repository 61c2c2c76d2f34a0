import { messages } from '../messages.ja.ts';
import { TextLink } from './text-link.tsx';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

export function Breadcrumbs({ items, here }: { items: readonly Crumb[]; here: string }) {
  return (
    <nav aria-label={messages.ui.breadcrumbs} className="mb-4" data-print="never">
      <ol className="flex flex-wrap gap-y-1 text-dns-16N-130">
        {[{ label: messages.ui.home, href: '/' }, ...items].map((crumb) => (
          <li key={crumb.href} className="after:mx-2 after:content-['>']">
            <TextLink href={crumb.href}>{crumb.label}</TextLink>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
