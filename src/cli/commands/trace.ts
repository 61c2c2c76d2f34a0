/** The clause table: what proves each clause of a specification. */
import { engagementContract, type ClauseTraceView } from '../../modules/engagement/contract.ts';
import { AppError } from '../../kernel/error.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { Application } from '../../kernel/application.ts';
import { listTenants } from '../../kernel/tenant.ts';
import { openService } from '../../server/service.ts';
import { type Command, EXIT, type Output } from '../command.ts';
import { replay } from '../year/replay.ts';
import { openTemporary } from '../year/temporary.ts';
import { loadYear } from '../year/years.ts';

const LABELS: Readonly<Record<ClauseTraceView['state'], string>> = {
  met: '充足',
  evidenced: '記録あり',
  statement: '確認済み',
  planned: 'これから',
  unknown: '判定不能',
  breached: '未充足',
};

export const trace: Command = {
  name: 'trace',
  summary: '条項ごとに、満たされているか、何で証明されるかの表を出します。',
  usage: 'trace 仕様書 [--until 日付] [--live]',
  options: {
    until: { type: 'string', help: '一年の再現をこの日で止めます（例：2026-12-18）。' },
    live: { type: 'boolean', help: '再現せず、今のデータベースにある業務委託を調べます。' },
  },
  operands: { min: 1, max: 1 },
  async run({ config, log, options, operands, output }) {
    const specification = operands[0] ?? '';
    if (options['live'] === true) {
      const service = await openService(config, log);
      try {
        const [tenant] = await listTenants(service.database);
        if (tenant === undefined)
          throw new AppError('record.missing', { message: 'データベースに自治体がありません。' });
        const clauses = await traceOf(service.application, observer(tenant.id, tenant.clockOffset), specification);
        return show(specification, clauses, output);
      } finally {
        await service.close();
      }
    }
    const year = await loadYear(specification);
    const service = await openTemporary(config, log);
    try {
      const until = options['until'];
      const { tenantId } = await replay(year, { ...service, ...(typeof until === 'string' ? { until } : {}) });
      return show(specification, await traceOf(service.application, observer(tenantId, 0), specification), output);
    } finally {
      await service.close();
    }
  },
};

/** The product itself, looking at one municipality as its security office would. */
export function observer(tenantId: number, clockOffset: number): Caller {
  return {
    tenantId,
    accountId: '00000000-0000-0000-0000-000000000000',
    party: 'system',
    roles: ['security-office'],
    departmentIds: [],
    clockOffset,
  };
}

export async function traceOf(
  application: Application,
  caller: Caller,
  specification: string,
): Promise<readonly ClauseTraceView[]> {
  const client = application.client(engagementContract, caller);
  const { engagements } = await client.listEngagements({});
  const engagement = engagements.find((candidate) => candidate.specification === specification);
  if (engagement === undefined) {
    throw new AppError('record.missing', { message: `仕様書「${specification}」の業務委託がありません。` });
  }
  return (await client.traceClauses({ engagementId: engagement.id })).clauses;
}

/** The result file's form: each clause with its state and either what proves it or why not. */
export function traceJson(specification: string, clauses: readonly ClauseTraceView[]): unknown {
  return {
    specification,
    clauses: clauses.map(({ id, state, proof, reason }) => ({
      id,
      state,
      ...(proof.length > 0 ? { proof } : {}),
      ...(reason === null ? {} : { reason }),
    })),
  };
}

function show(specification: string, clauses: readonly ClauseTraceView[], output: Output): 0 | 1 {
  for (const clause of clauses) {
    output.line(
      `${LABELS[clause.state]}\t${clause.id}\t${clause.title}${clause.reason === null ? '' : `\t${clause.reason}`}`,
    );
  }
  const counts = Object.entries(LABELS).map(
    ([state, label]) => `${label} ${clauses.filter((it) => it.state === state).length}`,
  );
  output.line(`全${clauses.length}条項：${counts.join('、')}`);
  output.json(traceJson(specification, clauses));
  return clauses.some((clause) => clause.state === 'breached' || clause.state === 'unknown') ? EXIT.failed : EXIT.ok;
}
