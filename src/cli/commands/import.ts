/** Takes in a municipality that was exported from another server. */
import { openArchive } from '../../kernel/archive/read.ts';
import { importTenant } from '../../kernel/archive/restore.ts';
import { migrationSets } from '../../kernel/discovery.ts';
import { openService } from '../../server/service.ts';
import { type Command, EXIT } from '../command.ts';

export const importCommand: Command = {
  name: 'import',
  summary: '書き出した自治体のファイルを検査してから取り込みます。',
  usage: 'import ファイル',
  options: {},
  operands: { min: 1, max: 1 },
  async run({ config, log, operands, output }) {
    const archive = await openArchive(operands[0] ?? '', (done) => output.progress(`検査 ${done}`));
    try {
      const service = await openService(config, log);
      try {
        const tenantId = await importTenant({
          connection: service.connection,
          blobs: service.blobs,
          archive,
          migrations: migrationSets(service.modules),
          progress: (done) => output.progress(done),
        });
        output.line('取り込みました。');
        output.json({ tenantId });
        return EXIT.ok;
      } finally {
        await service.close();
      }
    } finally {
      archive.close();
    }
  },
};
