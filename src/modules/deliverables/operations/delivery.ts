/** Handing over: a package that was made goes to the city, as the specification wants it. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { deliverablesContract } from '../contract.ts';
import type { Delivery } from '../contract/delivery.ts';
import { facts } from '../facts.ts';
import { contentsHash, type PackagePlan } from '../packing/plan.ts';
import { deliveryFault } from '../rules.ts';
import { insertDelivery, replaceRest, selectDeliveries, selectRest } from '../store/deliveries.ts';
import { readyPlan } from '../store/packages.ts';

type Contract = typeof deliverablesContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function recordDelivery(context: Context, input: In<'recordDelivery'>): Out<'recordDelivery'> {
  const { engagementId, packageId, form, copies, note, deliveredOn, corrects } = input;
  const { delivery: wanted = { tasks: [] } } = await context
    .client(engagementContract)
    .getSpecification({ engagementId });
  if (deliveredOn > context.today) throw fieldError('deliveredOn', '納めた日は、今日までの日付にしてください。');
  const { plan, madeOn } = await readyPlan(context.tx, engagementId, packageId);
  if (deliveredOn < madeOn) {
    throw fieldError('deliveredOn', '納めた日は、納品一式を作った日以後の日付にしてください。');
  }
  const ownNote = plan.ownNote !== null;
  const fault = deliveryFault(wanted, { ...input, task: plan.task?.id ?? null, ownNote });
  if (fault !== null) throw fieldError(fault.path, fault.message);
  if (corrects !== null && !(await selectDeliveries(context.tx, engagementId)).some(({ id }) => id === corrects)) {
    throw new AppError('record.missing', { internal: 'delivery' });
  }
  const made: Delivery = {
    id: context.newId(),
    packageId,
    task: plan.task?.id ?? null,
    form,
    copies,
    noteForm: note ? (ownNote ? 'city' : 'contractor') : null,
    deliveredOn,
    corrects,
  };
  await insertDelivery(context.tx, engagementId, made, context.now);
  recordFacts(context, engagementId, made, plan, wanted.destination?.department ?? null);
  return made;
}

function recordFacts(
  context: Context,
  engagementId: string,
  made: Delivery,
  plan: PackagePlan,
  destination: string | null,
): void {
  const { id: subject, form, copies, noteForm, deliveredOn: occurredOn, packageId, corrects } = made;
  const place = corrects === null ? {} : { corrects };
  // The note lies in the package, so it comes first.
  if (noteForm !== null) {
    facts.record(context, 'delivery.note-attached', {
      engagementId,
      subject,
      data: { noteForm: noteForm === 'city' ? '市指定様式' : '受託者の様式', destination, occurredOn, ...place },
    });
  }
  const named = (name: string): number =>
    copies.filter((one) => one.name === name).reduce((sum, { count }) => sum + count, 0);
  const { folders } = plan.delivery;
  facts.record(context, 'delivery.made', {
    engagementId,
    subject,
    data: {
      category: made.task,
      form,
      originals: named('正本'),
      duplicates: named('副本'),
      copies: copies.reduce((sum, { count }) => sum + count, 0),
      destination,
      folders: folders === undefined ? [] : [folders.pdf, folders.office],
      documents: plan.documents.length,
      incomplete: plan.gaps.length,
      contents: contentsHash(plan.files),
      package: packageId,
      occurredOn,
      ...place,
    },
  });
}

export async function listDeliveries(context: Context, input: In<'listDeliveries'>): Out<'listDeliveries'> {
  const { engagementId } = input;
  await context.client(engagementContract).getEngagement({ engagementId });
  return { deliveries: await selectDeliveries(context.tx, engagementId) };
}

export async function recordRest(context: Context, input: In<'recordRest'>): Out<'recordRest'> {
  const { engagementId, materials } = input;
  await context.client(engagementContract).getEngagement({ engagementId });
  const names = materials.map(({ name }) => name);
  const twice = names.findIndex((name, at) => names.indexOf(name) !== at);
  if (twice >= 0) throw fieldError(`materials.${twice}.name`, '同じ名称の資料が二つ以上あります。');
  await replaceRest(context.tx, engagementId, materials);
  const excluded = materials.filter(({ delivered }) => !delivered);
  facts.record(context, 'delivery.rest-listed', {
    engagementId,
    subject: engagementId,
    data: {
      files: materials.length,
      excluded: excluded.length,
      withoutReason: excluded.filter(({ reason }) => reason === '').length,
    },
  });
  return { ok: true };
}

export async function listRest(context: Context, input: In<'listRest'>): Out<'listRest'> {
  const { engagementId } = input;
  await context.client(engagementContract).getEngagement({ engagementId });
  return { materials: await selectRest(context.tx, engagementId) };
}
