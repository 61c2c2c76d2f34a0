import * as ui from '../../../web/ui/index.ts';
import type { Draft } from './client.ts';
import { messages } from './messages.ja.ts';
import { PART_NAMES } from '../part-names.ja.ts';

/** The pages of a draft. */
export function DraftTabs({ draft }: { draft: Draft }) {
  const home = `/specifications/drafts/${draft.id}`;
  return (
    <ui.Tabs
      name={messages.tabs.name}
      items={[
        { label: messages.tabs.clauses, href: home, exact: true },
        ...Object.entries(PART_NAMES).map(([part, label]) => ({ label, href: `${home}/${part}` })),
      ]}
    />
  );
}
