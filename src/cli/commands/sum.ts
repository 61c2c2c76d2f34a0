/** Tables over all municipalities of the database, for its operator; what they hold is the modules' own matter. */
import { discoverModules } from '../../kernel/discovery.ts';
import { listTenants } from '../../kernel/tenant.ts';
import { openService } from '../../server/service.ts';
import { type Command, EXIT, UsageError } from '../command.ts';

export const sum: Command = {
  name: 'sum',
  summary: '全ての団体の記録を合わせた集計表を出します。団体ごとの数は含みません。',
  usage: 'sum surveys 調査の種類 年度',
  options: {},
  operands: { min: 1, max: 6 },
  async run({ config, log, operands, output }) {
    const [name = '', ...question] = operands;
    const sums = (await discoverModules()).flatMap((module) => Object.entries(module.sums));
    const wanted = sums.find(([known]) => known === name)?.[1];
    if (wanted === undefined) throw new UsageError(`集計表の名前は、${sums.map(([known]) => known).join('、')}です。`);
    const service = await openService(config, log);
    try {
      const tenants = (await listTenants(service.database)).filter(({ demonstration }) => !demonstration);
      const tables = await wanted(
        service.database,
        tenants.map(({ id }) => id),
        question,
      );
      for (const { title, notes, header, rows } of tables) {
        output.line(title);
        for (const note of notes) output.line(note);
        if (rows.length > 0) output.line(header.join('\t'));
        for (const row of rows) output.line(row.join('\t'));
      }
      if (tables.length === 0) output.line('集計できる記録がありません。');
      output.json({ tables });
      return EXIT.ok;
    } finally {
      await service.close();
    }
  },
};
