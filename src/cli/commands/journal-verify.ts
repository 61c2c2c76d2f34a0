/** Recomputes the hash chain of every municipality. */
import { verifyJournal } from '../../kernel/journal.ts';
import { listTenants } from '../../kernel/tenant.ts';
import { openService } from '../../server/service.ts';
import { type Command, EXIT } from '../command.ts';

export const journalVerify: Command = {
  name: 'journal verify',
  summary: '操作記録の連鎖を検証し、最初に食い違う記録を示します。',
  usage: 'journal verify [--tenant コード]',
  options: { tenant: { type: 'string', help: '一つの自治体だけを検証します。' } },
  operands: { min: 0, max: 0 },
  async run({ config, log, options, output }) {
    const service = await openService(config, log);
    try {
      const code = options['tenant'];
      const wanted = await listTenants(service.database, typeof code === 'string' ? code : undefined);
      const results = [];
      for (const tenant of wanted) {
        const verdict = await service.database.transaction(tenant.id, (tx) =>
          verifyJournal(tx, (entries) => output.progress(`${tenant.name} ${entries}件`)),
        );
        results.push({ tenant: tenant.code, ...verdict });
        output.line(
          verdict.broken === null
            ? `${tenant.name}：${verdict.entries}件の連鎖に食い違いはありません。`
            : `${tenant.name}：${verdict.broken.seq}番の記録に食い違いがあります。${verdict.broken.reason}`,
        );
      }
      if (wanted.length === 0) output.line('検証する自治体がありません。');
      output.json({ results });
      return results.some((result) => result.broken !== null) ? EXIT.failed : EXIT.ok;
    } finally {
      await service.close();
    }
  },
};
