import { describe, expect, it } from 'vitest';
import { proposeSpecification, specificationFrom, summaryOf } from './index.ts';
import { INVENTED } from './invented.fixture.ts';

/** What nobody has fitted the rules to: a change that helps the measured texts must not cost these. */
describe.each(INVENTED)('$name', ({ lines, ids, kinds, capabilities, deadlines, caps, documents }) => {
  const proposal = proposeSpecification(lines);
  const byId = new Map(proposal.clauses.map((one) => [one.id, one]));
  const of = (key: 'kind' | 'capability', wanted: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.keys(wanted).map((id) => [id, byId.get(id)?.[key]]));

  it('has the clauses, their kinds and what looks after them', () => {
    if (ids.length > 0) expect(proposal.clauses.map((one) => one.id)).toEqual(ids);
    expect(of('kind', kinds)).toEqual(kinds);
    expect(of('capability', capabilities)).toEqual(capabilities);
  });

  it('has the deadlines and caps', () => {
    for (const [id, wanted] of Object.entries(deadlines)) {
      expect(byId.get(id)?.found.deadlines, id).toEqual(
        expect.arrayContaining([expect.objectContaining(wanted as Record<string, unknown>)]),
      );
    }
    for (const [id, wanted] of Object.entries(caps))
      expect(byId.get(id)?.found.quantities[0], id).toMatchObject(wanted as object);
  });

  it('has the documents owed, and short summaries', () => {
    const head = { id: 'x', title: 'x', authority: 'x', fiscalYear: 2026, periodTo: '2027-03-31', marking: null };
    const names = specificationFrom(proposal, head).deliverables.map((one) => one.name);
    expect(names).toEqual(expect.arrayContaining([...documents]));
    for (const { text, title } of proposal.clauses) {
      const summary = summaryOf(text, title);
      expect([...summary].length).toBeLessThanOrEqual(60);
      expect(summary).not.toMatch(/受託者は|受注者は|こと。$/u);
    }
  });
});
