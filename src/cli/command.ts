/** What a command of the command line is: help, options and a run that answers with an exit code. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Config } from '../kernel/config.ts';
import type { Log } from '../kernel/log.ts';

/** 0 done, 1 the work failed or a check found something, 2 the call was wrong. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface Output {
  /** A line of the result, to standard output. */
  line(text: string): void;
  /** The whole result as JSON, instead of lines. */
  json(value: unknown): void;
  /** Progress of long work, to standard error. */
  progress(text: string): void;
}

export interface Run {
  readonly config: Config;
  readonly log: Log;
  readonly output: Output;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly operands: readonly string[];
}

export interface Command {
  readonly name: string;
  /** 日本語の一行。 */
  readonly summary: string;
  /** Usage after the program's name: `year chiba-2026 --out DIR`. */
  readonly usage: string;
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly help: string }>>;
  readonly operands: { readonly min: number; readonly max: number };
  run(run: Run): Promise<ExitCode>;
}

export class UsageError extends Error {}

/** Splits the words of a call; `--help` and `--json` belong to every command. */
export function readArguments(
  command: Command,
  words: readonly string[],
): { readonly options: Run['options']; readonly operands: readonly string[] } {
  const options: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } };
  for (const [name, option] of Object.entries(command.options)) options[name] = { type: option.type };
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    if (
      values['help'] !== true &&
      (positionals.length < command.operands.min || positionals.length > command.operands.max)
    ) {
      throw new UsageError('指定の数が合いません。');
    }
    return { options: values as Run['options'], operands: positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('指定に誤りがあります。');
  }
}

export function helpOf(command: Command): string {
  const rows = [
    ...Object.entries(command.options).map(([name, option]) => [
      `--${name}${option.type === 'string' ? ' 値' : ''}`,
      option.help,
    ]),
    ['--json', '結果をJSONで出します。'],
    ['--help', 'この説明を出します。'],
  ];
  return [
    command.summary,
    '',
    `使い方：machimori ${command.usage}`,
    '',
    '指定：',
    ...rows.map(([name, help]) => `  ${(name ?? '').padEnd(18)} ${help ?? ''}`),
    '',
    '終了コード：0 成功、1 失敗又は検査で問題を発見、2 使い方の誤り',
  ].join('\n');
}
