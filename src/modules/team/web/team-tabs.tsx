import { Tabs } from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';

export function TeamTabs({ engagementId }: { engagementId: string }) {
  const base = `/engagements/${engagementId}/team`;
  const { name, ...labels } = messages.tabs;
  return (
    <Tabs
      name={name}
      items={[
        { label: labels.team, href: base, exact: true },
        { label: labels.evidence, href: `${base}/evidence` },
        { label: labels.independence, href: `${base}/independence` },
        { label: labels.instructions, href: `${base}/instructions` },
        { label: labels.changes, href: `${base}/changes` },
      ]}
    />
  );
}
