/** Opens the embedded database of a data folder and holds it until SIGTERM: a second program in tests. */
import { openEmbedded } from '../embedded.ts';

const server = await openEmbedded({ dataDir: process.argv[2] ?? '', log: () => undefined });
process.once('SIGTERM', () => void server.stop());
process.stdout.write('open\n');
