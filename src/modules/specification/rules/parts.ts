/** The parts of a specification that have pages of their own: read from a draft, checked, and put back. */
import { z } from 'zod';
import {
  ConditionsSchema,
  DeliverySchema,
  MeetingSchema,
  PrecedenceSchema,
  ReportSchema,
  RoleSchema,
  StandardSchema,
  WbsItemSchema,
} from '../../../core/specification/index.ts';
import { parseInput } from '../../../kernel/input.ts';
import type { PartName } from '../contract.ts';
import { settled } from './readings.ts';
import { type DraftContent, type Json, jsonList, jsonRecord, jsonText } from './stored.ts';

/** Where a part lies in the file: a field, or a field of `conditions`. `standards` are two fields edited together. */
const FIELDS: Readonly<Record<Exclude<PartName, 'standards'>, readonly string[]>> = {
  roles: ['roles'],
  meetings: ['meetings'],
  'meeting-conditions': ['conditions', 'meetings'],
  team: ['conditions', 'team'],
  duties: ['conditions', 'duties'],
  consultation: ['conditions', 'consultation'],
  'follow-up': ['conditions', 'followUp'],
  report: ['report'],
  delivery: ['delivery'],
};
const conditions = ConditionsSchema.shape;
const SCHEMAS: Readonly<Record<PartName, z.ZodType>> = {
  standards: z.strictObject({
    standards: z.array(StandardSchema).max(300),
    precedence: PrecedenceSchema.max(100).refine((groups) => groups.every((group) => group.length > 0), {
      error: '優先順位の各段に、基準を一つ以上選んでください。',
    }),
  }),
  roles: z.array(RoleSchema).max(100),
  meetings: z.array(MeetingSchema).max(100),
  'meeting-conditions': conditions.meetings,
  team: conditions.team,
  duties: conditions.duties,
  consultation: conditions.consultation,
  'follow-up': conditions.followUp,
  report: ReportSchema,
  delivery: DeliverySchema,
};

export function partOf({ more }: DraftContent, part: PartName): Json {
  if (part === 'standards') return { standards: more['standards'] ?? [], precedence: more['precedence'] ?? [] };
  const [first = '', second] = FIELDS[part];
  const value = more[first] ?? null;
  return second === undefined ? value : (jsonRecord(value)[second] ?? null);
}

/** A file always has these lists. */
const LISTS: readonly PartName[] = ['meetings', 'roles'];

/** The draft with the part changed; null takes it out. */
export function withPart(content: DraftContent, part: PartName, value: Json): DraftContent {
  const more = { ...content.more };
  const set = (record: Record<string, Json>, key: string, next: Json): void => {
    if (next === null) delete record[key];
    else record[key] = next;
  };
  if (part === 'standards') {
    more['standards'] = jsonList(jsonRecord(value)['standards']);
    more['precedence'] = jsonList(jsonRecord(value)['precedence']);
  } else {
    const [first = '', second] = FIELDS[part];
    if (second === undefined) set(more, first, value ?? (LISTS.includes(part) ? [] : null));
    else {
      const outer = { ...jsonRecord(more[first]) };
      set(outer, second, value);
      set(more, first, outer);
    }
  }
  return { ...content, more, proposed: content.proposed.filter((one) => one !== part) };
}

/**
 * Checks what a form sent under the default readings, so that the refusal names the field.
 * @throws AppError `input.invalid`
 */
export function checkPart(content: DraftContent, part: PartName, value: Json): void {
  if (value === null) return;
  parseInput(z.strictObject({ value: SCHEMAS[part] }), { value: settled(content, 'value', value) });
}

/** @throws AppError `input.invalid` */
export function checkWork(content: DraftContent, work: Json): void {
  if (work === null) return;
  parseInput(z.strictObject({ work: WbsItemSchema }), { work: settled(content, 'work', work) });
}

/** Codes and names of qualifications, as the file lists them. */
export function qualificationsOf({ more }: DraftContent): { code: string; name: string }[] {
  return jsonList(more['qualifications']).map((one) => {
    const { code, name } = jsonRecord(one);
    return { code: jsonText(code), name: jsonText(name) };
  });
}
