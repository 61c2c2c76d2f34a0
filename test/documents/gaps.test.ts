/** Whoever looks at a document before it is made is told what its records still lack. */
import { describe, expect, it } from 'vitest';
import { discoverModules } from '../../src/kernel/discovery.ts';

/** Documents of which nothing can be lacking, and why. */
const COMPLETE: Readonly<Record<string, string>> = {
  'month-report': 'counts what the records say of a month that is over',
  'asset-pre-survey': 'is a blank form of the programme',
  'system-pre-survey': 'is a blank form of the programme',
  'pre-survey': 'is a blank form of the programme',
  'audit-notice': 'is made from the policy that both sides confirmed',
  'self-check-advice': 'is not made without its advice',
  'internal-audit-attendance': 'lists what was recorded at the audits',
  'internal-audit-advice': 'lists the advice that was given',
  'advice-record': 'lists the advice that was given',
  'auditor-course': 'is course material that comes with the product',
  'internal-auditor-course': 'is course material that comes with the product',
  'course-exercise': 'is an exercise that comes with the product',
  'course-exercise-answers': 'is an exercise that comes with the product',
  'course-attendance': 'lists who was there',
  'course-completion': 'lists who completed the course',
  'course-results': 'counts the answers to the exercise',
  'verification-record': 'is not made before the verification was carried out',
  'consultation-summary': 'counts what was consulted until now',
  'delivery-note': 'lists what is in the package',
  'staff-training-plan': 'is a plan whose fields are all filled in when it is made',
  oath: 'is signed by hand',
  'erasure-certificate': 'is not made before the erasure is certified',
  'progress-report': 'tells the progress of the day from the records',
  'progress-status': 'tells the progress of the day from the records',
  'outline-schedule': 'is made from the work plan, whose gaps the plan tells',
  'information-corner': 'lists what was collected',
  'policy-advice': 'is made of advice that was given',
};

const documents = (await discoverModules()).flatMap((module) => module.documents);

describe('every document', () => {
  it('tells what it lacks, or says why it cannot lack anything', () => {
    const silent = documents.filter(({ gaps }) => gaps === undefined).map(({ kind }) => kind);
    expect(silent.toSorted()).toEqual(Object.keys(COMPLETE).toSorted());
  });

  it('names its subjects in Japanese', () => {
    const named = documents.flatMap(({ kind, perSubject }) => (perSubject === undefined ? [] : [[kind, perSubject]]));
    expect(named.filter(([, title]) => !/^[^\x20-\x7e]+$/u.test(title ?? ''))).toEqual([]);
  });
});
