/** What a plan must say, what it still lacks, and the facts by which the rules know what it says. */
import type { Programme } from '../../../core/programme/index.ts';
import { fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { PlanContent } from '../contract/plans.ts';
import { type PlanRecord, targets } from '../store/stores.ts';
import { readRotation } from './people.ts';
import { PLAN_TITLES } from './plan-draft.ts';
import { facts, programmeInForce } from './shared.ts';

type Asked = Programme['plans'][number];

/** What the programme asks of a plan of this stage; null for the plans over the programmes. */
export async function askedOf(
  context: Context,
  stage: PlanContent['stage'],
  programmeId: string | null,
): Promise<Asked | null> {
  if (stage === 'three-year' || stage === 'yearly') {
    if (programmeId !== null) throw fieldError('programmeId', '中期計画と年間計画は、全ての手順について一つ作ります。');
    return null;
  }
  if (programmeId === null) throw fieldError('programmeId', '手順を選んでください。');
  const { programme } = await programmeInForce(context, programmeId);
  const asked = programme.plans.find((plan) => plan.stage === stage);
  if (asked === undefined)
    throw fieldError('stage', `この手順では、${PLAN_TITLES[stage]}を作りません。手順の定める計画書を選んでください。`);
  return asked;
}

/** Fields without a text that the programme does not let off. */
export function missingOf(content: PlanContent, asked: Asked | null): string[] {
  const optional = asked?.optionalFields ?? [];
  const required = asked?.fields ?? content.fields.map(({ name }) => name);
  return required.filter((name) => {
    const field = content.fields.find((own) => own.name === name);
    if (field === undefined) return true;
    return field.text.trim() === '' && !(field.none && optional.includes(name));
  });
}

export async function identity(context: Context, plan: PlanRecord) {
  const type =
    plan.programmeId === null ? null : (await programmeInForce(context, plan.programmeId)).programme.recordType;
  return {
    ...(type === null ? {} : { type }),
    stage: plan.content.stage,
    ...(plan.targetId === null ? {} : { target: plan.targetId }),
  };
}

/** The facts by which the rules know what a plan says. */
export async function recordSubmitted(context: Context, plan: PlanRecord, subject: string, day: string): Promise<void> {
  const { engagementId, content, position } = plan;
  const own =
    plan.programmeId === null
      ? []
      : (await targets.list(context.tx, { programmeId: plan.programmeId })).filter(
          ({ state }) => state !== 'withdrawn',
        );
  const fields = content.fields.filter(({ text, none }) => text.trim() !== '' || none).map(({ name }) => name);
  const rotation = plan.programmeId === null ? null : await readRotation(context, engagementId, plan.programmeId);
  const chosen = new Set(own.flatMap((target) => target.content.departmentIds)).size;
  const minutes = own.map((target) => target.content.minutes);
  const data = {
    ...(await identity(context, plan)),
    version: position,
    fields,
    targets: own.length,
    occurredOn: day,
  };
  facts.record(context, 'audit-plan.drafted', {
    engagementId,
    subject,
    data: {
      ...data,
      considered: content.considered,
      ...(rotation === null || rotation.departments === 0
        ? {}
        : {
            share: Math.round((chosen / rotation.departments) * 1000) / 1000,
            outsideCycle: rotation.rotation.outsideCycle,
          }),
      ...(minutes.length === 0
        ? {}
        : { minutesPerTarget: Math.round(minutes.reduce((sum, one) => sum + one, 0) / minutes.length) }),
    },
  });
  if (content.reason !== '')
    facts.record(context, 'audit-plan.changed', {
      engagementId,
      subject,
      data: { ...(await identity(context, plan)), version: position, reason: content.reason, occurredOn: day },
    });
  facts.record(context, 'audit-plan.submitted', { engagementId, subject, data });
}
