/** Contract, part on handing over: which package went to the city in which form, and what else was made. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { day, done, engagementInput, id, line, text } from '../../../kernel/schema.ts';

/** `disc`: on CD-ROM or DVD-ROM; `bound`: printed and bound; `electronic`: files without a disc. */
export const DELIVERY_FORMS = ['electronic', 'disc', 'bound'] as const;

const copies = z
  .array(z.strictObject({ name: line.max(40), count: z.int().min(1).max(1000) }))
  .min(1)
  .max(10);

export const delivery = z.strictObject({
  id,
  packageId: id,
  /** The task that the package is of; null for everything. */
  task: z.string().nullable(),
  form: z.enum(DELIVERY_FORMS),
  copies,
  /** Whose form the delivery note has; null where none went along. */
  noteForm: z.enum(['city', 'contractor']).nullable(),
  deliveredOn: day,
  /** The record that this one takes the place of. */
  corrects: id.nullable(),
});
export type Delivery = z.output<typeof delivery>;

const restMaterial = z.strictObject({
  name: line,
  delivered: z.boolean(),
  /** Why it is not handed over; empty where it is. */
  reason: text.max(1000),
});
export type RestMaterial = z.output<typeof restMaterial>;

export const deliveryOperations = {
  recordDelivery: command({
    summary: '作成した納品一式を、どの形で何部納めたかを記録する。',
    permission: 'deliverables.submit',
    input: engagementInput.extend({
      packageId: id,
      form: z.enum(DELIVERY_FORMS),
      copies,
      /** A delivery note went along. */
      note: z.boolean(),
      /** It went where the specification says. */
      atDestination: z.boolean(),
      deliveredOn: day,
      corrects: id.nullable(),
    }),
    output: delivery,
  }),
  listDeliveries: query({
    summary: '納めた納品一式の記録の一覧を返す。',
    permission: 'deliverables.read',
    input: engagementInput,
    output: z.strictObject({ deliveries: z.array(delivery) }),
  }),
  recordRest: command({
    summary: '業務で作ったその他の資料の一覧を、納めるかどうかと納めない理由とともに記録する。',
    permission: 'deliverables.submit',
    input: engagementInput.extend({ materials: z.array(restMaterial).max(500) }),
    output: done,
  }),
  listRest: query({
    summary: '業務で作ったその他の資料の一覧を返す。',
    permission: 'deliverables.read',
    input: engagementInput,
    output: z.strictObject({ materials: z.array(restMaterial) }),
  }),
} as const;
