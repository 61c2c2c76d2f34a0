import { kyotoFacts } from './kyoto-2024.facts.fixture.ts';
import { describeSpecification } from './specification.fixture.ts';
import { alter, describeYear, drop, dropKind, is, repeat, shift } from './year.fixture.ts';

describeSpecification('kyoto-2024', {
  clauses: 107,
  anchors: { contractDate: '2024-04-05', periodFrom: '2024-04-05', periodTo: '2025-03-31' },
});

describeYear('kyoto-2024', {
  facts: kyotoFacts(),
  first: '2024-04-05',
  last: '2025-03-31',
  statements: [],
  faults: [['an eleventh consultation in a month', ['4(1)ア(ア)-p2'], repeat(is('consultation.triaged'), 11)]],
  readings: [],
});
