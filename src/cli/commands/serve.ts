/** Runs the product until it is told to stop. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../kernel/config.ts';
import { AppError } from '../../kernel/error.ts';
import { createJobRunner } from '../../kernel/job.ts';
import { sweepFiles } from '../../kernel/sweep.ts';
import { systemClock } from '../../kernel/clock.ts';
import { createHttpServer } from '../../server/http.ts';
import { openService } from '../../server/service.ts';
import { type Command, EXIT } from '../command.ts';
import { seedDemonstration } from '../demonstration.ts';

const WEB = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
const JOB_PAUSE = 2000;
const SWEEP_PAUSE = 60 * 60 * 1000;

export const serve: Command = {
  name: 'serve',
  summary: '街守を起動します。止めるには Ctrl+C を押します。',
  usage: 'serve [--no-demonstration]',
  options: { 'no-demonstration': { type: 'boolean', help: '空のデータベースに架空の市を作りません。' } },
  operands: { min: 0, max: 0 },
  async run({ config, log, options, output }) {
    const service = await openService(config, log);
    try {
      const { application, database, blobs, modules } = service;
      if (config.DEMONSTRATION && options['no-demonstration'] !== true) {
        await seedDemonstration(application, (text) => output.progress(text));
      }
      const secure = config.BASE_URL?.startsWith('https:') ?? false;
      const server = await createHttpServer({
        application,
        log,
        webFolder: existsSync(`${WEB}index.html`) ? WEB : null,
        secure,
        trustProxy: config.BASE_URL !== undefined,
        ready: async () => {
          await database.ping();
          await blobs.ping();
        },
      });
      const jobs = createJobRunner({ database, blobs, clock: systemClock, log, modules });
      const address = await listen(server, config);
      jobs.start(JOB_PAUSE);
      const sweeping = setInterval(() => {
        sweepFiles({ database, blobs, clock: systemClock }).catch(() => log.error('sweep failed'));
      }, SWEEP_PAUSE);
      const shown = config.BASE_URL ?? address;
      output.line(`街守を起動しました。ブラウザで次のアドレスを開いてください： ${shown}`);
      output.json({ address: shown, pid: process.pid });
      await stopSignal();
      output.progress('処理中の要求を終えてから停止します。');
      clearInterval(sweeping);
      await server.close();
      await jobs.stop();
    } finally {
      await service.close();
    }
    return EXIT.ok;
  },
};

/** @throws AppError `configuration.invalid` when the address cannot be had. */
async function listen(server: FastifyInstance, { PORT, HOST }: Config): Promise<string> {
  try {
    return await server.listen({ port: PORT, host: HOST });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = REASONS[code];
    if (reason === undefined) throw error;
    throw new AppError('configuration.invalid', {
      internal: code,
      message: `${HOST} のポート ${PORT} ${reason}PORT 又は HOST に別の値を設定して起動し直してください。`,
    });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'は別のプログラムが使っています。',
  EACCES: 'を使う権限がありません。',
  EADDRNOTAVAIL: 'はこの機械のアドレスではありません。',
  ENOTFOUND: 'のアドレスが見つかりません。',
};

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
