import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { findProgram, runProgram } from './program.ts';

const node = process.execPath;
const call = { cwd: tmpdir(), timeoutMs: 20_000 };

describe('programs of the machine', () => {
  it('are found on the path, and only there', () => {
    const folder = node.slice(0, node.lastIndexOf('/'));
    expect(findProgram('node', `relative:/nowhere:${folder}`)).toBe(`${folder}/node`);
    expect(findProgram('node', '/nowhere')).toBeNull();
    expect(findProgram('node', '')).toBeNull();
  });

  it('give back what they say and how they end', async () => {
    const script = 'console.log("報告"); console.error("誤り"); process.exit(3)';
    expect(await runProgram(node, ['-e', script], call)).toEqual({ code: 3, stdout: '報告\n', stderr: '誤り\n' });
  });

  it('see nothing of the settings of the server', async () => {
    process.env['MACHIMORI_TEST_SECRET'] = 'secret';
    const { stdout } = await runProgram(node, ['-e', 'console.log(JSON.stringify(process.env))'], {
      ...call,
      env: { TZ: 'UTC' },
    });
    delete process.env['MACHIMORI_TEST_SECRET'];
    expect(stdout).not.toContain('secret');
    expect(JSON.parse(stdout)).toMatchObject({ TZ: 'UTC', LC_ALL: 'C.UTF-8' });
  });

  it('are killed when they take too long, and cannot fill the memory', async () => {
    const endless = runProgram(node, ['-e', 'setInterval(() => {}, 1000)'], { ...call, timeoutMs: 300 });
    await expect(endless).rejects.toThrow('longer than 300 ms');
    const talkative = 'process.stdout.write("x".repeat(20_000_000))';
    expect((await runProgram(node, ['-e', talkative], call)).stdout.length).toBeLessThan(5_000_000);
    await expect(runProgram('/nowhere/program', [], call)).rejects.toThrow('ENOENT');
  });
});
