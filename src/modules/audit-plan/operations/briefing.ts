/** The material for the briefing: a section for everything that the programme wants explained. */
import type { Context } from '../../../kernel/module.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import { briefingDraft } from '../rules/preparation-text.ts';
import { AppError, refuse } from '../../../kernel/error.ts';
import { checkRecordVersion, changedOf } from '../../../kernel/record-store.ts';
import { type BriefingRecord, briefings } from '../store/stores.ts';
import { planSource } from './plan-draft.ts';
import { facts, type H, programmeInForce } from './shared.ts';

export const getBriefing: H<'getBriefing'> = async (context, { programmeId }) => {
  const { record, programme } = await programmeInForce(context, programmeId);
  const [saved] = await briefings.list(context.tx, { programmeId });
  const { targets, slots, documents } = await planSource(context, record.engagementId, programmeId, null);
  return {
    briefing:
      saved === undefined
        ? null
        : { ...saved.content, id: saved.id, programmeId, state: saved.state, version: saved.version },
    title: programme.briefing?.title ?? '監査の説明資料',
    draft: briefingDraft({ programme, targets: targets.map(({ name }) => name), slots, documents }),
  };
};

export const saveBriefing: H<'saveBriefing'> = async (context, { programmeId, version, title, sections }) => {
  const { record } = await programmeInForce(context, programmeId);
  const [saved] = await briefings.list(context.tx, { programmeId });
  if (saved === undefined) {
    const made = await briefings.insert(context, {
      engagementId: record.engagementId,
      programmeId,
      state: 'draft',
      position: 1,
      content: { title, sections, preparedOn: null },
    });
    return changedOf(made);
  }
  const held = await briefings.take(context.tx, saved.id);
  if (version === null) throw new AppError('record.stale', { current: { ...held.content, version: held.version } });
  checkRecordVersion(held, version);
  // What was complete is a draft again until somebody completes the new text.
  const changed = await briefings.save(context.tx, held, {
    state: 'draft',
    content: { title, sections, preparedOn: null },
  });
  return changedOf(changed);
};

export const prepareBriefing: H<'prepareBriefing'> = async (context, { briefingId, version, occurredOn }) => {
  const held = await briefings.take(context.tx, briefingId);
  checkRecordVersion(held, version);
  const { record, programme } = await programmeInForce(context, held.programmeId);
  const missing = missingSections(held, programme.briefing?.contents ?? []);
  if (missing.length > 0)
    throw refuse(`「${missing.join('」、「')}」が書かれていません。書いて保存してから完成としてください。`);
  const day = await dayOfEvent(context, record.engagementId, occurredOn);
  const saved = await briefings.save(context.tx, held, { state: 'prepared', content: { preparedOn: day } });
  facts.record(context, 'briefing.prepared', {
    engagementId: record.engagementId,
    subject: saved.id,
    data: { type: programme.recordType, contents: written(saved), occurredOn: day },
  });
  return changedOf(saved);
};

function written({ content }: BriefingRecord): string[] {
  return content.sections.filter(({ text }) => text.trim() !== '').map(({ title }) => title);
}

function missingSections(briefing: BriefingRecord, wanted: readonly string[]): string[] {
  const has = written(briefing);
  return wanted.filter((title) => !has.includes(title));
}

/** For papers: what is saved, otherwise the draft. */
export async function briefingText(context: Context, programmeId: string) {
  const { briefing, draft, title } = await getBriefing(context, { programmeId });
  return briefing === null
    ? { title, sections: draft, preparedOn: null }
    : { title: briefing.title, sections: briefing.sections, preparedOn: briefing.preparedOn };
}
