/** Fills an empty server from a backup; the file is checked before anything is touched. */
import { openArchive } from '../../kernel/archive/read.ts';
import { restoreBackup } from '../../kernel/archive/restore.ts';
import { discoverModules, migrationSets } from '../../kernel/discovery.ts';
import { verifyJournal } from '../../kernel/journal.ts';
import { listTenants } from '../../kernel/tenant.ts';
import { openService, openStorage } from '../../server/service.ts';
import { type Command, EXIT } from '../command.ts';

export const restore: Command = {
  name: 'restore',
  summary: '控えのファイルを検査してから、空のデータベースに復元します。新しい版の街守にも復元できます。',
  usage: 'restore ファイル [--check]',
  options: { check: { type: 'boolean', help: '検査だけを行い、復元しません。' } },
  operands: { min: 1, max: 1 },
  async run({ config, log, operands, options, output }) {
    const archive = await openArchive(operands[0] ?? '', (done) => output.progress(`検査 ${done}`));
    try {
      if (options['check'] === true) {
        output.line('控えのファイルに問題はありません。');
        output.json({ checked: true, madeAt: archive.manifest.madeAt });
        return EXIT.ok;
      }
      const storage = await openStorage(config, log);
      try {
        await restoreBackup({
          ...storage,
          archive,
          migrations: migrationSets(await discoverModules()),
          progress: (done) => output.progress(done),
        });
      } finally {
        await storage.close();
      }
    } finally {
      archive.close();
    }
    return verifyRestored();

    async function verifyRestored() {
      const service = await openService(config, log);
      try {
        for (const tenant of await listTenants(service.database)) {
          const { broken } = await service.database.transaction(tenant.id, (tx) => verifyJournal(tx));
          if (broken !== null) {
            output.line(
              `${tenant.name}：復元しましたが、${broken.seq}番の操作記録に食い違いがあります。${broken.reason}`,
            );
            output.json({ restored: true, broken: { tenant: tenant.name, ...broken } });
            return EXIT.failed;
          }
        }
        output.line('復元しました。操作記録の連鎖に食い違いはありません。');
        output.json({ restored: true });
        return EXIT.ok;
      } finally {
        await service.close();
      }
    }
  },
};
