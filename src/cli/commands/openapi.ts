/** Writes or checks the committed OpenAPI file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { discoverModules } from '../../kernel/discovery.ts';
import { openApiOf } from '../../server/openapi.ts';
import { type Command, EXIT } from '../command.ts';
import { productVersion } from '../version.ts';

const PATH = fileURLToPath(new URL('../../../openapi.json', import.meta.url));

export const openapi: Command = {
  name: 'openapi',
  summary: 'OpenAPIの記述（openapi.json）を書き出し、又は最新かどうかを確かめます。',
  usage: 'openapi [--check]',
  options: { check: { type: 'boolean', help: '書き換えず、最新でなければ失敗します。' } },
  operands: { min: 0, max: 0 },
  async run({ options, output }) {
    const modules = await discoverModules();
    const text = `${JSON.stringify(
      openApiOf(
        modules.map((module) => module.contract),
        productVersion(),
      ),
      null,
      1,
    )}\n`;
    if (options['check'] !== true) {
      writeFileSync(PATH, text);
      output.line('openapi.json を書き出しました。');
      output.json({ written: true });
      return EXIT.ok;
    }
    const current = readOrEmpty(PATH) === text;
    output.line(
      current
        ? 'openapi.json は最新です。'
        : 'openapi.json が古くなっています。machimori openapi で書き出してください。',
    );
    output.json({ current });
    return current ? EXIT.ok : EXIT.failed;
  },
};

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
