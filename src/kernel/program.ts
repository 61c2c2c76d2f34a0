/** Programs of the machine as child processes: found on the PATH, without a shell, with a time limit and bounded output. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

export interface ProgramEnd {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramCall {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

/** Longest output that is kept, in characters of each stream: what a program says beyond is of no use to anybody. */
const OUTPUT_LIMIT = 4 * 1024 * 1024;

/** Absolute path of a program, or null where the machine does not have it. Windows is not looked at: none of them is there. */
export function findProgram(name: string, path = process.env['PATH'] ?? ''): string | null {
  const folders = path.split(delimiter).filter(isAbsolute);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/**
 * Runs a program to its end. It sees no secret of the server: only PATH, a plain locale and what `env` names.
 * @throws Error when it cannot be started or takes longer than `timeoutMs` (it is killed then)
 */
export function runProgram(program: string, args: readonly string[], call: ProgramCall): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: call.cwd,
      env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', ...call.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: call.timeoutMs,
      killSignal: 'SIGKILL',
    });
    const read = (stream: NodeJS.ReadableStream): (() => string) => {
      let text = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        if (text.length < OUTPUT_LIMIT) text += chunk;
      });
      return () => text;
    };
    const stdout = read(child.stdout);
    const stderr = read(child.stderr);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') reject(new Error(`${program} took longer than ${call.timeoutMs} ms`));
      else resolve({ code, stdout: stdout(), stderr: stderr() });
    });
  });
}
