import { ListExchange } from '../../../web/list-exchange.tsx';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { improvement, ownHref } from './client.ts';
import { planColumns } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.own;

export function Component() {
  const engagementId = useEngagementId();
  const load = ui.useLoad(() => improvement.listOwnPlans({ engagementId }), [engagementId]);
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ui.Loaded from={load}>
        {({ plans }) =>
          plans.length === 0 ? (
            <ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>
          ) : (
            <>
              <div className="flex flex-wrap items-center gap-4">
                <ListExchange
                  list="improvement.own-improvement-plans"
                  engagementId={engagementId}
                  edit="improvement.own.write"
                  onDone={load.reload}
                />
              </div>
              <ui.Table
                caption={text.list}
                rows={plans}
                rowKey={({ id }) => id}
                columns={planColumns(({ id }) => ownHref(engagementId, id), false)}
              />
            </>
          )
        }
      </ui.Loaded>
    </ui.Page>
  );
}
