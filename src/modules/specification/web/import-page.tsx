import { useEffect } from 'react';
import { useParams } from 'react-router';
import * as ui from '../../../web/ui/index.ts';
import { type Imported, specification } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.imports;
/** So often the page asks how far the reading has come, in milliseconds. */
const PAUSE = 1000;

/** A file that is being read in the background, and what came of it. */
export function Component() {
  const { importId = '' } = useParams();
  const loaded = ui.useLoad(() => specification.getImport({ importId }), [importId]);
  const { reload } = loaded;
  const current = loaded.state === 'ready' ? loaded.data : null;
  const running = current === null || current.state === 'waiting' || current.state === 'reading';
  useEffect(() => {
    if (!running) return undefined;
    const timer = setTimeout(reload, PAUSE);
    return () => clearTimeout(timer);
  }, [running, reload, current]);
  return <ui.Loaded from={loaded}>{(one) => <ImportView imported={one} />}</ui.Loaded>;
}

function ImportView({ imported }: { imported: Imported }) {
  const { id, name, state, pagesRead, pages, clauses, problems } = imported;
  const running = state === 'waiting' || state === 'reading';
  return (
    <ui.Page
      title={text.title}
      breadcrumbs={[{ label: messages.draft.crumb, href: '/specifications' }]}
      lead={running ? text.lead(name) : name}
    >
      <p role="status">{text.states[state]}</p>
      {running && pages !== null && <ui.Progress label={text.pages} value={pagesRead ?? 0} max={pages} />}
      {state === 'done' && (
        <ui.Notice tone="success" title={text.done(clauses ?? 0)}>
          <ui.TextLink href={`/specifications/drafts/${id}`}>{text.open}</ui.TextLink>
        </ui.Notice>
      )}
      {state === 'refused' && (
        <ui.Notice tone="error" title={text.refused}>
          <ul className="grid list-disc gap-1 pl-6">
            {problems.map((one) => (
              <li key={one} className="wrap-anywhere">
                {one}
              </li>
            ))}
          </ul>
          <ui.TextLink href="/specifications">{text.again}</ui.TextLink>
        </ui.Notice>
      )}
    </ui.Page>
  );
}
