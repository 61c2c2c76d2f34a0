/** What the duties' operations show: every kind of record, and the list of duties. */
import { z } from 'zod';
import { id, version } from '../../../kernel/schema.ts';
import { DUTY_PAGES } from '../overview-line.ts';
import { BODIES } from '../records.ts';

const identity = { id, version };
/** Every kind of record with its id and version; the keys of `getDuties`. */
export const registers = z.strictObject({
  acknowledgement: z.array(BODIES.acknowledgement.extend(identity)),
  measure: z.array(BODIES.measure.extend(identity)),
  'security-document': z.array(BODIES['security-document'].extend(identity)),
  'cloud-service': z.array(BODIES['cloud-service'].extend(identity)),
  'information-manager': z.array(BODIES['information-manager'].extend(identity)),
  'handler-notice': z.array(BODIES['handler-notice'].extend(identity)),
  workplace: z.array(BODIES.workplace.extend(identity)),
  handling: z.array(BODIES.handling.extend(identity)),
  grant: z.array(BODIES.grant.extend(identity)),
  training: z.array(BODIES.training.extend(identity)),
  confidentiality: z.array(BODIES.confidentiality.extend(identity)),
  'confidentiality-evidence': z.array(BODIES['confidentiality-evidence'].extend(identity)),
  subcontract: z.array(BODIES.subcontract.extend(identity)),
  'no-subcontract': z.array(BODIES['no-subcontract'].extend(identity)),
  material: z.array(BODIES.material.extend(identity)),
  copy: z.array(BODIES.copy.extend(identity)),
  'disposal-report': z.array(BODIES['disposal-report'].extend(identity)),
  incident: z.array(BODIES.incident.extend(identity)),
  'no-incident': z.array(BODIES['no-incident'].extend(identity)),
  inspection: z.array(BODIES.inspection.extend(identity)),
  breach: z.array(BODIES.breach.extend(identity)),
  oath: z.array(BODIES.oath.extend(identity)),
  'carry-out': z.array(BODIES['carry-out'].extend(identity)),
  disclosure: z.array(BODIES.disclosure.extend(identity)),
  'third-party-work': z.array(BODIES['third-party-work'].extend(identity)),
  'report-request': z.array(BODIES['report-request'].extend(identity)),
  supervisor: z.array(BODIES.supervisor.extend(identity)),
  eco: z.array(BODIES.eco.extend(identity)),
  erasure: z.array(BODIES.erasure.extend(identity)),
  annex: z.array(BODIES.annex.extend(identity)),
  compliance: z.array(BODIES.compliance.extend(identity)),
  proposal: z.array(BODIES.proposal.extend(identity)),
});
export type Registers = z.output<typeof registers>;

export const dutyLine = z.strictObject({
  clause: z.string(),
  title: z.string(),
  state: z.enum(['done', 'open', 'not-due']),
  explanation: z.string(),
  page: z.enum(DUTY_PAGES),
});
export type DutyLineView = z.output<typeof dutyLine>;
