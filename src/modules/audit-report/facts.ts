/** What reports of audits write to the journal. Ids, days, words of the programme and counts: no names of people. */
import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';

const id = z.uuid();
const day = z.iso.date();
const words = z.array(z.string());
const type = z.string();
const kind = <S extends z.ZodType>(when: string, data: S) => ({ data, when });
const of = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape);
/** A target, or `overall` for the report on all targets. */
const target = z.string();

export const facts = defineFacts({
  'audit-report.started': kind('A report is begun, or a new version of it.', of({ type, target, version: z.int() })),
  'audit-report.drafted': kind(
    'A version of a report is finished with everything it must say, and shown to the city; the subject is the report, for an edition to the public the edition.',
    of({
      ...{ type, target, version: z.int(), edition: z.string() },
      ...{ parts: words, categories: words, considerations: words, viewpoints: words },
      findings: z.int(),
      incomplete: z.int(),
      withoutRemedy: z.int(),
      items: z.int(),
      judged: z.int(),
      ...{ glossary: z.boolean(), plainChecked: z.boolean(), publicationChecked: z.boolean(), myNumber: z.boolean() },
    }),
  ),
  'audit-report.settled': kind(
    'The city has confirmed the facts of a report.',
    of({ type, target, version: z.int(), occurredOn: day }),
  ),
  'audit-report.returned': kind('The city returns a report with remarks.', of({ type, target, version: z.int() })),
  'finding.urgent-raised': kind(
    'Somebody raises a finding that cannot wait for the report.',
    of({ source: z.string(), audit: id, awareOn: day }),
  ),
  'finding.urgent-reported': kind(
    'The contractor has told the city of an urgent finding.',
    of({ source: z.string(), audit: id, occurredOn: day }),
  ),
  'finding.urgent-acknowledged': kind(
    'The city has taken note of an urgent finding.',
    of({ source: z.string(), audit: id }),
  ),
  'findings-list.made': kind(
    'The list of the findings of a programme is made; its pages are counted from the file.',
    of({ type, findings: z.int(), charts: z.int(), columns: words, paper: z.string(), pages: z.int() }),
  ),
  'debriefing.prepared': kind(
    'The material for the meeting at which the results are explained is complete.',
    of({ type, target, contents: words, cases: z.int(), occurredOn: day }),
  ),
});
