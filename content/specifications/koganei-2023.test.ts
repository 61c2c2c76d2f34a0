import { describeSpecification } from './specification.fixture.ts';

describeSpecification('koganei-2023', {
  clauses: 193,
  anchors: { contractDate: '2023-04-03', periodFrom: '2023-04-04', periodTo: '2024-03-31' },
});
