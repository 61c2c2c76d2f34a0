/** Auditors of targets: who may, who must not, and what a plan still lacks. */
import { createCalendar } from '../../../core/calendar/index.ts';
import type { Programme } from '../../../core/programme/index.ts';
import { fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { changedOf } from '../../../kernel/record-store.ts';
import { engagementContract, engagementOf } from '../../engagement/contract.ts';
import { departmentNames } from '../../people/contract.ts';
import { teamContract } from '../../team/contract.ts';
import {
  capacityWarnings,
  type CheckInput,
  checkProgramme,
  checkTarget,
  hindrance,
  isQualified,
  type Person,
  teamWarnings,
} from '../rules/checks.ts';
import { minutesOf } from '../rules/timetable.ts';
import { auditors, slots, targets } from '../store/stores.ts';
import { readRotation } from './people.ts';
import { facts, type H, programmeInForce, programmeOfTarget, takeTarget } from './shared.ts';
import { checkAlive } from './targets.ts';

export const assignAuditors: H<'assignAuditors'> = async (context, { targetId, version, team }) => {
  const target = await takeTarget(context, targetId, version);
  checkAlive(target);
  const programme = await programmeOfTarget(context, target);
  const input = await checkInput(context, target.engagementId, programme, target.content.departmentIds);
  const seen = new Set<string>();
  for (const [index, { kind, id, role }] of team.entries()) {
    const person = input.people.find((other) => other.kind === kind && other.id === id);
    const path = `team.${index}`;
    if (person === undefined)
      throw fieldError(path, '体制にない人、又は登録のない内部監査人です。一覧から選び直してください。');
    if (seen.has(`${kind} ${id}`)) throw fieldError(path, `${person.name}さんが二度選ばれています。`);
    seen.add(`${kind} ${id}`);
    // Who only attends and supports judges nothing; who audits must not audit their own department or assets.
    const against = role === 'attendant' ? null : hindrance(person, target.content.departmentIds, input.departmentName);
    if (against !== null) throw fieldError(path, against);
  }
  if (team.filter(({ role }) => role === 'lead').length > 1)
    throw fieldError('team', '監査の責任者は一人だけ選んでください。');
  const saved = await targets.save(context.tx, target, { content: { team } });
  const auditing = team.filter(({ role }) => role !== 'attendant');
  facts.record(context, 'auditors.assigned', {
    engagementId: target.engagementId,
    subject: target.id,
    data: {
      type: programme.recordType,
      target: target.id,
      auditors: auditing.length,
      qualified: auditing.filter(({ kind, id }) =>
        input.people.some(
          (person) =>
            person.kind === kind && person.id === id && isQualified(person, target.content.plannedOn ?? context.today),
        ),
      ).length,
      members: team.flatMap(({ kind, id }) => (kind === 'member' ? [id] : [])),
    },
  });
  return { ...changedOf(saved), warnings: teamWarnings(saved.content, input) };
};

export const checkTargets: H<'checkTargets'> = async (context, { engagementId, programmeId }) => {
  const { programme } = await programmeInForce(context, programmeId);
  const own = (await targets.list(context.tx, { programmeId })).filter(({ state }) => state !== 'withdrawn');
  const input = await checkInput(context, engagementId, programme, [
    ...new Set(own.flatMap(({ content }) => content.departmentIds)),
  ]);
  // A person's day is full whatever the programme of its sessions is.
  const times = await slots.list(context.tx, { engagementId });
  const { rotation, departments } = await readRotation(context, engagementId, programmeId);
  return {
    programme: [
      ...checkProgramme(
        own.map(({ content }) => content),
        input,
        { departments, outsideCycle: rotation.outsideCycle },
      ),
      ...capacityWarnings(
        times.map(({ content }) => ({
          day: content.day,
          minutes: minutesOf(content.to) - minutesOf(content.from),
          people: content.people.map(({ kind, id }) => `${kind} ${id}`),
        })),
        (person) => input.people.find(({ kind, id }) => `${kind} ${id}` === person)?.name ?? '監査人',
      ),
    ],
    targets: own.map(({ id, content }) => ({ targetId: id, warnings: checkTarget(content, input) })),
  };
};

/** Everything that the checks look at, as of today. */
export async function checkInput(
  context: Context,
  engagementId: string,
  programme: Programme,
  departmentIds: readonly string[],
): Promise<CheckInput> {
  const names = await departmentNames(context);
  const { periodFrom, periodTo } = await engagementOf(context, engagementId);
  const { blackouts } = await context.client(engagementContract).listBlackouts({});
  const calendar = createCalendar();
  return {
    programme,
    people: await readPeople(context, engagementId, departmentIds),
    windows: blackouts,
    isOpen: (day) => calendar.isOpen(day),
    period: { from: periodFrom, to: periodTo },
    today: context.today,
    departmentName: (id) => names.get(id) ?? '廃止された所属',
  };
}

/** Members of the contractor's team and internal auditors of the city, with what stands against each. */
export async function readPeople(
  context: Context,
  engagementId: string,
  departmentIds: readonly string[],
): Promise<readonly Person[]> {
  const client = context.client(teamContract);
  const team = await client.getTeam({ engagementId });
  const ties =
    departmentIds.length === 0
      ? []
      : (await client.checkIndependence({ engagementId, departments: [...departmentIds].slice(0, 100) })).members;
  const members = team.members
    .filter(({ state }) => state === 'active')
    .map((member): Person => {
      const tie = ties.find(({ memberId }) => memberId === member.id);
      return {
        kind: 'member',
        id: member.id,
        name: member.name,
        qualifiedTo: team.qualifications
          .filter(({ memberId, accepted }) => memberId === member.id && accepted)
          .map(({ validTo }) => validTo),
        involved: tie?.involved ?? [],
        undeclared: tie?.undeclared ?? [],
        trainedOn: null,
        until: member.to,
        erased: member.erasedOn !== null,
      };
    });
  const own = await auditors.list(context.tx, { engagementId });
  const city = own.map(({ id, state, content }): Person => ({
    kind: 'city',
    id,
    name: content.name,
    qualifiedTo: content.qualification === '' ? [] : [null],
    involved: [content.departmentId, ...content.managedDepartmentIds],
    undeclared: [],
    trainedOn: content.trainedOn,
    until: state === 'active' ? null : '0001-01-01',
    erased: false,
  }));
  return [...members, ...city];
}
