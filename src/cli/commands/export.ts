/** Everything of one municipality in one file, for moving it to another server. */
import { writeArchive } from '../../kernel/archive/write.ts';
import { systemClock } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/error.ts';
import { listTenants } from '../../kernel/tenant.ts';
import { openService } from '../../server/service.ts';
import { type Command, EXIT } from '../command.ts';
import { productVersion } from '../version.ts';

export const exportTenant: Command = {
  name: 'export',
  summary: '自治体一件の全てのデータを一つのファイルに書き出します。',
  usage: 'export 自治体コード ファイル',
  options: {},
  operands: { min: 2, max: 2 },
  async run({ config, log, operands, output }) {
    const service = await openService(config, log);
    try {
      const [code = '', path = ''] = operands;
      const [tenant] = await listTenants(service.database, code);
      if (tenant === undefined)
        throw new AppError('record.missing', { message: `自治体コード「${code}」は登録されていません。` });
      const manifest = await writeArchive({
        connection: service.connection,
        blobs: service.blobs,
        path,
        product: productVersion(),
        now: systemClock.now(),
        tenantId: tenant.id,
        progress: (done) => output.progress(done),
      });
      output.line(`書き出しました：${path}（ファイル${manifest.blobs.length}件）`);
      output.json({ path, tables: manifest.tables.length, blobs: manifest.blobs.length });
      return EXIT.ok;
    } finally {
      await service.close();
    }
  },
};
