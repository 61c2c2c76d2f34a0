import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { DEBRIEFING_STATE_NAMES } from '../labels.ts';
import { type ListedDebriefing, report, reportHref, toneOf } from './client.ts';
import { ReportTabs } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.debriefings;

const columns = (engagementId: string): readonly ui.Column<ListedDebriefing>[] => [
  {
    key: 'title',
    header: text.name,
    rowHeader: true,
    cell: ({ title, programmeId, targetId }) => (
      <ui.TextLink
        href={reportHref(engagementId, `debriefings/${programmeId}${targetId === null ? '' : `?target=${targetId}`}`)}
      >
        {title}
      </ui.TextLink>
    ),
  },
  { key: 'programme', header: messages.reports.programme, cell: ({ programme }) => programme },
  { key: 'target', header: messages.reports.target, cell: ({ target }) => target ?? messages.whole },
  {
    key: 'state',
    header: messages.state,
    cell: ({ saved }) =>
      saved === null ? (
        <ui.StatusBadge tone="neutral">{text.notBegun}</ui.StatusBadge>
      ) : (
        <ui.StatusBadge tone={toneOf(saved.state)}>{DEBRIEFING_STATE_NAMES[saved.state]}</ui.StatusBadge>
      ),
  },
];

export function Component() {
  const engagementId = useEngagementId();
  const load = ui.useLoad(() => report.listDebriefings({ engagementId }), [engagementId]);
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ReportTabs />
      <ui.Loaded from={load}>
        {({ debriefings }) => (
          <ui.Table
            caption={text.caption}
            hideCaption
            rows={debriefings}
            rowKey={({ programmeId, targetId }) => `${programmeId} ${targetId ?? ''}`}
            columns={columns(engagementId)}
            empty={<ui.EmptyState title={text.none}>{messages.adoptFirst}</ui.EmptyState>}
          />
        )}
      </ui.Loaded>
    </ui.Page>
  );
}
