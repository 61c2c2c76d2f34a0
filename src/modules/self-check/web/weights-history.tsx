import { type Column, Disclosure, InstantText, Loaded, Table, useLoad } from '../../../web/ui/index.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import type { selfCheckContract } from '../contract.ts';
import { RISK_FACTORS } from '../rules/risk-value.ts';
import { selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.ranking;
type Version = OutputOf<typeof selfCheckContract, 'listWeights'>['versions'][number];

const COLUMNS: readonly Column<Version>[] = [
  { key: 'number', header: text.history.number, rowHeader: true, cell: ({ number }) => text.history.name(number) },
  {
    key: 'changedAt',
    header: text.history.changedAt,
    cell: ({ changedAt }) => (changedAt === null ? text.history.initial : <InstantText at={changedAt} />),
  },
  {
    key: 'weights',
    header: text.weights,
    cell: ({ weights }) => RISK_FACTORS.map(({ id, label }) => `${label} ${weights[id]}`).join('、'),
  },
  { key: 'reason', header: text.history.reason, cell: ({ reason }) => (reason === '' ? '―' : reason) },
];

/** Every set of weights that was ever in force, with its reason. */
export function WeightsHistory({ engagementId, number }: { engagementId: string; number: number }) {
  const history = useLoad(() => selfCheck.listWeights({ engagementId }), [engagementId, number]);
  return (
    <Disclosure summary={text.history.title}>
      <Loaded from={history}>
        {({ versions }) => (
          <Table
            caption={text.history.title}
            hideCaption
            rows={versions}
            rowKey={(version) => String(version.number)}
            columns={COLUMNS}
          />
        )}
      </Loaded>
    </Disclosure>
  );
}
