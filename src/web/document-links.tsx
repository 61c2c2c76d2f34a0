/** A document with its name in sight and its formats to choose from. */
import * as ui from './ui/index.ts';

export function DocumentLinks({ title, files }: Parameters<typeof ui.DownloadLinks>[0]) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1" data-print="never">
      <span aria-hidden="true">{title}</span>
      <ui.DownloadLinks title={title} files={files} />
    </div>
  );
}
