/** The parts of a specification that have pages of their own: read from a draft, checked, and put back. */
import { z } from 'zod';
import { ConditionsSchema, MeetingSchema, ReportSchema, WbsItemSchema } from '../../../core/specification/index.ts';
import { parseInput } from '../../../kernel/input.ts';
import type { PartName } from '../contract.ts';
import { type DraftContent, type Json, jsonList, jsonRecord } from './stored.ts';

/** Where a part lies in the file: a field, or a field of `conditions`. */
const FIELDS: Readonly<Record<PartName, readonly string[]>> = {
  meetings: ['meetings'],
  'meeting-conditions': ['conditions', 'meetings'],
  team: ['conditions', 'team'],
  duties: ['conditions', 'duties'],
  consultation: ['conditions', 'consultation'],
  report: ['report'],
};
const conditions = ConditionsSchema.shape;
const SCHEMAS: Readonly<Record<PartName, z.ZodType>> = {
  meetings: z.array(MeetingSchema).max(100),
  'meeting-conditions': conditions.meetings,
  team: conditions.team,
  duties: conditions.duties,
  consultation: conditions.consultation,
  report: ReportSchema,
};

export function partOf({ more }: DraftContent, part: PartName): Json {
  const [first = '', second] = FIELDS[part];
  const value = more[first] ?? null;
  return second === undefined ? value : (jsonRecord(value)[second] ?? null);
}

/** The draft with the part changed; null takes it out. */
export function withPart(content: DraftContent, part: PartName, value: Json): DraftContent {
  const [first = '', second] = FIELDS[part];
  const more = { ...content.more };
  const set = (record: Record<string, Json>, key: string, next: Json): void => {
    if (next === null) delete record[key];
    else record[key] = next;
  };
  if (second === undefined) set(more, first, value ?? (part === 'meetings' ? [] : null));
  else {
    const outer = { ...jsonRecord(more[first]) };
    set(outer, second, value);
    set(more, first, outer);
  }
  return { ...content, more, proposed: content.proposed.filter((one) => one !== part) };
}

/**
 * Checks what a form sent, so that the refusal names the field. What a reading supplies is checked with the whole file.
 * @throws AppError `input.invalid`
 */
export function checkPart(part: PartName, value: Json): void {
  if (value === null || suppliedByReading(value)) return;
  parseInput(z.strictObject({ value: SCHEMAS[part] }), { value });
}

/** @throws AppError `input.invalid` */
export function checkWork(work: Json): void {
  if (work === null || suppliedByReading(work)) return;
  parseInput(z.strictObject({ work: WbsItemSchema }), { work });
}

const suppliedByReading = (value: Json): boolean => JSON.stringify(value).includes('"$reading"');

/** Codes and names of qualifications, as the file lists them. */
export function qualificationsOf({ more }: DraftContent): { code: string; name: string }[] {
  return jsonList(more['qualifications']).map((one) => {
    const { code, name } = jsonRecord(one);
    return { code: String(code), name: String(name) };
  });
}
