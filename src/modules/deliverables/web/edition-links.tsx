import { TextLink } from '../../../web/ui/index.ts';
import type { Edition } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.editions;

/** The same document for its several readers; the one at hand is said in words. */
export function EditionLinks({
  name,
  editions,
  current,
  hrefOf,
}: {
  name: string;
  editions: readonly Edition[];
  current: Edition;
  hrefOf: (edition: Edition) => string;
}) {
  return (
    <nav aria-label={name}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {editions.map((edition) => (
          <li key={edition} className="flex min-h-11 items-center">
            {edition === current ? (
              <span aria-current="page" className="font-700">
                {text.names[edition]}
                {text.current}
              </span>
            ) : (
              <TextLink href={hrefOf(edition)}>{text.names[edition]}</TextLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
