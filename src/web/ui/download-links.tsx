import { messages } from '../messages.ja.ts';
import { Icon } from './icons.tsx';

export type DownloadKind = keyof typeof messages.ui.download.kinds;

/** The same document in several formats. `href` is a download's address (`client.href(…)`). */
export function DownloadLinks({
  title,
  files,
}: {
  title: string;
  files: readonly { readonly kind: DownloadKind; readonly href: string }[];
}) {
  return (
    <ul aria-label={messages.ui.download.name(title)} className="flex flex-wrap gap-x-4 gap-y-1" data-print="never">
      {files.map(({ kind, href }) => (
        <li key={kind}>
          <a
            href={href}
            download=""
            className="inline-flex min-h-11 items-center gap-1 text-key-900 underline underline-offset-3 hover:text-key-1000 hover:decoration-2"
          >
            <Icon name="download" />
            <span className="sr-only">{title} </span>
            {messages.ui.download.kinds[kind]}
          </a>
        </li>
      ))}
    </ul>
  );
}
