/** Findings over many targets: the same fact with different grades, and what several departments have in common. */
import { similarity } from '../../../core/text/index.ts';

export interface ComparedFinding {
  readonly id: string;
  readonly auditId: string;
  readonly departmentIds: readonly string[];
  /** Key of the check item from which it was drafted; null for others. */
  readonly item: string | null;
  readonly title: string;
  readonly fact: string;
  readonly grade: string | null;
}

/** From this share of common letter pairs on, two texts are proposed as the same matter. A person decides. */
export const ALIKE = 0.55;

export interface Group {
  readonly reason: 'same-item' | 'alike';
  readonly findingIds: readonly string[];
}

/** Groups of findings about the same matter; every finding is in at most one group, and a group has two or more. */
export function groupFindings(findings: readonly ComparedFinding[]): Group[] {
  const groups: { reason: Group['reason']; members: ComparedFinding[] }[] = [];
  const byItem = Map.groupBy(
    findings.filter(({ item }) => item !== null),
    ({ item }) => item,
  );
  for (const members of byItem.values()) groups.push({ reason: 'same-item', members: [...members] });
  for (const finding of findings.filter(({ item }) => item === null)) {
    const home = groups.find(({ members }) => members.some((member) => alike(member, finding)));
    if (home === undefined) groups.push({ reason: 'alike', members: [finding] });
    else home.members.push(finding);
  }
  return groups
    .filter(({ members }) => members.length > 1)
    .map(({ reason, members }) => ({
      reason: members.some(({ item }) => item === null) ? 'alike' : reason,
      findingIds: members.map(({ id }) => id),
    }));
}

function alike(left: ComparedFinding, right: ComparedFinding): boolean {
  return similarity(`${left.title}${left.fact}`, `${right.title}${right.fact}`) >= ALIKE;
}

export interface Inconsistency extends Group {
  readonly grades: readonly string[];
}

/** Groups whose findings do not all have the same grade; ungraded ones say nothing yet. */
export function inconsistentGroups(findings: readonly ComparedFinding[]): Inconsistency[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return groupFindings(findings).flatMap((group) => {
    const grades = new Set(group.findingIds.map((id) => byId.get(id)?.grade ?? null).filter((grade) => grade !== null));
    return grades.size > 1 ? [{ ...group, grades: [...grades].sort() }] : [];
  });
}

/** Groups that reach over two or more departments: candidates for a city-wide issue. */
export function cityWideGroups(findings: readonly ComparedFinding[]): (Group & { departmentIds: string[] })[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return groupFindings(findings).flatMap((group) => {
    const departments = new Set(group.findingIds.flatMap((id) => byId.get(id)?.departmentIds ?? []));
    const audits = new Set(group.findingIds.map((id) => byId.get(id)?.auditId));
    return departments.size > 1 && audits.size > 1 ? [{ ...group, departmentIds: [...departments] }] : [];
  });
}
