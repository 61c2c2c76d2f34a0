/** Programmes of an engagement: taken over from the product or copied, changed, published in editions. */
import { z } from 'zod';
import { programmeSchema } from '../../../core/programme/schema.ts';
import { command, query } from '../../../kernel/contract.ts';
import { changed, id, instant, line, version } from './shared.ts';

export const EDITION_STATES = ['draft', 'published', 'superseded'] as const;

export const programmeContent = z.strictObject({
  /** Id of the bundled programme that it began as; null for a copy of a copy that kept none. */
  source: z.string().nullable(),
  retired: z.boolean(),
});

export const editionContent = z.strictObject({
  programme: programmeSchema,
  /** What was changed and why; empty for an edition that was taken over as it is. */
  note: z.string(),
  publishedAt: instant.nullable(),
});

/** A programme without its content, for lists. */
export const programmeLine = z.strictObject({
  id,
  engagementId: id,
  source: z.string().nullable(),
  title: z.string(),
  kind: z.string(),
  recordType: z.string(),
  retired: z.boolean(),
  /** The edition in force; null while nothing is published. */
  edition: z.int().nullable(),
  /** The edition that is being changed; null when there is none. */
  draft: z.int().nullable(),
  targets: z.int(),
  version,
});
export type ProgrammeLine = z.output<typeof programmeLine>;

export const programmeView = programmeLine.extend({
  state: z.enum(EDITION_STATES),
  /** Number of the edition shown. */
  shown: z.int(),
  editionVersion: version,
  note: z.string(),
  programme: programmeSchema,
  editions: z.array(
    z.strictObject({
      edition: z.int(),
      state: z.enum(EDITION_STATES),
      note: z.string(),
      publishedAt: instant.nullable(),
    }),
  ),
});
export type ProgrammeView = z.output<typeof programmeView>;

/** What a programme can be made from. */
export const programmeSources = z.strictObject({
  catalogues: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      edition: z.string(),
      items: z.int(),
      /** Items that can be asked at the kinds of targets of the programme. */
      suiting: z.int(),
      /** Lists that belong to one programme alone are not taken into others. */
      free: z.boolean(),
    }),
  ),
  /** Those that the contract names or that were adopted, the strongest first. */
  standards: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      /** Null while nobody knows which edition counts. */
      edition: z.string().nullable(),
      /** Place in the order of precedence; null for one that comes after all. */
      rank: z.int().nullable(),
      received: z.boolean(),
    }),
  ),
});
export type ProgrammeSources = z.output<typeof programmeSources>;

export const programmeOperations = {
  listBundledProgrammes: query({
    summary: '製品に付いている監査の手順と、この契約の仕様書に合うかどうかを返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ engagementId: id }),
    output: z.strictObject({
      programmes: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          kind: z.string(),
          specification: z.string(),
          edition: z.string(),
          /** It carries out clauses of the specification of this engagement. */
          suits: z.boolean(),
          /** The engagement's programme that began as this one. */
          adopted: id.nullable(),
          unverified: z.array(z.string()),
        }),
      ),
    }),
  }),
  listProgrammes: query({
    summary: '契約で用いる監査の手順の一覧を返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ engagementId: id }),
    output: z.strictObject({ programmes: z.array(programmeLine) }),
  }),
  getProgramme: query({
    summary: '監査の手順を、指定した版又は公開中の版で返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ programmeId: id, edition: z.int().min(1).max(100_000).optional() }),
    output: programmeView,
  }),
  getProgrammeSources: query({
    summary: '手順に用いることのできる監査項目の目録と、業務の基準を、項目の数、版及び優先順位とともに返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ programmeId: id, edition: z.int().min(1).max(100_000).optional() }),
    output: programmeSources,
  }),
  adoptProgramme: command({
    summary: '製品に付いている監査の手順を、この契約で用いる手順として取り入れる。',
    permission: 'audit-plan.programme',
    input: z.strictObject({ engagementId: id, source: z.string().max(60) }),
    output: changed,
  }),
  copyProgramme: command({
    summary: '監査の手順を写し、新しい手順の案を作る。',
    permission: 'audit-plan.programme',
    input: z.strictObject({ programmeId: id, title: line.max(80) }),
    output: changed,
  }),
  editProgramme: command({
    summary: '公開中の手順から、変更の案となる新しい版を作る。',
    permission: 'audit-plan.programme',
    input: z.strictObject({ programmeId: id }),
    output: changed,
  }),
  saveProgramme: command({
    summary: '手順の案を保存する。',
    permission: 'audit-plan.programme',
    input: z.strictObject({ programmeId: id, version, programme: programmeSchema, note: z.string().max(2000) }),
    output: changed,
  }),
  publishProgramme: command({
    summary: '手順の案を公開する。以後の監査はこの版による。前の版は残る。',
    permission: 'audit-plan.programme',
    input: z.strictObject({ programmeId: id, version }),
    output: changed,
  }),
  discardProgramme: command({
    summary: '公開していない手順の案を捨てる。',
    permission: 'audit-plan.programme',
    input: z.strictObject({ programmeId: id, version }),
    output: z.strictObject({ ok: z.literal(true) }),
  }),
  retireProgramme: command({
    summary: '手順を使わないものとし、又は再び使えるようにする。',
    permission: 'audit-plan.programme',
    input: z.strictObject({ programmeId: id, version, retired: z.boolean() }),
    output: changed,
  }),
} as const;
