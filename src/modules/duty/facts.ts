import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';
import { day, id, sha256 } from '../../kernel/schema.ts';

const occurredOn = day.optional();
const plain = z.strictObject({ occurredOn });
const names = z.array(z.string());
const members = z.array(id);

export const facts = defineFacts({
  'rules.acknowledged': {
    when: 'A member confirms to know the rules of the city that apply.',
    data: z.strictObject({ member: id, rules: names, occurredOn }),
  },
  'measure.recorded': {
    when: 'A security measure of the contractor is put on record with its owner.',
    data: z.strictObject({ prevents: names, owner: id }),
  },
  'security-document.due-set': {
    when: 'The city sets the due date of a document about security.',
    data: z.strictObject({ document: z.string(), due: day }),
  },
  'security-document.submitted': {
    when: 'The contractor submits a document about security.',
    data: z.strictObject({ document: z.string(), occurredOn }),
  },
  'cloud-service.registered': {
    when: 'A cloud service comes into use with one of the accepted evidences, or its evidence is renewed.',
    data: z.strictObject({ evidence: z.string(), validTo: day.nullable() }),
  },
  'cloud-service.ended': { when: 'The contractor stops using a cloud service.', data: plain },
  'information-manager.appointed': {
    when: 'A member becomes responsible for the contractor keeping level 3 assets properly.',
    data: z.strictObject({ member: id, occurredOn }),
  },
  'handlers.notified': {
    when: 'The city is told who handles its information.',
    data: z.strictObject({ members, fields: names, occurredOn }),
  },
  'workplace.requested': {
    when: 'The contractor asks to work with level 3 assets outside the premises of the city.',
    data: z.strictObject({ safeguards: names, outside: z.boolean() }),
  },
  'workplace.decided': {
    when: 'The city agrees to a place of work or refuses it.',
    data: z.strictObject({ approved: z.boolean() }),
  },
  'handling.recorded': {
    when: 'A member has worked with an asset, at a place and for a purpose.',
    data: z.strictObject({
      member: id,
      place: id.nullable(),
      outside: z.boolean(),
      level: z.string(),
      purpose: z.string(),
      material: id.nullable(),
      occurredOn,
    }),
  },
  'level3.granted': {
    when: 'A member may from now on handle level 3 assets.',
    data: z.strictObject({ member: id }),
  },
  'level3.revoked': {
    when: 'A member may no longer handle level 3 assets.',
    data: z.strictObject({ member: id }),
  },
  'staff-training.planned': {
    when: 'A training of the members is planned.',
    data: z.strictObject({ topics: names, members }),
  },
  'staff-training.plan-reported': { when: 'The plan of a training is reported to the city.', data: plain },
  'staff-training.held': {
    when: 'A training took place.',
    data: z.strictObject({ topics: names, members, occurredOn: day }),
  },
  'staff-training.reported': { when: 'The city is told that a training took place.', data: plain },
  'confidentiality.signed': {
    when: 'A member signs to keep secrets, also after leaving.',
    data: z.strictObject({ member: id, occurredOn }),
  },
  'confidentiality.submitted': {
    when: 'The city receives the evidence that members know their duty of secrecy.',
    data: z.strictObject({ members, occurredOn }),
  },
  'subcontract.requested': {
    when: 'The contractor reports the particulars of a subcontract and asks for approval.',
    data: z.strictObject({ fields: names, important: z.boolean(), groupCompany: z.boolean() }),
  },
  'subcontract.decided': {
    when: 'The city approves a subcontract in writing or refuses it.',
    data: z.strictObject({ approved: z.boolean(), written: z.boolean() }),
  },
  'subcontract.contract-confirmed': {
    when: 'The contract with the subcontractor was checked for the duties and the ban on going further.',
    data: z.strictObject({ obligationsIncluded: z.boolean(), furtherProhibited: z.boolean() }),
  },
  'subcontract.started': { when: 'The subcontractor begins to work.', data: plain },
  'subcontract.ended': { when: 'The subcontractor has finished.', data: plain },
  'subcontract.none-declared': { when: 'The contractor declares to work without subcontractors.', data: plain },
  'material.received': {
    when: 'Something was lent to, obtained or made by the contractor for the engagement.',
    data: z.strictObject({ level: z.string(), kind: z.string(), public: z.boolean(), origin: z.string(), occurredOn }),
  },
  'material.copied': {
    when: 'Copies were made of a material, after the city agreed.',
    data: z.strictObject({ approved: z.boolean(), copies: z.int(), copy: id, occurredOn }),
  },
  'material.returned': { when: 'A material was given back or handed over to the city.', data: plain },
  'material.erased': {
    when: 'A material or its copies were destroyed so that nobody can read them.',
    data: z.strictObject({
      method: z.string(),
      irrecoverable: z.boolean(),
      person: id,
      copy: id.nullable(),
      occurredOn: day,
    }),
  },
  'disposal.reported': {
    when: 'The contractor reports how everything was returned or erased, with a certificate.',
    data: z.strictObject({ materials: z.array(id), certificate: z.string() }),
  },
  'copy.requested': {
    when: 'The contractor asks to copy a material or a marked document.',
    data: z.strictObject({ copies: z.int() }),
  },
  'copy.refused': { when: 'The city does not permit a copy.', data: plain },
  'copy.permitted': {
    when: 'The city permits copies of a marked document.',
    data: z.strictObject({ document: z.string(), scope: z.string() }),
  },
  'incident.noticed': {
    when: 'The contractor learns of an incident, of the danger of one, or of a breach of the contract.',
    data: z.strictObject({
      awareOn: day,
      suspected: z.boolean(),
      class: z.string(),
      departments: z.array(id).optional(),
    }),
  },
  'incident.departments-named': {
    when: 'The departments of the city that an incident concerns are named, or named anew.',
    data: z.strictObject({ departments: z.array(id) }),
  },
  'incident.reported': { when: 'The incident is reported to the city.', data: plain },
  'incident.instructed': { when: 'The city instructs the contractor about an incident.', data: plain },
  'incident.completed': { when: 'The contractor has carried out the instruction.', data: plain },
  'incident.published': { when: 'The city publishes an incident.', data: z.strictObject({ scope: z.string() }) },
  'incident.none-declared': { when: 'The contractor declares that there was no incident.', data: plain },
  'inspection.requested': { when: 'The city asks to inspect the contractor.', data: plain },
  'inspection.answered': { when: 'The contractor answers the request for an inspection.', data: plain },
  'inspection.held': {
    when: 'The city has inspected the contractor on site or on paper.',
    data: z.strictObject({
      mode: z.string(),
      reason: z.string().nullable(),
      place: z.string().nullable(),
      objects: names,
      occurredOn,
    }),
  },
  'breach.recorded': {
    when: 'A breach of the contract or a damage is put on record.',
    data: z.strictObject({ kind: z.string(), occurredOn }),
  },
  'breach.decided': { when: 'The city decides what follows from a breach or a damage.', data: plain },
  'oath.submitted': {
    when: 'The city receives a signed oath of members, of the firm, or of a subcontractor.',
    data: z.strictObject({
      signer: z.enum(['member', 'firm', 'subcontractor']),
      members,
      subcontract: id.nullable(),
      occurredOn,
    }),
  },
  'carry-out.requested': {
    when: 'The contractor asks to take logs or materials out of the premises of the city.',
    data: z.strictObject({
      materials: names,
      purpose: z.string(),
      carrier: id,
      medium: z.string(),
      clause: z.string(),
    }),
  },
  'carry-out.decided': {
    when: 'The city agrees to something being taken out or refuses it.',
    data: z.strictObject({ approved: z.boolean() }),
  },
  'carry-out.taken': { when: 'Something was taken out, after the city agreed.', data: plain },
  'carry-out.returned': { when: 'What was taken out came back or was erased.', data: plain },
  'disclosure.requested': {
    when: 'The contractor asks to show, copy, lend or give something of the engagement to a third party.',
    data: z.strictObject({ acts: names, recipient: z.string() }),
  },
  'disclosure.decided': {
    when: 'The city permits dealings with a third party or refuses them.',
    data: z.strictObject({ approved: z.boolean() }),
  },
  'disclosure.made': {
    when: 'What the city has permitted was shown, copied, lent or given to the third party.',
    data: z.strictObject({ recipient: z.string(), occurredOn }),
  },
  'third-party-work.registered': {
    when: 'A work of a third party is used, with its licence and who bears the cost.',
    data: z.strictObject({ owner: z.string(), licence: z.string(), costBy: z.string() }),
  },
  'report.requested': {
    when: 'The city asks for a report about the contract or gives an instruction.',
    /** `due` is the last day of the contract where the city sets none. */
    data: z.strictObject({ topic: z.string(), due: day.optional() }),
  },
  'report.answered': { when: 'The contractor has answered a request for a report.', data: plain },
  'report.accepted': { when: 'The city takes the answer to a request for a report as sufficient.', data: plain },
  'report.returned': { when: 'The city sends the answer to a request for a report back.', data: plain },
  'document.ordered': {
    when: 'The city orders a document that the specification names.',
    data: z.strictObject({ document: z.string(), due: day }),
  },
  'document.handed-in': {
    when: 'The contractor hands in an ordered document.',
    data: z.strictObject({ document: z.string(), occurredOn }),
  },
  'supervisor.named': { when: 'The city names the supervisor of the work.', data: plain },
  'eco.recorded': {
    when: 'The contractor records environment-friendly goods that it uses or delivers.',
    data: z.strictObject({ items: names }),
  },
  'annex.registered': {
    when: 'An annex that the specification only names is received; `items` is how many things it asks for.',
    data: z.strictObject({ annex: z.string(), items: z.int(), occurredOn }),
  },
  'compliance.declared': {
    when: 'The contractor declares to observe the laws that the specification names.',
    data: z.strictObject({ laws: names, occurredOn }),
  },
  'proposal.made': {
    when: 'The contractor proposes something that serves an aim of the specification; `objective` is the clause of the aim.',
    data: z.strictObject({ objective: z.string() }),
  },
  'proposal.decided': {
    when: 'The city takes up a proposal or declines it.',
    data: z.strictObject({ accepted: z.boolean() }),
  },
  'erasure.certified': {
    when: 'What the contractor held was erased, was found to be gone, and the certificate was issued.',
    data: z.strictObject({
      materials: z.array(id),
      /** Hashes only: what it was stands in the certificate. */
      items: z.array(z.strictObject({ module: z.string(), record: sha256, files: z.array(sha256) })),
      certificate: z.string(),
      occurredOn: day,
    }),
  },
});
