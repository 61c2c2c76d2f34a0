/** The command line: the same application without HTTP, and the server itself. */
import { AppError } from '../kernel/error.ts';
import { readConfig } from '../kernel/config.ts';
import { createLog } from '../kernel/log.ts';
import { EmbeddedPostgresError } from '../kernel/postgres/errors.ts';
import { type Command, EXIT, type ExitCode, helpOf, type Output, readArguments, UsageError } from './command.ts';
import { commands } from './commands/index.ts';

/** Carries out one command line; problems are told on stderr (as JSON on stdout where asked for). */
export async function program(words: readonly string[]): Promise<ExitCode> {
  const command = findCommand(words);
  if (command === null) {
    const asked = words.length === 0 || words[0] === '--help' || words[0] === 'help';
    (asked ? process.stdout : process.stderr).write(`${overview()}\n`);
    return asked ? EXIT.ok : EXIT.usage;
  }
  const rest = words.slice(command.name.split(' ').length);
  let json = rest.includes('--json');
  try {
    const { options, operands } = readArguments(command, rest);
    if (options['help'] === true) {
      process.stdout.write(`${helpOf(command)}\n`);
      return EXIT.ok;
    }
    json = options['json'] === true;
    const config = readConfig(process.env);
    const log = createLog({ level: command.name === 'serve' ? config.LOG_LEVEL : 'warn' });
    return await command.run({ config, log, options, operands, output: outputFor(json) });
  } catch (error) {
    return explain(error, command, json);
  }
}

function findCommand(words: readonly string[]): Command | null {
  const matches = commands.filter((command) => command.name.split(' ').every((word, index) => words[index] === word));
  return matches[0] ?? null;
}

function overview(): string {
  return [
    '街守 machimori',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(16)} ${command.summary}`),
    '',
    '各命令の説明：machimori 命令 --help',
  ].join('\n');
}

function outputFor(json: boolean): Output {
  return {
    line: (text) => void (json || process.stdout.write(`${text}\n`)),
    json: (value) => void (json && process.stdout.write(`${JSON.stringify(value)}\n`)),
    progress: (text) => void process.stderr.write(`${text}\n`),
  };
}

function explain(error: unknown, command: Command, json: boolean): ExitCode {
  const say = (message: string, code: string): void => {
    if (json) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
    else process.stderr.write(`${message}\n`);
  };
  if (error instanceof UsageError) {
    say(`${error.message}\n使い方：machimori ${command.usage}`, 'usage');
    return EXIT.usage;
  }
  if (error instanceof AppError) {
    say(error.toReply().message, error.code);
    for (const field of error.detail.fields ?? []) process.stderr.write(`${field.path}：${field.message}\n`);
    if (error.status >= 500 && error.detail.internal !== undefined) process.stderr.write(`${error.detail.internal}\n`);
    return EXIT.failed;
  }
  if (error instanceof EmbeddedPostgresError) {
    say(error.message, error.code);
    return EXIT.failed;
  }
  say('処理の途中で問題が起きました。', 'internal.failure');
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return EXIT.failed;
}
