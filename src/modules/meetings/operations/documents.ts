/** The module's own documents, made from the records of the moment. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { renderFile } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Handler } from '../../../kernel/module.ts';
import type { meetingsContract } from '../contract.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { documents } from '../documents/index.ts';
import { type KeptEdition, minutesChanges } from '../documents/minutes.ts';
import { findEdition } from '../store/meetings.ts';
import { meetingInSight, meetingOf } from './common.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const downloadChanges: H<'downloadChanges'> = async (context, input) => {
  const { engagementId, meetingId, edition, format } = input;
  const { row, setting } = await meetingInSight(context, input);
  const kept = async (number: number): Promise<KeptEdition> => {
    const found = await findEdition(context.tx, meetingId, number);
    if (found === null) throw new AppError('record.missing', { internal: `edition ${number}` });
    const { approved, reason, decided_on: on } = found.row;
    const asked = setting.conditions.minutes?.approval === true;
    const waiting = asked ? 'waiting' : 'none';
    return {
      text: found.text,
      approval: approved === null ? waiting : approved ? 'approved' : 'returned',
      returned: approved === false && on !== null ? { reason, on } : null,
    };
  };
  const profile = await context.client(engagementContract).getEngagement({ engagementId });
  const pair = { before: await kept(edition - 1), after: await kept(edition) };
  const tree = minutesChanges(meetingOf(context, row, setting), profile, pair);
  return renderFile(tree, format, `議事録_第${edition}版_見え消し`);
};

export const downloadDocument: H<'downloadDocument'> = async (context, { engagementId, kind, subject, format }) => {
  const provider = documents.find((candidate) => candidate.kind === kind);
  if (provider === undefined) throw new AppError('record.missing', { internal: kind });
  return renderFile(await provider.build(context, { engagementId, subject, format }), format, provider.title);
};
