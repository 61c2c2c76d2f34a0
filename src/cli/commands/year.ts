/** Replays a contract year and writes the package and the clause table. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, EXIT, UsageError } from '../command.ts';
import { writePackage } from '../year/package.ts';
import { replay } from '../year/replay.ts';
import { openTemporary } from '../year/temporary.ts';
import { loadYear } from '../year/years.ts';
import { observer, traceJson, traceOf } from './trace.ts';

export const year: Command = {
  name: 'year',
  summary: '契約の一年を模擬の時計で再現し、納品の一式と条項の表を書き出します。',
  usage: 'year 仕様書 --out フォルダ [--until 日付]',
  options: {
    out: { type: 'string', help: '書き出すフォルダ。' },
    until: { type: 'string', help: '再現を止める日（例：2026-12-18）。' },
  },
  operands: { min: 1, max: 1 },
  async run({ config, log, options, operands, output }) {
    const folder = options['out'];
    if (typeof folder !== 'string') throw new UsageError('--out で書き出すフォルダを指定してください。');
    const until = options['until'];
    if (typeof until === 'string' && !/^\d{4}-\d\d-\d\d$/.test(until))
      throw new UsageError('--until は 2026-12-18 の形で指定してください。');
    const script = await loadYear(operands[0] ?? '');
    const service = await openTemporary(config, log);
    try {
      const played = await replay(script, {
        ...service,
        ...(typeof until === 'string' ? { until } : {}),
        progress: (title) => output.progress(title),
      });
      mkdirSync(folder, { recursive: true });
      const clauses = await traceOf(service.application, observer(played.tenantId, 0), script.specification);
      writeFileSync(
        join(folder, 'trace.json'),
        `${JSON.stringify(traceJson(script.specification, clauses), null, 1)}\n`,
      );
      const file = await writePackage(service, script, played.tenantId, folder);
      output.line(`${played.steps}段階を再現しました。`);
      output.line(`条項の表：${join(folder, 'trace.json')}`);
      output.line(file === null ? '提出済みの成果物は、まだありません。' : `納品の一式：${file}`);
      output.json({ steps: played.steps, trace: join(folder, 'trace.json'), package: file });
      return EXIT.ok;
    } finally {
      await service.close();
    }
  },
};
