/**
 * A process of its own, once per server: the runtime announces on standard error that its type stripping may still change.
 * Answers with the script of the page as JSON.
 */
import { stdout } from 'node:process';
import { linkScript } from './linker.ts';

stdout.write(JSON.stringify(linkScript(new URL('./main.ts', import.meta.url))));
