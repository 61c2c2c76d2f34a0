/** What the pages of one version share: heading, version and state, tabs. */
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { CHECKLIST_STATE_NAMES } from '../labels.ts';
import { type Checklist, checklist, hrefOf, toneOf } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.one;

export interface Shown {
  readonly view: Checklist;
  readonly reload: () => void;
}

export function ChecklistFrame({
  tab,
  lead,
  children,
}: {
  readonly tab: 'read' | 'edit' | 'changes';
  readonly lead?: string;
  readonly children: (shown: Shown) => ReactNode;
}) {
  const engagementId = useEngagementId();
  const { checklistId = '' } = useParams();
  const load = ui.useLoad(() => checklist.getChecklist({ checklistId }), [checklistId]);
  const breadcrumbs = [{ label: messages.list.title, href: hrefOf(engagementId) }];
  if (load.state !== 'ready') {
    return (
      <ui.Page title={messages.list.title} breadcrumbs={breadcrumbs}>
        <ui.Loaded from={load}>{() => null}</ui.Loaded>
      </ui.Page>
    );
  }
  const view = load.data;
  return (
    <ui.Page
      title={tab === 'read' ? view.title : `${view.title}　${text[tab]}`}
      breadcrumbs={breadcrumbs}
      {...(lead === undefined ? {} : { lead })}
      actions={
        <ListExchange
          list="checklist.checklist-items"
          engagementId={engagementId}
          edit="checklist.work"
          subject={checklistId}
          onDone={load.reload}
        />
      }
    >
      <ui.Tabs
        name={text.tabs}
        items={[
          { label: text.read, href: hrefOf(engagementId, checklistId), exact: true },
          { label: text.edit, href: hrefOf(engagementId, `${checklistId}/edit`) },
          { label: text.changes, href: hrefOf(engagementId, `${checklistId}/changes`) },
        ]}
      />
      <p>
        {messages.list.edition(view.position)}
        {'　'}
        <ui.StatusBadge tone={toneOf(view.state)}>{CHECKLIST_STATE_NAMES[view.state]}</ui.StatusBadge>
      </p>
      {children({ view, reload: load.reload })}
    </ui.Page>
  );
}
