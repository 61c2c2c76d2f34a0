/** Contract, package part: what is handed over together, its check for viruses, and the packages that were made. */
import { z } from 'zod';
import { DeliverySchema, MEDIA } from '../../../core/specification/delivery.ts';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, engagementInput, id, instant, line, sha256, text } from '../../../kernel/schema.ts';

export const PACKAGE_STATES = ['waiting', 'making', 'ready', 'failed'] as const;
export const PACKAGE_STEPS = ['collect', 'scan', 'papers', 'bound', 'zip', 'disc'] as const;
export const PACKAGE_PARTS = ['zip', 'disc', 'bound'] as const;

const taskId = z.string().min(1).max(20).nullable();

export const packagePart = z.strictObject({
  kind: z.enum(PACKAGE_PARTS),
  fileId: id,
  name: z.string(),
  size: z.int(),
  sha256,
});
export type PackagePart = z.output<typeof packagePart>;

/** A PDF that cannot go into the bound copy. People decide whether it is left out. */
export const unreadablePdf = z.strictObject({
  fileId: id,
  title: z.string(),
  name: z.string(),
  fault: z.enum(['encrypted', 'broken', 'empty']),
});
export type UnreadablePdf = z.output<typeof unreadablePdf>;

export const packageProgress = z.strictObject({
  step: z.enum(PACKAGE_STEPS),
  /** Bytes or pieces done, of all. */
  done: z.int(),
  total: z.int(),
});
export type PackageProgress = z.output<typeof packageProgress>;

export const madePackage = z.strictObject({
  id,
  state: z.enum(PACKAGE_STATES),
  task: taskId,
  requestedAt: instant,
  madeAt: instant.nullable(),
  /** Files of the deliverables in it. */
  entries: z.int(),
  parts: z.array(packagePart),
  progress: packageProgress.nullable(),
  /** Why it could not be made, as a sentence. */
  failure: z.string().nullable(),
  unreadable: z.array(unreadablePdf),
  /** What people should know about it, as sentences. */
  notices: z.array(z.string()),
  virus: z.strictObject({ software: z.string(), checkedOn: day, clean: z.boolean() }).nullable(),
});
export type MadePackage = z.output<typeof madePackage>;

const checkedVirus = z.strictObject({
  software: z.string(),
  signatures: z.string(),
  checkedOn: day,
  clean: z.boolean(),
});

export const packageOperations = {
  getPackage: query({
    summary: '仕様書が求める納品のしかた、まとめる内容、ウイルス検査の記録及び作成した納品一式を返す。',
    permission: 'deliverables.read',
    input: engagementInput.extend({ task: taskId.optional() }),
    output: z.strictObject({
      delivery: DeliverySchema,
      /** Tasks with something submitted. */
      tasks: z.array(z.strictObject({ id: z.string(), label: z.string(), entries: z.int() })),
      entries: z.array(
        z.strictObject({ title: z.string(), version: z.int(), task: z.string(), path: z.string(), size: z.int() }),
      ),
      gaps: z.array(z.string()),
      /** The record for exactly these files, or null. */
      virus: checkedVirus.nullable(),
      scanner: z.boolean(),
      /** How to get the program for disc images; null where it is there. */
      discMissing: z.string().nullable(),
      packages: z.array(madePackage),
    }),
  }),
  makePackage: command({
    summary: '提出済みの成果物を、仕様書が求める形にまとめ始める。同じ内容を作成中であれば、それを返す。',
    permission: 'deliverables.read',
    input: engagementInput.extend({
      task: taskId.optional(),
      /** Left out: as the specification asks. */
      disc: z.enum(MEDIA).nullable().optional(),
      bound: z.boolean().optional(),
      ownNote: id.nullable().optional(),
      leftOut: z.array(id).max(500).optional(),
    }),
    output: z.strictObject({ packageId: id, state: z.enum(PACKAGE_STATES) }),
  }),
  recordVirusCheck: command({
    summary: '納品する電子データのウイルス検査の結果を、検査した人が記録する。',
    permission: 'deliverables.make',
    input: engagementInput.extend({
      task: taskId.optional(),
      software: line,
      signatures: line,
      checkedOn: day,
      clean: z.boolean(),
      comment: text.max(2000),
    }),
    output: checkedVirus,
  }),
  downloadPackage: download({
    summary: '納品一式を取得する。指定がなければ、最後に作ったもののZIPファイルを返す。',
    permission: 'deliverables.read',
    input: engagementInput.extend({ packageId: id.optional(), part: z.enum(PACKAGE_PARTS).optional() }),
  }),
} as const;
