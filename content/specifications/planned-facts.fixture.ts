/**
 * Kinds of facts that capabilities still to come will record, with their fields, by capability. A clause whose rules name
 * them is shown as planned until a module declares the kind; then it leaves this list.
 */
export const PLANNED_FACT_KINDS: Readonly<Record<string, readonly string[]>> = {
  // engagement: plan and work
  'task.added': ['clause', 'plannedStart', 'plannedEnd'],
  'baseline.set': ['version'],
  'wbs.replanned': ['tasks', 'trigger'],
  'wbs.delay-detected': ['tasks', 'days'],
  'milestone.reached': ['clause'],
  'blackout.registered': ['department'],
  'work.recorded': ['clause', 'mode', 'occurredOn', 'members', 'responsible'],

  // meetings
  'meeting.materials-sent': ['meeting', 'type', 'papers', 'agenda', 'occurredOn'],
  'minutes.approved': ['meeting', 'edition'],
  'minutes.returned': ['meeting', 'edition'],
  'meeting.online-agreed': ['meeting', 'type'],
  'issue.opened': ['meeting'],
  'issue.closed': [],

  // team
  'career.declared': ['member', 'field', 'years', 'asOf'],
  'expertise.declared': ['member', 'fields', 'evidence'],
  'role.appointed': ['member', 'role', 'occurredOn'],

  // obligations
  'oath.submitted': ['signer', 'members', 'subcontract', 'occurredOn'],
  'carry-out.requested': ['materials', 'purpose', 'carrier', 'medium', 'clause'],
  'carry-out.decided': ['approved'],
  'carry-out.taken': ['occurredOn'],
  'carry-out.returned': ['occurredOn'],
  'disclosure.requested': ['acts', 'recipient'],
  'disclosure.decided': ['approved'],
  'third-party-work.registered': ['owner', 'licence', 'costBy'],
  'report.requested': ['topic'],
  'report.answered': [],
  'erasure.certified': ['materials', 'items', 'certificate', 'occurredOn'],
  'supervisor.named': ['occurredOn'],
  'eco.recorded': ['items'],
  'document.ordered': ['document', 'due'],
  'document.handed-in': ['document', 'occurredOn'],
};
