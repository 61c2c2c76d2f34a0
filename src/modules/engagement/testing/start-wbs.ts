/** An engagement with departments and people, for tests of the WBS. */
import type { Caller } from '../../../kernel/caller.ts';
import { startTestApplication, type TestApplication } from '../../../kernel/test-application.ts';
import { peopleContract } from '../../people/contract.ts';
import { engagementContract, type Task } from '../contract.ts';

export interface StartedWbs {
  readonly test: TestApplication;
  readonly engagementId: string;
  readonly manager: Caller;
  readonly office: Caller;
  /** A section, its bureau, and another section. */
  readonly departments: { readonly bureau: string; readonly section: string; readonly other: string };
  tasks(): Promise<readonly Task[]>;
  /** The task of a clause of the specification. */
  taskOf(clause: string): Promise<Task>;
}

export async function startWbs(start = '2026-06-01T00:00:00.000Z'): Promise<StartedWbs> {
  const test = await startTestApplication({ start });
  const people = test.application.client(peopleContract, test.caller(['administrator']));
  const { created } = await people.reorganise({
    from: '2025-04-01',
    changes: [
      { kind: 'create', key: 'a', name: '総務局', kana: 'そうむきょく', bureau: null },
      { kind: 'create', key: 'b', name: '人事課', kana: 'じんじか', bureau: 'new:a' },
      { kind: 'create', key: 'c', name: '契約課', kana: 'けいやくか', bureau: 'new:a' },
    ],
  });
  const idOf = (key: string): string => created.find((one) => one.key === key)?.id ?? '';
  const manager = test.caller(['project-manager']);
  const engagement = test.application.client(engagementContract, manager);
  const { engagementId } = await engagement.createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '業務改革推進課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  });
  const tasks = async (): Promise<readonly Task[]> => (await engagement.listTasks({ engagementId })).tasks;
  return {
    test,
    engagementId,
    manager,
    office: test.caller(['security-office']),
    departments: { bureau: idOf('a'), section: idOf('b'), other: idOf('c') },
    tasks,
    async taskOf(clause) {
      const found = (await tasks()).find((task) => task.clause === clause && task.origin === 'specification');
      if (found === undefined) throw new Error(`no task of clause ${clause}`);
      return found;
    },
  };
}
