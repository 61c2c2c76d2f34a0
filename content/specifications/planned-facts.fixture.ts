/**
 * Kinds of facts that capabilities still to come will record, with their fields, by capability. A clause whose rules name
 * them is shown as planned until a module declares the kind; then it leaves this list.
 */
export const PLANNED_FACT_KINDS: Readonly<Record<string, readonly string[]>> = {
  // engagement: plan and work

  // team

  // obligations

  // audits, continued: what follows or accompanies the plan, the checklist and the session

  // self-check, beyond the campaign

  // advisory
  'notice.received': ['source', 'issuedOn', 'occurredOn'],
  'notice.explained': ['citations', 'response', 'summaryForLaypeople'],
  'committee-pack.issued': ['subjects', 'recipients', 'date'],
  'recommendation.made': ['basis', 'aims', 'areas'],
  'recommendation.answered': [],
  'next-plan.drafted': ['inputs', 'items', 'period'],

  // cloud services and new outsourcing
  'service-case.opened': ['kind', 'department', 'level', 'ismap'],
  'service-case.stage-entered': ['stage'],
  'service-case.interviewed': ['controls'],
  'service-case.candidates-presented': ['services', 'fitting'],
  'service-case.alternative-proposed': [],
  'service-case.specification-received': [],
  'service-case.specification-reviewed': ['comments'],
  'service-case.questions-advised': ['questions'],
  'service-case.documents-received': ['checklist', 'documents'],
  'service-case.documents-reviewed': ['issues'],
  'service-case.researched': ['functions', 'controls', 'advice'],
  'service-case.vendor-selected': [],
  'service-case.result-drafted': ['cautions'],
  'service-case.submitted': [],
  'service-case.decided': ['approved'],
  'service-case.contracted': ['occurredOn'],
  'service-case.advised': ['advice', 'conditions'],
  'service-procedure.proposed': ['objects'],
  'service-checklist.advised': ['object', 'items', 'version'],
  'service-checklist.drafted': ['object', 'items', 'version'],

  // training of the city's staff
  'course.assigned': ['course', 'audience', 'people'],
  'course.reviewed': ['course', 'inputs', 'steps', 'proposals'],
  'training-scheme.proposed': ['audiences', 'kinds', 'version'],

  // drill
  'drill.targets-designated': ['departments'],
  'drill.scenario-drafted': ['injects', 'effects', 'version'],
  'drill.scenario-approved': ['version'],
  'drill.plan-issued': ['scope', 'version'],
  'drill.documents-revised': ['documents', 'circumstances'],
  'drill.held': ['departments', 'occurredOn'],
  'drill.attended': ['members', 'observations', 'advice'],
  'drill.critiqued': ['contents'],
  'drill.evaluated': ['contents', 'improvements'],
  'drill.report-due-set': ['due'],
  'drill.reported': ['contents', 'occurredOn'],

  // incidents of the city
  'city-incident.reported': ['departments', 'category', 'occurredOn'],
  'city-incident.visited': ['steps', 'members', 'occurredOn'],
  'city-incident.report-submitted': ['causes', 'measures'],
  'city-incident.closed': [],
  'city-incident.none-declared': [],
  'city-incident.summarised': ['fiscalYear', 'incidents'],

  // revision of policies, guidelines, handbooks and procedures
  'revision.opened': ['document', 'trigger', 'tasks', 'enforcement'],
  'revision.inputs-analysed': ['document', 'inputs'],
  'revision.explained': ['document', 'version', 'occurredOn'],
  'revision.discussed': ['document', 'version', 'comments', 'occurredOn'],
  'correspondence.updated': ['standard', 'document', 'edition', 'columns', 'differences', 'types', 'unexamined'],
  'difference.found': ['document', 'type'],
  'difference.discussed': ['document', 'issues'],
  'difference.decided': ['document', 'decision'],
  'procedure.supported': ['action', 'basis'],
  'publicity.held': ['form', 'topics', 'occurredOn'],

  // deliverables: packages and what goes with them
  'deliverable.quality-checked': ['type', 'version', 'language', 'currency', 'plainLanguage'],
  'deliverable.parts-listed': ['type', 'parts'],

  // audits of every type; `type` is external, internal, my-number or vendor-site; the subject of a target is the target

  // my-number

  // vendor-site-audit, procurement-review
  'review-case.received': ['category', 'reviewType', 'project', 'amount', 'importance', 'occurredOn'],
  'review-case.accepted': [
    'category',
    'reviewType',
    'project',
    'amount', // thousand yen
    'importance',
    'previousYear',
  ],
  'review-viewpoint.judged': ['viewpoint', 'judgement', 'comment', 'remarksOpen'],
  'review-proposal.made': ['basis', 'architecture'],
  'review-case.completed': [
    'category',
    'reviewers',
    'businessBy',
    'technicalBy',
    'requested',
    'reviewed',
    'axes',
    'checked', // functional and non-functional requirements
    'unworded', // missing requirements without a proposed wording
  ],

  // cloud-service: a department wishes to use a service
  'service-assessment.requested': ['department', 'service', 'ismap', 'occurredOn'],
  'service-assessment.completed': ['result', 'ismapChecked', 'ismap', 'alternativeReason', 'reasons', 'conditions'],

  // policy, registers
  'policy-review.completed': ['document', 'inputs', 'provisions', 'gaps'],
  'document-support.proposed': ['documents', 'criteria'],
  'document-support.agreed': ['documents'],
  'revision.proposed': [
    'document',
    'fields',
    'provisions',
    'sources',
    'discussed',
    'version',
    'basis',
    'outputs',
    'withoutSource',
  ],
  'revision.decided': ['document', 'adopted'],
  'revision.unneeded': ['document', 'reason'],

  // diagnosis; `kind` is penetration, configuration, web
  'diagnosis-method.proposed': ['tools', 'threats', 'toolsBy'],
  'diagnosis-method.accepted': [],
  'diagnosis-target.agreed': ['kind', 'route', 'unit', 'pages', 'operational'],
  'diagnosis.pre-checked': ['kind', 'limits', 'stopCondition', 'destructive'],
  'diagnosis.held': [
    'kind',
    'days',
    'reason',
    'targets',
    'operatorPresent',
    'operatorFrom',
    'operatorTo',
    'disturbances',
    'occurredOn',
  ],
  'diagnosis.checked': ['kind', 'items', 'targets', 'empty', 'withoutService', 'pages'],
  'diagnosis.rated': ['scale', 'level', 'advice', 'withoutAdvice'],
  'diagnosis-report.drafted': [
    'kind',
    'version',
    'edition', // full or executive
    'contents',
    'axes',
    'incomplete',
    'considerations',
    'withoutAnalysis',
  ],

  // password-audit
  'password-procedure.proposed': ['steps', 'alternative'],
  'password-procedure.decided': ['accepted'],
  'password-tool.handed-over': ['items', 'version', 'checksum'],
  'password-file.extracted': ['tool', 'system', 'accounts', 'checksum', 'occurredOn'],
  'password-file.handed-over': ['checksum', 'encrypted'],
  'password-file.received': ['checksum', 'matches'],
  'password-analysis.completed': [
    'accounts',
    'columns',
    'checkpoints', // minutes
    'reached',
    'unexplained', // rows not reached and without a reason
    'tables',
  ],
  'password-report.drafted': ['sections', 'environment', 'version'],
  'password-file.erased': ['method', 'irrecoverable', 'person', 'occurredOn'],

  // deliverables, obligations
  'retention.recorded': ['reason'],
};
