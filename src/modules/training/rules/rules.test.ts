import { describe, expect, it } from 'vitest';
import { bundledCourse } from '../bundled.ts';
import type { SessionContent } from '../contract/sessions.ts';
import { attendedBy, suggestedSessions } from './attendance.ts';
import { proposeComparison, scoreOf } from './comparing.ts';
import { contentWords, materialFaults, minutesOf, missingTopics, unfinished, variantsAlike } from './material-rules.ts';

const { material } = bundledCourse('internal-auditor');

const id = (at: number) => `00000000-0000-4000-8000-00000000000${at}`;
const trainee = (at: number) => ({ kind: 'internal-auditor' as const, id: id(at) });
const session = (on: string, ...attendance: NonNullable<SessionContent['held']>['attendance']) => ({
  held: {
    ...{ on, minutes: 90, forms: ['座学' as const, '実技演習' as const], exercises: [], lecturer: '講師' },
    ...{ material: 1, attendance, heads: 0, note: '' },
  },
});

describe('the material for internal auditors', () => {
  it('is whole: three hours, every required topic, an exercise of a site inspection', () => {
    expect(minutesOf(material)).toBe(180);
    expect(missingTopics(material)).toEqual([]);
    expect(unfinished(material)).toEqual([]);
    expect(materialFaults(material)).toEqual([]);
    expect(contentWords(material)).toContain('視察項目の演習');
  });

  it('says what it lacks when a unit goes', () => {
    const less = { ...material, units: material.units.filter(({ key }) => key !== 'inspection') };
    expect(missingTopics({ ...less, exercises: [] })).toEqual(['視察項目の演習']);
    expect(materialFaults(less).map(({ path }) => path)).toEqual(['exercises.0.unit']);
    expect(unfinished({ ...material, units: [], sources: [] })).toHaveLength(2);
  });

  it('counts variants that teach the same', () => {
    const variant = (name: string, units: string[]) => ({ name, units, exercises: [] });
    const three = [
      variant('一般職員', ['role', 'criteria']),
      variant('管理職', ['role']),
      variant('担当', ['criteria', 'role']),
    ];
    expect(variantsAlike({ ...material, variants: three })).toBe(1);
  });
});

describe('completion', () => {
  it('comes when every form was attended, over several sessions too, on the day of the last', () => {
    const found = attendedBy(
      [
        session('2023-09-01', { trainee: trainee(2), forms: ['実技演習'] }),
        session(
          '2023-08-24',
          { trainee: trainee(1), forms: ['座学', '実技演習'] },
          { trainee: trainee(2), forms: ['座学'] },
          { trainee: trainee(3), forms: ['座学'] },
        ),
        { held: null },
      ],
      ['座学', '実技演習'],
    );
    expect([1, 2, 3].map((at) => found.get(`internal-auditor ${id(at)}`)?.completedOn)).toEqual([
      '2023-08-24',
      '2023-09-01',
      null,
    ]);
  });

  it('needs a second session for more people than one trainer can look at', () => {
    expect([1, 20, 21, 90].map((people) => suggestedSessions(people, 2))).toEqual([1, 1, 2, 2]);
  });
});

describe('an answer beside the model answer', () => {
  const [inspection] = material.exercises;
  if (inspection === undefined) throw new Error('no exercise');
  const observation = (place: string, fact: string) => ({ place, fact, ground: '', remedy: '' });

  it('finds what was seen in other words, once for each observation', () => {
    const proposed = proposeComparison(inspection, [
      observation('印刷機', '住民票の写しが二枚、朝から受け皿に残っていた。'),
      observation('壁', '時計が五分進んでいる。'),
    ]);
    expect(
      proposed.filter(({ result }) => result !== 'missed').map(({ weakness, observation: at }) => [weakness, at]),
    ).toEqual([['printer', 0]]);
  });

  it('scores half for what was seen in part', () => {
    const all = inspection.weaknesses.map(({ key }) => ({
      ...{ weakness: key, result: 'found' as const, observation: 0, comment: '' },
    }));
    expect(scoreOf(inspection, all)).toEqual({ score: 72, of: 72, passed: true });
    expect(
      scoreOf(
        inspection,
        all.map((one) => ({ ...one, result: 'partly' as const })),
      ),
    ).toMatchObject({
      score: 36,
      passed: false,
    });
    expect(scoreOf({ ...inspection, weaknesses: [] }, [])).toEqual({ score: 0, of: 0, passed: false });
  });
});
