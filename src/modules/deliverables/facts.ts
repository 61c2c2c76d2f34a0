/** Facts of delivery: from the lead's review to the corrections after the contract. */
import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';
import { day, id, sha256 } from '../../kernel/schema.ts';
import { SUBMISSION_FORMS } from './contract.ts';
import { DELIVERY_FORMS } from './contract/delivery.ts';

const version = z.strictObject({
  type: z.string(),
  version: z.int(),
  /** The department that an edition is for; absent in every other one. */
  department: id.optional(),
});

export const facts = defineFacts({
  'deliverable.reviewed': {
    when: 'The lead person has checked a version of a deliverable.',
    data: version.extend({ reviewer: id }),
  },
  'deliverable.submitted': {
    when: 'The contractor submits a version to the city.',
    data: version.extend({
      form: z.enum(SUBMISSION_FORMS),
      format: z.string(),
      paper: z.enum(['A4', 'A3']).nullable(),
      copies: z.int(),
      chapters: z.int().nullable(),
      about: z.string().nullable(),
      /** SHA-256 of the city's own forms that files were made in; absent when there were none. */
      templates: z.array(sha256).optional(),
    }),
  },
  'deliverable.accepted': { when: 'The city accepts a submitted version.', data: version },
  'deliverable.finalised': {
    when: 'The contractor hands a submitted version in as the final one; `category` is the task that it belongs to.',
    data: version.extend({ category: z.string().nullable() }),
  },
  'deliverable.rejected': { when: 'The city rejects a submitted version with a comment.', data: version },
  'preexisting.registered': {
    when: 'A work that existed before the contract is named with its owner.',
    data: z.strictObject({ owner: z.string() }),
  },
  'preexisting.none-declared': {
    when: 'The contractor declares that no earlier work is part of the deliverables.',
    data: z.strictObject({}),
  },
  'reuse.permitted': {
    when: 'The city permits in writing that a deliverable is used elsewhere.',
    data: z.strictObject({ purpose: z.string() }),
  },
  'environment.recorded': {
    when: 'It is recorded who provides the working environment.',
    data: z.strictObject({ provided: z.boolean() }),
  },
  'package.made': {
    when: 'The delivered versions have been put together; `sha256` is that of the ZIP file.',
    data: z.strictObject({
      sha256,
      entries: z.int(),
      /** The task that is delivered by itself. */
      task: z.string().nullable(),
      parts: z.array(z.strictObject({ kind: z.string(), sha256 })),
      virusChecked: z.boolean(),
    }),
  },
  'delivery.virus-checked': {
    when: 'Exactly the files of a delivery were checked for viruses, by a program or by a person.',
    data: z.strictObject({
      software: z.string(),
      signatures: z.string(),
      occurredOn: day,
      clean: z.boolean(),
      task: z.string().nullable(),
      /** Hash over the files that were checked; absent in records made before deliveries were recorded. */
      contents: sha256.optional(),
    }),
  },
  'delivery.note-attached': {
    when: 'A delivery note goes along with a delivery; `noteForm` says whose form it has.',
    data: z.strictObject({
      noteForm: z.enum(['市指定様式', '受託者の様式']),
      destination: z.string().nullable(),
      occurredOn: day,
      corrects: id.optional(),
    }),
  },
  'delivery.made': {
    when: 'A package is handed over to the city.',
    data: z.strictObject({
      /** The task that is delivered by itself; null for everything. */
      category: z.string().nullable(),
      form: z.enum(DELIVERY_FORMS),
      /** 正本 and 副本 among the copies. */
      originals: z.int(),
      duplicates: z.int(),
      copies: z.int(),
      /** The place that the specification names; null where it names none. */
      destination: z.string().nullable(),
      folders: z.array(z.string()),
      documents: z.int(),
      /** Documents that are not there in a format that the specification asks for. */
      incomplete: z.int(),
      /** Hash over the files, as in the check for viruses. */
      contents: sha256,
      package: id,
      occurredOn: day,
      corrects: id.optional(),
    }),
  },
  'delivery.rest-listed': {
    when: 'The contractor lists what else the work has brought about, with the reason where it is not handed over.',
    data: z.strictObject({ files: z.int(), excluded: z.int(), withoutReason: z.int() }),
  },
  'defect.recorded': { when: 'The city records a defect of a deliverable.', data: z.strictObject({}) },
  'defect.corrected': { when: 'The contractor has corrected a defect.', data: z.strictObject({}) },
  'enquiry.received': { when: 'The city asks about the work.', data: z.strictObject({}) },
  'enquiry.answered': { when: 'The contractor answers an enquiry.', data: z.strictObject({}) },
});
