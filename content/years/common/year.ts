/** A contract year from a script that all specifications share and the data of one of them. */
import type { Year } from '../../../src/cli/year/year.ts';
import { advice } from './advice.ts';
import { auditPlanning } from './audit-planning.ts';
import { auditReports } from './audit-reports.ts';
import { auditResults } from './audit-results.ts';
import { auditWork } from './audit-work.ts';
import { begin, PASSWORD } from './begin.ts';
import { castOf } from './cast.ts';
import { checklists } from './checklists.ts';
import type { YearData } from './data.ts';
import { deliveries } from './deliveries.ts';
import { duties } from './duties.ts';
import { improvementSteps } from './improvement.ts';
import { internalAuditors } from './internal-auditors.ts';
import { meetings } from './meetings.ts';
import { createPlay } from './play.ts';
import { staffCourses } from './staff-courses.ts';
import { selfCheck } from './self-check.ts';
import { surveys } from './surveys.ts';
import { team } from './team.ts';
import { verifications } from './verification.ts';
import { work } from './work.ts';

export function scriptedYear(data: YearData): Year {
  const cast = castOf(data);
  const { specification, municipality, demonstrationDay } = data;
  return {
    specification,
    municipality,
    demonstrationDay,
    demonstrationPassword: PASSWORD,
    people: cast.map(({ key, displayName, title }) => ({ key, loginName: key, displayName, title })),
    steps(world) {
      const play = createPlay(world, data, cast);
      return [
        begin,
        team,
        duties,
        meetings,
        work,
        auditPlanning,
        checklists,
        auditWork,
        verifications,
        auditResults,
        internalAuditors,
        staffCourses,
        auditReports,
        advice,
        selfCheck,
        surveys,
        improvementSteps,
        deliveries,
      ]
        .flatMap((part) => part(play))
        .map((step, order) => ({ step, order }))
        .sort((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : a.order - b.order))
        .map(({ step }) => step);
    },
  };
}
