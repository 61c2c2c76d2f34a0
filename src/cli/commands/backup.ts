/** One file with everything, made while the server runs. */
import { writeArchive } from '../../kernel/archive/write.ts';
import { systemClock } from '../../kernel/clock.ts';
import { noteBackup } from '../../kernel/server-note.ts';
import { openService } from '../../server/service.ts';
import { type Command, EXIT } from '../command.ts';
import { productVersion } from '../version.ts';

export const backup: Command = {
  name: 'backup',
  summary: 'データベースとファイルの控えを一つのファイルに作ります。運用中でも使えます。',
  usage: 'backup ファイル',
  options: {},
  operands: { min: 1, max: 1 },
  async run({ config, log, operands, output }) {
    const service = await openService(config, log);
    try {
      const path = operands[0] ?? '';
      const manifest = await writeArchive({
        connection: service.connection,
        blobs: service.blobs,
        path,
        product: productVersion(),
        now: systemClock.now(),
        progress: (done) => output.progress(done),
      });
      await noteBackup(service.database, systemClock.now());
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      output.line(`控えを作りました：${path}（${rows}行、ファイル${manifest.blobs.length}件）`);
      output.json({ path, rows, blobs: manifest.blobs.length });
      return EXIT.ok;
    } finally {
      await service.close();
    }
  },
};
