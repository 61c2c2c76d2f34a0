import { useParams } from 'react-router';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { ApplySection } from './apply-section.tsx';
import { revision, standards } from './client.ts';
import { EffectSection } from './effect-section.tsx';
import { MatchSection } from './match-section.tsx';
import { messages as text } from './messages.ja.ts';

/** From one edition to the next: what became of each provision, what happens, and doing it or taking it back. */
export function Component() {
  const engagementId = useEngagementId();
  const { revisionId = '' } = useParams();
  const mayApply = useCan()('revision.apply');
  const load = ui.useLoad(async () => {
    const input = { engagementId, revisionId };
    const [data, preview] = await Promise.all([
      standards.getRevision(input),
      mayApply ? revision.previewRevision(input) : null,
    ]);
    return { data, preview };
  }, [engagementId, revisionId, mayApply]);
  const home = `/engagements/${engagementId}/standards`;
  if (load.state !== 'ready') {
    return (
      <ui.Page title={text.title} breadcrumbs={[{ label: text.standards, href: home }]}>
        <ui.Loaded from={load}>{() => null}</ui.Loaded>
      </ui.Page>
    );
  }
  const { data, preview } = load.data;
  return (
    <ui.Page
      title={text.pageTitle(data.name)}
      lead={text.lead(data.from, data.to)}
      breadcrumbs={[
        { label: text.standards, href: home },
        { label: data.name, href: `${home}/${data.code}` },
      ]}
      actions={<ListExchange list="standards.matches" engagementId={engagementId} subject={revisionId} />}
    >
      <p>
        <ui.StatusBadge tone={data.state === 'proposed' ? 'warning' : data.state === 'applied' ? 'success' : 'neutral'}>
          {text.states[data.state]}
        </ui.StatusBadge>
      </p>
      <MatchSection engagementId={engagementId} data={data} onChange={load.reload} />
      <EffectSection data={data} preview={preview} />
      {mayApply && <ApplySection engagementId={engagementId} data={data} onChange={load.reload} />}
    </ui.Page>
  );
}
