import { runWorker } from '../../../importers/worker-process.ts';

let made: Promise<string> | undefined;

/** The script of the HTML sheet, made at the first use. */
export function pageScript(): Promise<string> {
  made ??= link();
  return made;
}

async function link(): Promise<string> {
  const worker = new URL('./link-worker.ts', import.meta.url);
  const run = await runWorker(worker, '', new Uint8Array(), { seconds: 60, megabytes: 256 });
  if ('answer' in run && typeof run.answer === 'string') return run.answer;
  made = undefined;
  throw new Error('the script of the HTML sheet could not be put together');
}
