/** Targets: proposed by either side, decided by the city, withdrawn with a reason that stays. */
import type { Programme } from '../../../core/programme/index.ts';
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import type { TargetContent, TargetFields } from '../contract/targets.ts';
import { nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { slots, type TargetRecord, targets } from '../store/stores.ts';
import {
  checkDepartments,
  checkParty,
  facts,
  type H,
  programmeInForce,
  programmeOfTarget,
  takeTarget,
} from './shared.ts';

export const viewOf = ({ id, engagementId, programmeId, position, state, version, content }: TargetRecord) => ({
  ...content,
  id,
  engagementId,
  programmeId,
  position,
  state,
  version,
});

export const listTargets: H<'listTargets'> = async (context, filter) => ({
  targets: (await targets.list(context.tx, filter)).map(viewOf),
});

export const getTarget: H<'getTarget'> = async (context, { targetId }) =>
  viewOf(await targets.get(context.tx, targetId));

export const addTarget: H<'addTarget'> = async (context, { programmeId, replaces, ...given }) => {
  const { record: owner, edition, programme } = await programmeInForce(context, programmeId);
  if (edition.state !== 'published')
    throw refuse('この手順はまだ公開されていません。手順を公開してから対象を加えてください。');
  if (owner.content.retired) throw refuse('この手順は使わないものとされています。別の手順を選んでください。');
  const fields = filled(given, programme);
  await checkFields(context, fields, programme);
  const own = await targets.list(context.tx, { programmeId });
  refuseTwice(fields, own);
  if (replaces !== undefined) checkReplaced(own, replaces);
  const saved = await targets.insert(context, {
    engagementId: owner.engagementId,
    programmeId,
    state: 'proposed',
    position: nextPosition(own),
    content: {
      ...fields,
      programmeEdition: edition.position,
      plannedOn: null,
      decidedOn: null,
      noticedOn: null,
      withdrawnOn: null,
      withdrawal: '',
      replaces: replaces ?? null,
      team: [],
      vendorCheck: null,
    },
  });
  facts.record(context, 'audit-target.proposed', {
    engagementId: owner.engagementId,
    subject: saved.id,
    data: { type: programme.recordType, kind: fields.kind, departments: fields.departmentIds },
  });
  return changedOf(saved);
};

export const changeTarget: H<'changeTarget'> = async (context, { targetId, version, ...given }) => {
  const target = await takeTarget(context, targetId, version);
  checkAlive(target);
  if (target.state === 'handed-over') throw refuse('監査が始まっているため、対象の記載は変えられません。');
  const programme = await programmeOfTarget(context, target);
  const fields = { ...fieldsOf(target.content), ...defined(given) };
  await checkFields(context, fields, programme);
  refuseTwice(fields, await targets.list(context.tx, { programmeId: target.programmeId }), targetId);
  const before = fieldsOf(target.content);
  const saved = await targets.save(context.tx, target, { content: fields });
  // What was settled is settled anew when its substance changes: the rules see the last record.
  if (target.content.decidedOn !== null && JSON.stringify(before) !== JSON.stringify(fields))
    recordAgreed(context, saved, programme, context.today);
  return changedOf(saved);
};

export const decideTargets: H<'decideTargets'> = async (context, input) => {
  const decided = [];
  for (const { targetId, version } of input.targets) {
    const target = await takeTarget(context, targetId, version);
    if (target.state !== 'proposed')
      throw refuse(
        `「${target.content.name}」は既に決定されているか、取り下げられています。一覧を開き直してください。`,
      );
    const programme = await programmeOfTarget(context, target);
    const { targetsDecidedBy } = programme.parties;
    checkParty(context.caller, targetsDecidedBy === 'both' ? 'city' : targetsDecidedBy, '対象の決定');
    const day = await dayOfEvent(context, target.engagementId, input.occurredOn);
    const saved = await targets.save(context.tx, target, { state: 'decided', content: { decidedOn: day } });
    recordAgreed(context, saved, programme, day);
    decided.push(changedOf(saved));
  }
  return { targets: decided };
};

export const withdrawTarget: H<'withdrawTarget'> = async (context, { targetId, version, reason, occurredOn }) => {
  const target = await takeTarget(context, targetId, version);
  checkAlive(target);
  const programme = await programmeOfTarget(context, target);
  const day = await dayOfEvent(context, target.engagementId, occurredOn);
  // Its times are free for others again; what was sent and received stays on record.
  for (const slot of await slots.list(context.tx, { targetId })) await slots.delete(context.tx, slot.id);
  const saved = await targets.save(context.tx, target, {
    state: 'withdrawn',
    content: { withdrawnOn: day, withdrawal: reason, plannedOn: null },
  });
  facts.record(context, 'audit-target.withdrawn', {
    engagementId: target.engagementId,
    subject: target.id,
    data: {
      type: programme.recordType,
      departments: target.content.departmentIds,
      before: target.state,
      occurredOn: day,
    },
  });
  return changedOf(saved);
};

export const decideVendorCheck: H<'decideVendorCheck'> = async (
  context,
  { targetId, version, occurredOn, ...given },
) => {
  const target = await takeTarget(context, targetId, version);
  checkAlive(target);
  if (target.content.kind !== 'system')
    throw refuse('保守業者の確認などの要否は、情報システムの対象について決めます。');
  const day = await dayOfEvent(context, target.engagementId, occurredOn);
  const saved = await targets.save(context.tx, target, { content: { vendorCheck: { ...given, decidedOn: day } } });
  facts.record(context, 'vendor-check.decided', {
    engagementId: target.engagementId,
    subject: target.id,
    data: { target: target.id, ...given, occurredOn: day },
  });
  return changedOf(saved);
};

export const handOverTarget: H<'handOverTarget'> = async (context, { targetId }) => {
  const target = await takeTarget(context, targetId);
  checkAlive(target);
  if (target.state === 'proposed')
    throw refuse('この対象はまだ決定されていません。対象を決定してから監査を始めてください。');
  if (target.state === 'handed-over') return changedOf(target);
  const programme = await programmeOfTarget(context, target);
  const saved = await targets.save(context.tx, target, { state: 'handed-over' });
  facts.record(context, 'audit-target.handed-over', {
    engagementId: target.engagementId,
    subject: target.id,
    data: { type: programme.recordType, target: target.id },
  });
  return changedOf(saved);
};

export function checkAlive(target: TargetRecord): void {
  if (target.state === 'withdrawn')
    throw refuse(`「${target.content.name}」は取り下げられているため、変更できません。代わりの対象を加えてください。`);
}

const FIELD_KEYS = [
  'kind',
  'name',
  'departmentIds',
  'affair',
  'system',
  'url',
  'vendor',
  'route',
  'systems',
  'segment',
  'place',
  'contractorHandles',
  'externalService',
  'myNumber',
  'procedure',
  'reason',
  'minutes',
] as const satisfies readonly (keyof TargetFields)[];

function fieldsOf(content: TargetContent): TargetFields {
  return Object.fromEntries(FIELD_KEYS.map((key) => [key, content[key]])) as TargetFields;
}

type Given = { [K in keyof TargetFields]?: TargetFields[K] | undefined } & Pick<
  TargetFields,
  'kind' | 'name' | 'departmentIds'
>;

function defined(given: Given): Partial<TargetFields> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** What the caller left out, as the programme has it. */
function filled(given: Given, programme: Programme): TargetFields {
  return {
    affair: given.kind === 'affair' ? given.name : '',
    system: given.kind === 'system' ? given.name : '',
    url: '',
    vendor: '',
    route: '',
    systems: [],
    segment: '',
    place: '',
    contractorHandles: false,
    externalService: false,
    myNumber: programme.kind === 'my-number' || programme.kind === 'information-assets',
    procedure: false,
    reason: '',
    minutes: programme.durations.find(({ kind }) => kind === given.kind)?.usual ?? 60,
    ...defined(given),
    kind: given.kind,
    name: given.name,
    departmentIds: given.departmentIds,
  };
}

async function checkFields(context: Context, fields: TargetFields, programme: Programme): Promise<void> {
  if (!programme.targetKinds.includes(fields.kind))
    throw fieldError('kind', 'この手順では監査できない種類の対象です。手順の定める種類から選んでください。');
  await checkDepartments(context, fields.departmentIds);
  if (fields.kind === 'department' && fields.departmentIds.length > 1)
    throw fieldError('departmentIds', '所属を対象とするときは、対象一件につき一つの所属を選んでください。');
  if (fields.kind === 'website' && fields.url === '')
    throw fieldError('url', 'ホームページのアドレスを入力してください。');
  if (fields.kind === 'vendor-site') {
    if (fields.vendor === '') throw fieldError('vendor', '拠点をもつ事業者の名称を入力してください。');
    if (fields.route === '') throw fieldError('route', '拠点から市のシステムへの接続の経路を入力してください。');
    if (fields.systems.length === 0) throw fieldError('systems', '拠点から接続できるシステムを入力してください。');
  }
}

/** The same department, affair, system or site twice under one programme is a mistake. */
function refuseTwice(fields: TargetFields, own: readonly TargetRecord[], except?: string): void {
  const same = own.find(
    ({ id, state, content }) =>
      id !== except &&
      state !== 'withdrawn' &&
      content.kind === fields.kind &&
      (fields.kind === 'department'
        ? content.departmentIds[0] === fields.departmentIds[0]
        : content.name === fields.name),
  );
  if (same !== undefined)
    throw new AppError('record.duplicate', { message: `「${same.content.name}」は、既に対象に入っています。` });
}

function checkReplaced(own: readonly TargetRecord[], replaced: string): void {
  const old = own.find(({ id }) => id === replaced);
  if (old === undefined) throw new AppError('record.missing', { internal: 'replaced target' });
  if (old.state !== 'withdrawn') throw refuse('代わりの対象は、前の対象を取り下げてから加えてください。');
  if (own.some(({ state, content }) => state !== 'withdrawn' && content.replaces === replaced))
    throw refuse('取り下げた対象の代わりは、既に加えられています。');
}

/** The fact by which the rules know the target; it takes the place of a withdrawn one, and of its own earlier wording. */
function recordAgreed(context: Context, target: TargetRecord, programme: Programme, day: string): void {
  const { content } = target;
  const optional = (key: 'affair' | 'system' | 'segment' | 'vendor' | 'route') =>
    content[key] === '' ? {} : { [key]: content[key] };
  const corrects = target.content.replaces;
  facts.record(context, 'audit-target.agreed', {
    engagementId: target.engagementId,
    subject: target.id,
    data: {
      type: programme.recordType,
      kind: content.kind,
      departments: content.departmentIds,
      ...optional('affair'),
      ...optional('system'),
      ...optional('segment'),
      ...optional('vendor'),
      ...optional('route'),
      systems: content.systems,
      reason: content.reason,
      contractorHandles: content.contractorHandles,
      externalService: content.externalService,
      myNumber: content.myNumber,
      procedure: content.procedure,
      ...(corrects === null ? {} : { corrects }),
      occurredOn: day,
    },
  });
}
