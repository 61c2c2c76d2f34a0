/** Requirements of two standards that correspond: proposals to confirm, the list, and how far one covers the other. */
import { z } from 'zod';
import { COVERAGES, MAPPING_KINDS } from '../../../core/catalogue/mapping.ts';
import { command, query } from '../../../kernel/contract.ts';
import { day, done, engagementInput, id, text, version } from '../../../kernel/schema.ts';
import { code, provision } from './shared.ts';

const kind = z.enum(MAPPING_KINDS);
const pair = engagementInput.extend({ first: code, second: code });
const rationale = text.max(1000);

const side = z.strictObject({
  code: z.string(),
  name: z.string(),
  edition: z.string(),
  controls: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string().nullable(),
      title: z.string(),
      group: z.string(),
      coverage: z.enum(COVERAGES),
    }),
  ),
  /** How many requirements the other standard covers how far. */
  counts: z.record(z.enum(COVERAGES), z.int()),
});

export const mappingView = z.strictObject({
  id,
  version,
  /** Requirement of the first standard. */
  from: z.string(),
  /** Requirement of the second standard. */
  to: z.string(),
  /** Seen from the first standard. */
  kind,
  rationale: z.string(),
  madeBy: z.string(),
  madeOn: day,
  /** A new edition changed one of the two since. */
  review: z.boolean(),
});
export type MappingView = z.output<typeof mappingView>;

export const mappingOperations = {
  listMappings: query({
    summary: '二つの基準の項目の対応を、どこまで対応があるかの集計とともに返す。',
    permission: 'standards.read',
    input: pair,
    output: z.strictObject({ first: side, second: side, mappings: z.array(mappingView) }),
  }),
  countMappings: query({
    summary: '基準一つについて、項目の対応がある他の基準と、その件数を返す。',
    permission: 'standards.read',
    input: engagementInput.extend({ code }),
    output: z.strictObject({
      others: z.array(z.strictObject({ code: z.string(), name: z.string(), mappings: z.int(), review: z.int() })),
    }),
  }),
  proposeMappings: query({
    summary: '共に参照する規定及び文言の近さから、項目の対応の候補を返す。',
    permission: 'standards.manage',
    input: pair,
    output: z.strictObject({
      proposals: z.array(
        z.strictObject({
          from: z.string(),
          to: z.string(),
          /** Similarity of the texts, 0 to 1. */
          score: z.number(),
          /** References that both name. */
          shared: z.array(z.string()),
          kind,
        }),
      ),
    }),
  }),
  addMappings: command({
    summary: '項目の対応を登録する。候補は、確かめた人が選んだものだけを登録する。',
    permission: 'standards.manage',
    input: pair.extend({
      mappings: z
        .array(z.strictObject({ from: provision, to: provision, kind, rationale }))
        .min(1, '対応を一つ以上選んでください。')
        .max(1000),
    }),
    output: z.strictObject({ added: z.int() }),
  }),
  changeMapping: command({
    summary: '項目の対応の種類又は理由を改める。改定の後の見直しも、これで済ませる。',
    permission: 'standards.manage',
    input: pair.extend({ mappingId: id, version, kind, rationale }),
    output: z.strictObject({ version }),
  }),
  removeMapping: command({
    summary: '項目の対応を取り消す。',
    permission: 'standards.manage',
    input: engagementInput.extend({ mappingId: id, version }),
    output: done,
  }),
} as const;
