import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EvidenceSchema, RuleSchema } from '../../../core/obligation/index.ts';
import {
  ClauseSchema,
  ConditionsSchema,
  DeliverySchema,
  MeetingSchema,
  OpenPointSchema,
  PrecedenceSchema,
  ReportSchema,
  RoleSchema,
  StandardSchema,
  WbsItemSchema,
} from '../../../core/specification/index.ts';
import { CLAUSE_PARTS } from './clause-parts.ja.ts';
import type { Field } from './form/field.ts';
import { PARTS } from './parts.ja.ts';
import { COMMON_FIELDS, MORE_FIELDS, RULE_SHAPES, WORK_FIELDS } from './rule-shapes.ja.ts';

const Described = z.looseObject({
  get properties() {
    return z.record(z.string(), Described).optional();
  },
  get items() {
    return Described.optional();
  },
});
type Described = z.output<typeof Described>;
const describeSchema = (schema: z.ZodType): Described =>
  Described.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }));

/** Fields of a file that the form cannot reach, by their paths. Controls of their own (days, spans, records) are trusted. */
function missing(schema: Described, fields: readonly Field[], path = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const here = path === '' ? name : `${path}.${name}`;
    const field = fields.find((one) => one.name === name);
    if (field === undefined) return [here];
    if (field.type === 'part') return missing(inner, field.fields, here);
    return field.type === 'list' ? missingInItems(inner.items, field, here) : [];
  });
}

function missingInItems(items: Described | undefined, list: Extract<Field, { type: 'list' }>, path: string): string[] {
  if (items === undefined || list.bare !== undefined) return [];
  return missing(items, list.fields, `${path}[]`).filter((one) => one !== `${path}[].${list.code?.name ?? ''}`);
}

const ofList = (schema: z.ZodType, fields: readonly Field[]): string[] => {
  const [list] = fields;
  return list?.type === 'list' ? missingInItems(describeSchema(schema), list, 'items') : ['no list'];
};

const conditions = ConditionsSchema.shape;

describe('every field of a specification file has a form', () => {
  it.each([
    ['standards', StandardSchema, PARTS.standards.fields.filter(({ name }) => name === 'standards')],
    ['roles', RoleSchema, PARTS.roles.fields],
    ['meetings', MeetingSchema, PARTS.meetings.fields],
  ])('%s', (_, schema, fields) => {
    expect(ofList(schema, fields)).toEqual([]);
  });

  it.each([
    ['precedence', z.strictObject({ standards: z.json(), precedence: PrecedenceSchema }), PARTS.standards.fields],
    ['meeting-conditions', conditions.meetings, PARTS['meeting-conditions'].fields],
    ['team', conditions.team, PARTS.team.fields],
    ['duties', conditions.duties, PARTS.duties.fields],
    ['consultation', conditions.consultation, PARTS.consultation.fields],
    ['follow-up', conditions.followUp, PARTS['follow-up'].fields],
    ['report', ReportSchema, PARTS.report.fields],
    ['delivery', DeliverySchema, PARTS.delivery.fields],
    ['work', WbsItemSchema, WORK_FIELDS],
  ])('%s', (_, schema, fields) => {
    const plain = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
    expect(Object.keys(describeSchema(plain).properties ?? {})).not.toEqual([]);
    expect(missing(describeSchema(plain), fields)).toEqual([]);
  });

  it.each(RuleSchema.options.map((option) => [option.shape.type.value, option] as const))('rule %s', (type, option) => {
    const fields = [...COMMON_FIELDS, ...(RULE_SHAPES[type]?.fields ?? []), ...MORE_FIELDS];
    const own = new Set(['id', 'type']);
    expect(missing(describeSchema(option), fields).filter((name) => !own.has(name))).toEqual([]);
  });

  it('clauses', () => {
    // Words, kind, capability and party are the clause's own form; rules and the work item have theirs.
    const own = 'id title kind capability summary party rules wbs statement'.split(' ');
    expect(Object.keys(ClauseSchema.shape).toSorted()).toEqual([...own, ...Object.keys(CLAUSE_PARTS)].toSorted());
    // The values of a reading are one control.
    expect(ofList(OpenPointSchema, CLAUSE_PARTS.openPoints)).toEqual(['items[].options[].values']);
    expect(Object.keys(EvidenceSchema.shape).toSorted()).toEqual(['fact', 'key', 'min', 'party', 'where']);
  });
});
