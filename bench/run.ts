/** Runs the measurements and holds them against their limits: `node bench/run.ts [name …]`. */
import { audit } from './audit.ts';
import { auditPapers } from './audit-papers.ts';
import { bundle } from './bundle.ts';
import { knowledge } from './knowledge.ts';
import { national } from './national/run.ts';
import { obligations } from './obligations.ts';
import { office } from './office.ts';
import { type Finding, lineOf } from './report.ts';
import { schedule } from './schedule.ts';
import { memory, start } from './start.ts';
import { submission } from './submission/run.ts';
import { documents, year } from './year.ts';

const MEASUREMENTS: Readonly<Record<string, (say: (text: string) => void) => Promise<readonly Finding[]>>> = {
  submission,
  national,
  start,
  memory,
  year,
  bundle,
  documents,
  knowledge,
  obligations,
  schedule,
  office,
  audit,
  'audit-papers': auditPapers,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(MEASUREMENTS, name));
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(', ')}. There are: ${Object.keys(MEASUREMENTS).join(', ')}\n`);
  process.exit(2);
}

let broken = false;
for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  for (const finding of await measure((text) => process.stderr.write(`  ${text}\n`))) {
    process.stdout.write(`${lineOf(finding)}\n`);
    broken ||= !finding.holds;
  }
}
process.exitCode = broken ? 1 : 0;
