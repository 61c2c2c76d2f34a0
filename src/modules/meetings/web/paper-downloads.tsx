import { DownloadLinks } from '../../../web/ui/index.ts';
import { meetings } from './meetings-client.ts';

type Format = 'docx' | 'pdf' | 'xlsx';

/** One of the module's papers in its formats, in the order in which they are used; `subject` for a paper of one meeting. */
export function PaperDownloads({
  engagementId,
  kind,
  title,
  formats,
  subject = null,
}: {
  engagementId: string;
  kind: string;
  title: string;
  formats: readonly Format[];
  subject?: string | null;
}) {
  return (
    <DownloadLinks
      title={title}
      files={formats.map((format) => ({
        kind: format,
        href: meetings.href('downloadDocument', { engagementId, kind, subject, format }),
      }))}
    />
  );
}
