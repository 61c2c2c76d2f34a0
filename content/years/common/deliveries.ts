/** Deliverables: made from the records or brought as a file, checked, submitted, accepted. */
import type { Step } from '../../../src/cli/year/year.ts';
import { answerFileContract } from '../../../src/modules/answer-file/contract.ts';
import { consultationContract } from '../../../src/modules/consultation/contract.ts';
import {
  deliverablesContract,
  type OwedDeliverable,
  REVIEW_POINTS,
} from '../../../src/modules/deliverables/contract.ts';
import { meetingsContract } from '../../../src/modules/meetings/contract.ts';
import { standardsContract } from '../../../src/modules/standards/contract.ts';
import type { Delivery, OwnPaper } from './data.ts';
import { type Play, step } from './play.ts';

export function deliveries(play: Play): Step[] {
  const { world, data, engagement } = play;
  return [
    ...data.deliveries.map((delivery) =>
      step(delivery.at, `成果物を提出する（${delivery.types.length}種類）`, () => deliverAll(play, delivery)),
    ),
    ...handovers(play),
    step(data.rightsDeclared, '従前の著作物を使っていないことを申告する', async () => {
      await world.as('pm', deliverablesContract).declareNoPreexisting(engagement());
    }),
  ];
}

function handovers(play: Play): Step[] {
  const { world, data, engagement, keep, get } = play;
  const { finalised, rest } = data;
  const manager = () => world.as('pm', deliverablesContract);
  return [
    ...(finalised === undefined
      ? []
      : [step(finalised.at, '成果物を最終版とする', () => finaliseAll(play, finalised.types))]),
    ...(rest === undefined
      ? []
      : [
          step(rest.at, 'その他の資料の一覧を記録する', async () => {
            await manager().recordRest({ ...engagement(), materials: rest.materials });
          }),
        ]),
    ...(data.handovers ?? []).flatMap(({ made, handed, task = null, ownNote = false, forms }, index) => [
      step(made, `納品一式を作る（${task ?? '全体'}）`, async () => {
        const of = { ...engagement(), task };
        const { delivery } = await manager().getPackage(of);
        if (delivery.virusCheck !== undefined) {
          const check = {
            software: 'ウイルス対策ソフト 第8版',
            signatures: made.slice(0, 10),
            checkedOn: made.slice(0, 10),
          };
          await world.as('lead', deliverablesContract).recordVirusCheck({ ...of, ...check, clean: true, comment: '' });
        }
        const note = ownNote ? await bring(play, 'note', 'docx', { by: 'pm' }) : null;
        // The machine that replays may have no program for disc images; what is handed over is the same.
        const { packageId } = await manager().makePackage({ ...of, disc: null, ownNote: note });
        keep(`package:${index}`, packageId);
      }),
      step(handed, `納品一式を納める（${task ?? '全体'}）`, async () => {
        const { delivery } = await manager().getPackage(engagement());
        for (const { form, copies } of forms) {
          await manager().recordDelivery({
            ...engagement(),
            packageId: get(`package:${index}`),
            form,
            copies,
            note: delivery.note !== undefined,
            atDestination: true,
            deliveredOn: handed.slice(0, 10),
            corrects: null,
          });
        }
      }),
    ]),
  ];
}

async function finaliseAll({ world, engagement }: Play, types: readonly string[]): Promise<void> {
  const manager = world.as('pm', deliverablesContract);
  const { deliverables } = await manager.listDeliverables(engagement());
  for (const type of types) {
    const version = deliverables.find((owed) => owed.type === type)?.versions.at(-1);
    if (version === undefined) throw new Error(`no version of ${type}`);
    await manager.finaliseVersion({ ...engagement(), versionId: version.id });
  }
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

async function deliver(play: Play, owed: OwedDeliverable, { made, form, papers, document }: Delivery): Promise<void> {
  const { world, engagement } = play;
  const { type, subject } = owed;
  const lead = world.as('lead', deliverablesContract);
  const wanted = { ...engagement(), type, subject };
  const { id: versionId } =
    made === 'records'
      ? await lead.produce(wanted)
      : await lead.addVersion({
          ...wanted,
          fileIds: made === 'own' ? [await bringOwn(play, papers?.[type])] : await bringBoth(play, made, document),
          comment: '',
        });
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

async function bringOwn(play: Play, paper: OwnPaper | undefined): Promise<string> {
  if (paper === undefined) throw new Error('the contractor has written nothing');
  return play.world.upload('lead', paper.name, await paper.render());
}

const bringBoth = async (play: Play, made: Brought, document?: string): Promise<string[]> => [
  await bring(play, made, 'docx', { document }),
  await bring(play, made, 'pdf', { document }),
];

/** Uploads a document taken out of the product, as the contractor would bring one of its own; answers with the file. */
async function bring(
  play: Play,
  made: Brought,
  format: 'docx' | 'pdf',
  { by = 'lead', document }: { readonly by?: 'lead' | 'pm'; readonly document?: string | undefined } = {},
): Promise<string> {
  const { name, bytes } = await taken(play, made, format, document);
  return play.world.upload(by, name, bytes);
}

type Brought = Exclude<Delivery['made'], 'records' | 'own'> | 'note';

function taken({ world, data, get, engagement }: Play, made: Brought, format: 'docx' | 'pdf', document = '') {
  if (made === 'sheet') {
    // The sheet of the year's survey as it went out: to fill in with Excel, and on paper.
    const [survey] = data.surveys ?? [];
    const respondentId = get(`affair:${survey?.affairs?.[0]?.name ?? ''}`);
    const kind = format === 'pdf' ? 'paper' : 'excel';
    const campaignId = get(`campaign:${survey?.type ?? ''}`);
    return world.as('office', answerFileContract).downloadSheet({ campaignId, respondentId, kind });
  }
  const subject = null;
  const lead = world.as('lead', deliverablesContract);
  if (made === 'note') return lead.previewDocument({ ...engagement(), type: 'clause-table', subject, format });
  if (made === 'document') return lead.previewDocument({ ...engagement(), type: document, subject, format });
  if (made === 'standards') return world.as('lead', standardsContract).downloadList({ ...engagement(), format });
  if (made === 'consultations') return world.as('lead', consultationContract).downloadLog({ ...engagement(), format });
  const meeting = get(`meeting:${data.meetings.length - 1}`);
  const minutes = { ...engagement(), kind: 'minutes' as const, subject: meeting, format };
  return world.as('lead', meetingsContract).downloadDocument(minutes);
}
