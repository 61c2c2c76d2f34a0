/** Parts of a clause that have forms of their own: open points, evidence, parameters. */
import { z } from 'zod';
import { EvidenceSchema, type Party } from '../../../core/obligation/index.ts';
import { OpenPointSchema } from '../../../core/specification/index.ts';
import { fieldError } from '../../../kernel/error.ts';
import { parseInput } from '../../../kernel/input.ts';
import type { ClausePart } from '../contract/editing.ts';
import { settled } from './readings.ts';
import { type DraftContent, type Json, jsonList, jsonRecord, jsonText, type StoredClause } from './stored.ts';

const SCHEMAS: Readonly<Record<ClausePart, z.ZodType>> = {
  openPoints: z.array(OpenPointSchema).max(50),
  evidence: z.array(EvidenceSchema).max(50),
  parameters: z.record(z.string().min(1).max(80), z.json()),
};

/**
 * Checks what a form sent, so that the refusal names the field.
 * @throws AppError `input.invalid`
 */
export function checkClausePart(content: DraftContent, key: string, part: ClausePart, value: Json): void {
  const checked = part === 'openPoints' ? value : settled(content, 'value', value);
  parseInput(z.strictObject({ value: SCHEMAS[part] }), { value: checked });
  if (part === 'openPoints') checkPoints(content, key, jsonList(value).map(jsonRecord));
}

function checkPoints(content: DraftContent, key: string, points: readonly Record<string, Json>[]): void {
  const elsewhere = new Map(
    content.clauses
      .filter((clause) => clause.key !== key)
      .flatMap((clause) =>
        jsonList(clause.more['openPoints']).map((one) => [jsonText(jsonRecord(one)['id']), clause.id] as const),
      ),
  );
  for (const [at, { options, default: chosen, ...point }] of points.entries()) {
    const id = jsonText(point['id']);
    const clause = elsewhere.get(id);
    if (clause !== undefined) {
      throw fieldError(`value.${at}.id`, `論点の識別名「${id}」は、条項「${clause}」の論点が使っています。`);
    }
    if (points.findIndex((one) => jsonText(one['id']) === id) !== at) {
      throw fieldError(`value.${at}.id`, `論点の識別名「${id}」が二つ以上あります。`);
    }
    const ids = jsonList(options).map((one) => jsonRecord(one)['id']);
    const twice = ids.findIndex((one, position) => ids.indexOf(one) !== position);
    if (twice >= 0) {
      throw fieldError(`value.${at}.options.${twice}.id`, '読み方の識別名が二つ以上あります。');
    }
    if (chosen !== undefined && !ids.includes(chosen)) {
      throw fieldError(`value.${at}.default`, '既定の読み方を、選択肢の中から選んでください。');
    }
  }
}

/** What a file need not say is left out. */
export function withClausePart(clause: StoredClause, part: ClausePart, value: Json): StoredClause {
  if (part === 'parameters') return { ...clause, parameters: value };
  const { [part]: _before, ...more } = clause.more;
  return { ...clause, more: jsonList(value).length === 0 ? more : { ...more, [part]: value } };
}

/** The duty is the contractor's where a file says nothing else. */
export function withParty(clause: StoredClause, party: Party): StoredClause {
  const { party: _before, ...more } = clause.more;
  return { ...clause, more: party === 'contractor' ? more : { ...more, party } };
}
