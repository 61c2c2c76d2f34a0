import { koganeiFacts } from './koganei-2023.facts.fixture.ts';
import { describeSpecification } from './specification.fixture.ts';
import { describeYear } from './year.fixture.ts';

describeSpecification('koganei-2023', {
  clauses: 193,
  anchors: { contractDate: '2023-04-03', periodFrom: '2023-04-04', periodTo: '2024-03-31' },
});

describeYear('koganei-2023', {
  facts: koganeiFacts(),
  first: '2023-04-03',
  last: '2024-03-31',
  statements: ['9(1)', '9(2)'],
  faults: [],
  readings: [],
});
