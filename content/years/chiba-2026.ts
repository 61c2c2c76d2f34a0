/** The contract year under the chiba-2026 specification, in the fictional city of Aoba. */
import type { Year } from '../../src/cli/year/year.ts';
import { audit } from './chiba-2026/audit.ts';
import { begin, PASSWORD } from './chiba-2026/begin.ts';
import { CAST, MUNICIPALITY } from './chiba-2026/cast.ts';
import { deliveries } from './chiba-2026/deliveries.ts';
import { improvement } from './chiba-2026/improvement.ts';
import { meetings } from './chiba-2026/meetings.ts';
import { createMemory } from './chiba-2026/memory.ts';
import { support } from './chiba-2026/support.ts';
import { survey } from './chiba-2026/survey.ts';
import { team } from './chiba-2026/team.ts';

export const year: Year = {
  specification: 'chiba-2026',
  municipality: { code: 'aoba', name: MUNICIPALITY },
  demonstrationDay: '2026-12-18',
  demonstrationPassword: PASSWORD,
  people: CAST.filter((member) => member.shown).map(({ key, displayName, title }) => ({
    key,
    loginName: key,
    displayName,
    title,
  })),
  steps(world) {
    const memory = createMemory();
    const parts = [begin, team, meetings, support, survey, audit, improvement, deliveries];
    return parts
      .flatMap((part) => part(world, memory))
      .map((step, order) => ({ step, order }))
      .sort((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : a.order - b.order))
      .map(({ step }) => step);
  },
};
