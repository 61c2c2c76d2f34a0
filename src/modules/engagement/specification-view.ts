/** A specification as the other modules see it: with the dates of one engagement. */
import { chaptersOf, type Specification } from '../../core/specification/index.ts';
import type { OutputOf } from '../../kernel/contract.ts';
import { unchanging } from '../../kernel/output.ts';
import type { engagementContract, EngagementProfile } from './contract.ts';
import { calendarOf, resolvedDue } from './rules.ts';

type SpecificationView = OutputOf<typeof engagementContract, 'getSpecification'>;

/**
 * Made once for each content: nearly every request of every module asks for it. Specifications that were read once are
 * the same object until their readings change; the views of one that is forgotten go with it.
 */
const views = new WeakMap<Specification, Map<string, SpecificationView>>();
/** Engagements under one specification at a time; far more than a municipality has. */
const KEPT = 50;

export function specificationView(
  specification: Specification,
  engagement: EngagementProfile,
  closedDays: readonly string[],
): SpecificationView {
  const known = views.get(specification) ?? new Map<string, SpecificationView>();
  views.set(specification, known);
  const key = JSON.stringify([engagement, closedDays]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const [oldest] = known.keys();
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
  const view = unchanging(viewOf(specification, engagement, closedDays));
  known.set(key, view);
  return view;
}

function viewOf(
  specification: Specification,
  engagement: EngagementProfile,
  closedDays: readonly string[],
): SpecificationView {
  const calendar = calendarOf(specification, closedDays);
  return structuredClone({
    id: specification.id,
    title: specification.title,
    authority: specification.authority,
    clauses: specification.clauses.map(({ id, title, kind, capability, summary, parameters }) => ({
      id,
      title,
      kind,
      capability,
      summary,
      parameters,
    })),
    meetings: specification.meetings.map(({ due, notBefore, ...meeting }) => ({
      ...meeting,
      due: due === undefined ? null : resolvedDue(due, engagement, calendar).day,
      notBefore: notBefore === undefined ? null : resolvedDue(notBefore, engagement, calendar).day,
    })),
    conditions: specification.conditions,
    deliverables: specification.deliverables.map((it) => {
      const due = it.due === null ? null : resolvedDue(it.due, engagement, calendar);
      return {
        type: it.type,
        name: it.name,
        clause: it.clause,
        due: due?.day ?? null,
        dueDerivation: due?.derivation ?? '期限は仕様書に定められていません。',
        per: it.per ?? null,
        forms: it.forms,
        formats: it.formats,
        copies: it.copies ?? null,
        own: it.own,
        ...(it.cityReads === undefined ? {} : { cityReads: it.cityReads }),
      };
    }),
    ...(specification.delivery === undefined ? {} : { delivery: specification.delivery }),
    // A city that works under another city's specification has standards of its own name.
    standards: specification.standards.map((standard) => ({
      ...standard,
      name: standard.name.replaceAll(specification.authority, engagement.municipality),
      issuer: standard.issuer.replaceAll(specification.authority, engagement.municipality),
    })),
    precedence: specification.precedence,
    overview: specification.report.overview,
    chapters: chaptersOf(specification),
  });
}
