import { TextLink } from '../../../web/ui/index.ts';
import { type Reader, sameReader } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.editions;

/** The same document for its several readers; the one at hand is said in words. Departments stand in a line of their own. */
export function EditionLinks({
  name,
  readers,
  current,
  hrefOf,
}: {
  name: string;
  readers: readonly (Reader & { readonly name: string })[];
  current: Reader;
  hrefOf: (reader: Reader) => string;
}) {
  const departments = readers.filter(({ departmentId }) => departmentId !== null);
  const lines = [readers.filter(({ departmentId }) => departmentId === null), departments];
  return (
    <nav aria-label={name}>
      {lines
        .filter((line) => line.length > 0)
        .map((line) => (
          <ul key={line === departments ? 'departments' : 'others'} className="flex flex-wrap gap-x-6 gap-y-1">
            {line.map((reader) => (
              <li key={`${reader.edition} ${reader.departmentId ?? ''}`} className="flex min-h-11 items-center">
                {sameReader(reader, current) ? (
                  <span aria-current="page" className="font-700">
                    {reader.name}
                    {text.current}
                  </span>
                ) : (
                  <TextLink href={hrefOf(reader)}>{reader.name}</TextLink>
                )}
              </li>
            ))}
          </ul>
        ))}
    </nav>
  );
}
