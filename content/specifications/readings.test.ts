/** Readings that set several things at once: every option of them moves the rule and the condition together. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSpecification, resolveSpecification, type Specification } from '../../src/core/specification/index.ts';

const sourceOf = (id: string) => parseSpecification(readFileSync(new URL(`${id}.yaml`, import.meta.url), 'utf8'));

const ruleOf = ({ clauses }: Specification, clause: string, rule: string) =>
  clauses.find(({ id }) => id === clause)?.rules.find(({ id }) => id === rule);

test.each([
  ['none', 10, 'none'],
  ['within-year', 120, 'within-year'],
])('kyoto-2024, carry-over %s', (option, max, carryOver) => {
  const specification = resolveSpecification(sourceOf('kyoto-2024'), { 'carry-over': option });
  expect(ruleOf(specification, '4(1)ア(ア)-p2', 'monthly-cap')).toMatchObject({ max });
  expect(specification.conditions.consultation?.cap).toMatchObject({ max: 10, carryOver });
});

test.each([
  ['submission', 'minutes.submitted', false],
  ['approval', 'minutes.approved', true],
])('koganei-2023, minutes-approval %s', (option, fact, approval) => {
  const specification = resolveSpecification(sourceOf('koganei-2023'), { 'minutes-approval': option });
  expect(ruleOf(specification, '5(2)⑥・1', 'settled')).toMatchObject({ fact: { fact } });
  expect(specification.conditions.meetings?.minutes).toMatchObject({ approval });
});

test.each([
  ['main-person', 'lead.appointed', 'lead'],
  ['everyone', 'member.assigned', 'everyone'],
])('tokubetsuku, substitutes %s', (option, fact, of) => {
  const specification = resolveSpecification(sourceOf('tokubetsuku'), { substitutes: option });
  expect(ruleOf(specification, '4(1)-p1', 'substitute')).toMatchObject({ per: { fact } });
  expect(specification.conditions.team?.substitutes).toMatchObject({ of });
});
