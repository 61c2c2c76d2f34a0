/** The entrance: keeps compiled code between runs, then loads the program. */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Most of a short run is reading and compiling. Where the folder cannot be written, everything is compiled as before.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/machimori/compiled', import.meta.url)));
const { program } = await import('./program.ts');

process.exitCode = await program(process.argv.slice(2));
