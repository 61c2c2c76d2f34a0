/** What the tests of meetings under several specifications share: engagements, the two sides, minutes as they are written. */
import type { Caller } from '../../../kernel/caller.ts';
import { readFacts } from '../../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../../kernel/test-application.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { meetingsContract } from '../contract.ts';

/** One person of each side. */
export const both = [
  { personId: null, name: '市の担当者', side: 'city' as const },
  { personId: null, name: '受託者の担当者', side: 'contractor' as const },
];

/** Minutes with a decision and something to do. */
export const written = {
  agenda: ['進捗状況'],
  report: '',
  decisions: ['計画の案で進める。'],
  actions: [{ text: '資料を送る', owner: 'contractor' as const, due: '2024-05-20' }],
  minutes: '計画の案を確認した。',
};

export interface StartedMeetings {
  readonly test: TestApplication;
  readonly manager: Caller;
  readonly office: Caller;
  /** Ids of the engagements, in the order in which they were asked for. */
  readonly engagements: readonly string[];
  readonly meetings: (caller: Caller) => ReturnType<typeof clientOf>;
  readonly facts: (engagementId: string, kinds: string[]) => ReturnType<typeof factsOf>;
}

const clientOf = (test: TestApplication, caller: Caller) => test.application.client(meetingsContract, caller);
const factsOf = (test: TestApplication, engagementId: string, kinds: string[]) =>
  test.application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, { engagementId, kinds }));

/** An application in which these contracts run; `periodTo` where the specification leaves the end to the contract. */
export async function startMeetings(
  start: string,
  contracts: readonly { readonly specification: string; readonly contractDate: string; readonly periodTo?: string }[],
): Promise<StartedMeetings> {
  const test = await startTestApplication({ start });
  const manager = test.caller(['project-manager']);
  const engagements: string[] = [];
  for (const contract of contracts) {
    const { engagementId } = await test.application.client(engagementContract, manager).createEngagement({
      ...contract,
      contractor: '青空監査法人',
      client: { department: 'デジタル化戦略推進室', address: '一番町1', tel: '000-000-0000', fax: '', email: '' },
      places: ['市役所'],
    });
    engagements.push(engagementId);
  }
  return {
    test,
    manager,
    office: test.caller(['security-office']),
    engagements,
    meetings: (caller) => clientOf(test, caller),
    facts: (engagementId, kinds) => factsOf(test, engagementId, kinds),
  };
}
