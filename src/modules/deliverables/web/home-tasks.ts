import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { deliverableHref, deliverables, inEdition, type Owed, type Reader, suffixOf, titleOf } from './client.ts';
import { messages } from './messages.ja.ts';
import { isOverdue, nextPermission, type Stage, stageOf } from './stage.ts';

const text = messages.home;

/** Versions that wait for this person: for review, submission, the city's decision, or a better version. */
export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  if (!session.permissions.includes('deliverables.read')) return [];
  const lists = await Promise.all(
    session.engagements.map(async ({ id }) => {
      const register = await deliverables.listDeliverables({ engagementId: id });
      return register.deliverables.flatMap((owed) => [
        ...taskOf(session, id, owed, register.today),
        // An edition for other readers is not owed; once it exists, it waits like any version.
        ...owed.editions
          .filter(({ versions }) => versions.length > 0)
          .flatMap(({ edition, department }) => {
            const reader = { edition, departmentId: department?.id ?? null };
            return taskOf(session, id, { ...inEdition(owed, reader), due: null }, register.today, reader);
          }),
      ]);
    }),
  );
  return lists.flat();
}

function taskOf(
  session: SignedIn,
  engagementId: string,
  owed: Owed,
  today: string,
  reader: Reader = { edition: 'detailed', departmentId: null },
): HomeTask[] {
  const stage = stageOf(owed);
  const permission = nextPermission(stage);
  const wanted = WAITING[stage];
  if (wanted === undefined || permission === null || !session.permissions.includes(permission)) return [];
  return [
    {
      title: wanted(`${titleOf(owed)}${suffixOf(owed, reader)}`),
      ...(owed.due === null ? {} : { due: owed.due }),
      state: isOverdue(owed, today) ? 'overdue' : 'due',
      href: deliverableHref(engagementId, { ...owed, ...reader }),
      source: messages.source(owed.clause),
    },
  ];
}

const WAITING: Readonly<Partial<Record<Stage, (title: string) => string>>> = {
  draft: text.review,
  reviewed: text.submit,
  submitted: text.decide,
  rejected: text.improve,
};
