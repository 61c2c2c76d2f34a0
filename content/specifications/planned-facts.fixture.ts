/**
 * Kinds of facts that capabilities still to come will record, with their fields, by capability. A clause whose rules name
 * them is shown as planned until a module declares the kind; then it leaves this list.
 */
export const PLANNED_FACT_KINDS: Readonly<Record<string, readonly string[]>> = {
  // consultation
  'consultation.received': ['category', 'channel', 'origin', 'urgent', 'questions', 'occurredOn'],
  'consultation.assigned': ['member'],
  'consultation.answered': [
    'channel',
    'citations',
    'considerations',
    'summaryForLaypeople',
    'counted',
    'questions',
    'occurredOn',
  ],
  'consultation.visited': ['occurredOn', 'members'],
  'consultation.reopened': [],
  'consultation.rated': ['score'],
  'consultation.closed': ['reason'],
  'consultation.cap-exceeded-approved': ['month'],
  'consultation-summary.issued': ['period', 'from', 'to', 'count'],

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
};
