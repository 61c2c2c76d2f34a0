/** Deliverables: made from the records or brought as a file, checked, submitted, accepted. */
import type { Step } from '../../../src/cli/year/year.ts';
import { consultationContract } from '../../../src/modules/consultation/contract.ts';
import {
  deliverablesContract,
  type OwedDeliverable,
  REVIEW_POINTS,
} from '../../../src/modules/deliverables/contract.ts';
import { meetingsContract } from '../../../src/modules/meetings/contract.ts';
import { standardsContract } from '../../../src/modules/standards/contract.ts';
import type { Delivery } from './data.ts';
import { type Play, step } from './play.ts';

export function deliveries(play: Play): Step[] {
  const { world, data, engagement } = play;
  return [
    ...data.deliveries.map((delivery) =>
      step(delivery.at, `成果物を提出する（${delivery.types.length}種類）`, () => deliverAll(play, delivery)),
    ),
    step(data.rightsDeclared, '従前の著作物を使っていないことを申告する', async () => {
      await world.as('pm', deliverablesContract).declareNoPreexisting(engagement());
    }),
  ];
}

async function deliverAll(play: Play, delivery: Delivery): Promise<void> {
  const { world, engagement } = play;
  const { deliverables } = await world.as('pm', deliverablesContract).listDeliverables(engagement());
  for (const type of delivery.types) {
    const owed = deliverables.filter(
      (it) => it.type === type && (it.subject !== null) === (delivery.perSubject ?? false),
    );
    if (owed.length === 0) throw new Error(`nothing is owed as ${type}`);
    for (const one of owed) await deliver(play, one, delivery);
  }
}

async function deliver(play: Play, owed: OwedDeliverable, { made, form }: Delivery): Promise<void> {
  const { world, engagement } = play;
  const { type, subject } = owed;
  const lead = world.as('lead', deliverablesContract);
  const wanted = { ...engagement(), type, subject };
  const { id: versionId } =
    made === 'records'
      ? await lead.produce(wanted)
      : await lead.addVersion({ ...wanted, fileIds: [await bring(play, made)], comment: '' });
  const version = { ...engagement(), versionId };
  const checked = { ...version, checked: [...REVIEW_POINTS], comment: '確認の観点のとおり確かめた。' };
  await world.as('quality', deliverablesContract).review(checked);
  await world.as('pm', deliverablesContract).submit({
    ...version,
    form: form ?? 'electronic',
    paper: null,
    copies: owed.copies ?? 1,
  });
  await world.as('office', deliverablesContract).accept({ ...version, comment: '' });
}

/** Uploads a document taken out of the product, as the contractor would bring one of its own; answers with the file. */
async function bring(play: Play, made: Exclude<Delivery['made'], 'records'>): Promise<string> {
  const { name, bytes } = await taken(play, made);
  return play.world.upload('lead', name, bytes);
}

function taken({ world, data, get, engagement }: Play, made: Exclude<Delivery['made'], 'records'>) {
  const format = 'docx' as const;
  if (made === 'plan') {
    const plan = { ...engagement(), type: 'work-plan', subject: null, format };
    return world.as('lead', deliverablesContract).previewDocument(plan);
  }
  if (made === 'standards') return world.as('lead', standardsContract).downloadList({ ...engagement(), format });
  if (made === 'consultations') return world.as('lead', consultationContract).downloadLog({ ...engagement(), format });
  const subject = get(`meeting:${data.meetings.length - 1}`);
  return world.as('lead', meetingsContract).downloadDocument({ ...engagement(), kind: 'minutes', subject, format });
}
