/** What the audit module writes to the journal. Ids, days and counts only: no names and no text about people. */
import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';
import { NOTICE_COLUMNS } from './labels.ts';

const id = z.uuid();
const day = z.iso.date();
const kind = <S extends z.ZodType>(when: string, data: S) => ({ data, when });
const of = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape);
const department = { department: id };
/** A level of the programme's grading scheme: 指摘, 意見, 改善すべき事項, … */
const grade = z.string();
const technique = z.enum(['書類確認', 'ヒアリング', '現場確認', '再実施']);

export const facts = defineFacts({
  'theme.set': kind(
    'The security office sets the focus theme of the year and the edition of its guideline.',
    of({ theme: z.string(), article: z.string(), guideline: z.string(), guidelineVersion: z.string() }),
  ),
  'audit.opened': kind(
    'The security office opens the audit of a selected department or another target.',
    of({ ...department, audit: id, programme: z.string().optional(), target: id.optional() }),
  ),
  'audit.stage-changed': kind(
    'The audit of a department enters its next stage.',
    of({ ...department, from: z.string(), to: z.string() }),
  ),
  'issues.organised': kind(
    'The contractor organises the issues of a department from self-check and survey.',
    of({ ...department, issues: z.int() }),
  ),
  'audit-policy.drafted': kind(
    'The contractor lays the policy with its seven fields before the city.',
    of({ version: z.int(), fields: z.array(z.string()) }),
  ),
  'audit-policy.returned': kind('The city returns the policy with remarks.', of({ version: z.int() })),
  'audit-policy.confirmed': kind('One side confirms the policy.', of({ version: z.int(), side: z.string() })),
  'audit-policy.agreed': kind('Both sides have confirmed the policy.', of({ version: z.int() })),
  'audit-notice.sent': kind(
    'The city sends the audit notice to a department.',
    of({ ...department, policy: id, occurredOn: day }),
  ),
  'method.chosen': kind(
    'The contractor chooses the methods for a department with a reason.',
    of({ ...department, documents: z.boolean(), hearing: z.boolean(), visit: z.boolean(), reason: z.string() }),
  ),
  'document-request.prepared': kind(
    'The contractor lists the additional documents and hands the list to the city.',
    of({ ...department, documents: z.int(), due: day }),
  ),
  'document-request.sent': kind(
    'The city sends the request, or what is still missing, to the department.',
    of({ ...department, again: z.boolean(), occurredOn: day }),
  ),
  'document.received': kind('The department hands in documents.', of({ ...department, files: z.int(), item: id })),
  'document.judged': kind(
    'The contractor accepts a received document or finds it insufficient.',
    of({ ...department, item: id, judgement: z.enum(['accepted', 'insufficient']) }),
  ),
  'evidence.added': kind(
    'A piece of evidence is put on file.',
    of({ ...department, sha256: z.string(), collector: id, technique }),
  ),
  'evidence.described': kind(
    'What is said about a piece of evidence is put right; the file and its hash stay.',
    of({ ...department, sha256: z.string(), technique }),
  ),
  'evidence.custody-recorded': kind(
    'A piece of evidence is viewed, handed over or returned.',
    of({ ...department, event: z.string() }),
  ),
  'check.judged': kind(
    'A check item of a department is judged.',
    of({ ...department, item: z.string(), judgement: z.string(), method: z.array(technique), evidence: z.int() }),
  ),
  'check.judgement-withdrawn': kind(
    'A judgement is taken back: the item is open again.',
    of({ ...department, item: z.string() }),
  ),
  'check.left-out': kind(
    'A check item is left out for a department, or brought back.',
    of({ ...department, item: z.string(), out: z.boolean() }),
  ),
  'check-items.added': kind(
    'Items of a catalogue join the checklist of an audit after it was opened.',
    of({ ...department, audit: id, catalogue: z.string(), items: z.int(), reason: z.string() }),
  ),
  'audit.checklist-followed': kind(
    'A later version of the checklist is taken over into an audit; `kept` counts dropped items that were answered already.',
    of({ ...department, audit: id, version: z.int(), added: z.int(), leftOut: z.int(), kept: z.int() }),
  ),
  'field-record.added': kind(
    'Somebody records what was asked, seen or done again at the target.',
    of({ ...department, audit: id, kind: z.enum(['interview', 'observation', 're-performance']) }),
  ),
  'field-record.withdrawn': kind(
    'A record of field work that was made by mistake is withdrawn with a reason; it stays on file.',
    of({ ...department, audit: id, kind: z.enum(['interview', 'observation', 're-performance']) }),
  ),
  'sample.drawn': kind(
    'A sample is drawn for an item by a stated method; random and systematic ones can be drawn again from the seed.',
    of({
      ...{ ...department, audit: id, item: z.string() },
      ...{ method: z.enum(['random', 'systematic', 'judgemental']), size: z.int(), count: z.int(), seed: z.string() },
    }),
  ),
  'sample.examined': kind(
    'What the drawn ones showed is recorded; the subject is the sample. `examined` counts those with a result so far.',
    of({
      ...{ ...department, audit: id, item: z.string() },
      ...{ count: z.int(), examined: z.int(), deviations: z.int(), unavailable: z.int() },
    }),
  ),
  'audit-session.held': kind(
    'A session of an audit has taken place at its target.',
    of({
      ...{ type: z.string(), target: id, ...department, kind: z.string(), occurredOn: day },
      ...{ participants: z.array(id), methods: z.array(z.string()), onSite: z.boolean(), place: z.string() },
      ...{ minutes: z.int().optional(), plannedMinutes: z.int().optional() },
      // Asked for after the briefing.
      additionalDocuments: z.int(),
      viewpoints: z.array(z.string()),
      // Items that have neither a judgement nor evidence.
      unjudged: z.int(),
      ...{ interviewees: z.array(z.string()), intervieweesMissing: z.boolean().optional() },
      ...{ interviewTopics: z.array(z.string()), documentsSeen: z.int(), placesSeen: z.int() },
      ...{ vendorPeople: z.int(), vendorApproved: z.boolean().optional(), checks: z.array(z.string()) },
    }),
  ),
  'audit-session.attended': kind(
    "The contractor attends an audit by the city's own auditors.",
    of({ target: id, points: z.array(z.string()), members: z.array(id).min(1), occurredOn: day }),
  ),
  'working-paper.reviewed': kind(
    'Somebody who did not write it reviews the working paper of an item, which is locked by that.',
    of({ ...department, audit: id, item: z.string(), changes: z.int() }),
  ),
  'working-paper.amended': kind(
    'A locked working paper is changed with a reason; before and after stay with it.',
    of({ ...department, audit: id, item: z.string() }),
  ),
  'working-paper.drafted': kind(
    'The reviewed working papers of a target are laid before the city.',
    of({ type: z.string(), target: id, version: z.int() }),
  ),
  'working-paper.shown': kind(
    'The city passes the facts of the working papers on to the audited department.',
    of({ type: z.string(), target: id, version: z.int(), occurredOn: day }),
  ),
  'working-paper.answered': kind(
    'The audited department answers whether the working papers hold an error of fact.',
    of({ type: z.string(), target: id, version: z.int(), agreed: z.boolean(), remarks: z.int() }),
  ),
  'working-paper.confirmed': kind(
    'The city confirms, after asking the audited department, that the working papers hold no error of fact.',
    of({ type: z.string(), target: id, version: z.int() }),
  ),
  'hearing.prepared': kind(
    'Questions are handed to the city, or a hearing is planned.',
    of({ ...department, mode: z.string() }),
  ),
  'hearing.sent': kind(
    'The city sends the questions to the department.',
    of({ ...department, questions: z.int(), occurredOn: day }),
  ),
  'hearing.answered': kind('The department answers a question.', of({ ...department })),
  'hearing.held': kind(
    'A hearing has taken place: a mail thread is closed, or people have met.',
    of({
      ...department,
      mode: z.enum(['メール', '対面', 'WEB会議']),
      participants: z.array(id).min(1),
      occurredOn: day,
    }),
  ),
  'hearing.minutes-submitted': kind('The contractor hands in the minutes of a hearing.', of({ ...department })),
  'visit.timetable-submitted': kind('The timetable of a site visit goes to the city.', of({ ...department })),
  'visit.timetable-returned': kind('The city returns the timetable with remarks.', of({ ...department })),
  'visit.timetable-confirmed': kind('The city confirms the timetable of a site visit.', of({ ...department })),
  'visit.held': kind(
    'A site visit has taken place.',
    of({ ...department, participants: z.array(id).min(1), occurredOn: day }),
  ),
  'visit.outline-submitted': kind(
    'The outline of what a site visit found goes to the city.',
    of({ ...department, findings: z.int() }),
  ),
  'contract.designated': kind(
    'The city designates a contract for the focus theme.',
    of({ ...department, documents: z.int(), agreed: z.boolean() }),
  ),
  'contract-documents.attached': kind(
    'The city adds documents of a contract.',
    of({ ...department, documents: z.int() }),
  ),
  'contract-check.not-applicable': kind(
    'A department has no contract that the theme concerns.',
    of({ ...department, reason: z.string() }),
  ),
  'contract-item.judged': kind(
    'One item of the list is looked up in the documents of a contract.',
    of({
      ...department,
      contract: id,
      item: z.string(),
      judgement: z.enum(['reflected', 'partly', 'absent']),
      advice: z.boolean(),
      kind: z.enum(['wording', 'example', 'alternative']).nullable(),
    }),
  ),
  'contract-item.waived': kind(
    'The city decides that an item is not required in a contract.',
    of({ ...department, contract: id, item: z.string() }),
  ),
  'contract-item.improved': kind(
    'The city records how far the advice on an item has been followed.',
    of({ ...department, contract: id, item: z.string(), state: z.string() }),
  ),
  'contract-check.completed': kind(
    'Every item of a contract is judged and the result goes to the city.',
    of({ ...department, items: z.int(), added: z.int() }),
  ),
  'check-item.proposed': kind(
    'The contractor proposes a further check item.',
    of({ ...department, contract: id.nullable() }),
  ),
  'check-item.agreed': kind('The city agrees to a further check item.', of({ ...department, contract: id.nullable() })),
  'check-item.declined': kind(
    'The city declines a further check item.',
    of({ ...department, contract: id.nullable() }),
  ),
  'service-register.checked': kind(
    'The entry of a service in the register of external services is compared with the contract.',
    of({ ...department, contract: id, result: z.enum(['correct', 'inaccurate', 'missing']) }),
  ),
  'finding.drafted': kind(
    'A finding is drafted, or its text changed.',
    of({
      ...department,
      grade: grade.nullable(),
      basis: z.array(z.string()),
      source: z.enum(['9(1)イ', '9(1)ウ', 'audit']),
      edition: z.int(),
    }),
  ),
  'finding.sent-back': kind(
    'The quality review gives a draft back before it leaves the contractor.',
    of({ ...department, edition: z.int() }),
  ),
  'common-issue.raised': kind(
    'Findings of several departments are taken up as an issue of the whole city.',
    of({ type: z.string(), departments: z.array(id).min(2) }),
  ),
  'template.provided': kind(
    'The contractor gives the city a model that helps to solve a city-wide issue.',
    of({ issue: id, document: z.string() }),
  ),
  'finding.reviewed': kind('The lead reviews a finding.', of({ ...department, edition: z.int() })),
  'finding.issued': kind('A reviewed finding goes to the city.', of({ ...department, grade, edition: z.int() })),
  'finding.returned': kind('The city returns a finding with remarks.', of({ ...department })),
  'finding.confirmed': kind('The city confirms a finding.', of({ ...department, edition: z.int() })),
  'finding.shown': kind('The city shows a finding to the department.', of({ ...department, occurredOn: day })),
  'finding.answered': kind(
    'The department tells the city its view of a finding.',
    of({ ...department, view: z.enum(['agreed', 'objected']) }),
  ),
  'finding.view-recorded': kind(
    "The city records the department's view of a finding.",
    of({ ...department, view: z.enum(['agreed', 'objected']), settled: z.boolean(), occurredOn: day }),
  ),
  'finding.reopened': kind('An objection reopens a finding.', of({ ...department })),
  'finding.withdrawn': kind('A finding is withdrawn with a reason.', of({ ...department })),
  'result-notice.drafted': kind(
    'The four columns of the result notice are put together for a department.',
    of({ ...department, columns: z.array(z.enum(NOTICE_COLUMNS)), findings: z.int(), notice: id }),
  ),
  'result-notice.issued': kind(
    'The lead hands the draft of the result notice to the city.',
    of({ ...department, notice: id }),
  ),
  'result-notice.sent': kind(
    'The city sends the result notice to a department.',
    of({ ...department, notice: id, occurredOn: day }),
  ),
  'explanation.waived': kind(
    'The city decides that a department needs no explanation.',
    of({ ...department, reason: z.string() }),
  ),
  'explanation.recorded': kind('The explanation to a department is on record.', of({ ...department, occurredOn: day })),
});
