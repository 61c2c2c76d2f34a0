/** Steps and levels as lines of text and back. A line that keeps its name keeps what it had besides. */
import { messages } from './messages.ja.ts';
import { linesOf, type ProgrammeView } from './plan-client.ts';

const text = messages.one;
type Programme = ProgrammeView['programme'];
type Step = Programme['steps'][number];
type Level = Programme['grading']['levels'][number];
const PARTIES = ['city', 'contractor', 'department', 'both'] as const;

const partsOf = (line: string): string[] => line.split(/[｜|]/u).map((part) => part.trim());

export function stepText(steps: readonly Step[]): string {
  return steps.map(({ title, by }) => `${title}｜${text.parties4[by]}`).join('\n');
}

/** Null when a line cannot be read. A step keeps only the needs that still stand before it. */
export function stepsFrom(lines: string, before: readonly Step[]): Step[] | null {
  const steps: Step[] = [];
  for (const [index, line] of linesOf(lines).entries()) {
    const [title = '', party = ''] = partsOf(line);
    const by = PARTIES.find((one) => text.parties4[one] === party);
    if (by === undefined || title === '') return null;
    const old = before.find((step) => step.title === title);
    const earlier = new Set(steps.map(({ id }) => id));
    steps.push(
      old === undefined
        ? {
            id: freeId(`step-${index + 1}`, [...before, ...steps]),
            title,
            by,
            needs: [],
            clause: null,
            because: text.newStep,
          }
        : { ...old, by, needs: old.needs.filter((need) => earlier.has(need)) },
    );
  }
  return steps;
}

export function levelText(levels: readonly Level[]): string {
  return levels.map(({ label, meaning, needsRemedy }) => `${label}｜${meaning}｜${needsRemedy ? '○' : ''}`).join('\n');
}

export function levelsFrom(lines: string, before: readonly Level[]): Level[] {
  const levels: Level[] = [];
  for (const [index, line] of linesOf(lines).entries()) {
    const [label = '', meaning = '', remedy = ''] = partsOf(line);
    const old = before.find((level) => level.label === label);
    levels.push({
      id: old?.id ?? freeId(`level-${index + 1}`, [...before, ...levels]),
      label,
      rank: index + 1,
      meaning: meaning === '' ? text.newLevel : meaning,
      needsRemedy: remedy !== '',
    });
  }
  return levels;
}

function freeId(wanted: string, taken: readonly { readonly id: string }[]): string {
  let id = wanted;
  for (let n = 2; taken.some((one) => one.id === id); n += 1) id = `${wanted}-${n}`;
  return id;
}
