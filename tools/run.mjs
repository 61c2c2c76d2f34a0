/** Child processes whose signals and end are passed on. Node 18 and later, no dependencies. */
import { spawn, spawnSync } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program in the place of this one: same terminal, signals passed on.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string }} [options]
 * @returns {Promise<{ code: number, signal: NodeJS.Signals | null }>} `code` is 128 + n after a signal
 */
export function run(program, args, options = {}) {
  const child = spawn(program, args, {
    stdio: 'inherit',
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
  });
  const release = passSignals(child);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      release();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      release();
      resolve({ code: code ?? 128 + (signal === null ? 0 : (signalNumbers[signal] ?? 0)), signal });
    });
  });
}

/**
 * Ends this process as the child ended: with its exit code, or by its signal.
 * @param {{ code: number, signal: NodeJS.Signals | null }} end
 */
export function endLike(end) {
  process.exitCode = end.code;
  if (end.signal !== null) process.kill(process.pid, end.signal);
}

/**
 * Runs a short program quietly.
 * @param {string} program
 * @param {readonly string[]} args
 */
export function quietly(program, args) {
  const result = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return { ok: result.status === 0, output: result.stdout ?? '' };
}

/** @type {Partial<Record<NodeJS.Signals, number>>} */
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };

/** @param {import('node:child_process').ChildProcess} child */
function passSignals(child) {
  /** @type {[NodeJS.Signals, () => void][]} */
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => {
    const signal = /** @type {NodeJS.Signals} */ (name);
    return [
      signal,
      () => {
        // Ctrl-C reaches the whole foreground group, so that the child has had it already.
        if (signal === 'SIGINT' && process.stdin.isTTY) return;
        child.kill(signal);
      },
    ];
  });
  for (const [signal, handler] of handlers) process.on(signal, handler);
  // npm passes a signal to a shell, which dies of it and tells nobody: an orphan ends as if it had got the signal.
  const parent = process.ppid;
  const orphaned = setInterval(() => {
    if (process.ppid === parent || process.env['npm_lifecycle_event'] === undefined) return;
    clearInterval(orphaned);
    child.kill('SIGTERM');
  }, 250);
  return () => {
    clearInterval(orphaned);
    for (const [signal, handler] of handlers) process.removeListener(signal, handler);
  };
}
