/** Writing, reviewing and reading entries of the knowledge base. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { mayUse } from '../../../kernel/caller.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import { consultationContract, type KnowledgeEntry, type KnowledgeText } from '../contract.ts';
import { facts } from '../facts.ts';
import { mayReview, namesLeftIn, VISIBLE_TO } from '../rules/knowledge.ts';
import { findConsultation } from '../store.ts';
import {
  findKnowledge,
  indexKnowledge,
  insertKnowledge,
  type KnowledgeRow,
  listWaiting,
  mayReadKnowledge,
  unindexKnowledge,
  updateKnowledge,
} from '../store-knowledge.ts';
import { namesOf, sees, sideOf, visibleConsultation } from './common.ts';

type C = typeof consultationContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const readerOf = (context: Context, engagementId: string) => ({ party: sideOf(context), engagementId });

export const getKnowledge: H<'getKnowledge'> = async (context, { engagementId, entryId }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const row = await findKnowledge(context.tx, entryId);
  return viewOf(context, engagementId, row);
};

/** @throws AppError `record.missing` for what the caller may see neither as reader nor as writer: it does not exist for them. */
async function viewOf(context: Context, engagementId: string, row: KnowledgeRow): Promise<KnowledgeEntry> {
  const readable = mayReadKnowledge(row, readerOf(context, engagementId));
  const working = seesDraft(context, row);
  if (!readable && !working) throw new AppError('record.missing', { internal: 'knowledge entry out of reach' });
  const { published, published_on: publishedOn } = row;
  return {
    id: row.id,
    published: readable && published !== null && publishedOn !== null ? { ...published, publishedOn } : null,
    draft: working ? row.draft : null,
    waiting: working && row.waiting,
    mayReview: reviews(context, row),
    consultationId: await originOf(context, row),
    version: row.version,
  };
}

async function originOf(context: Context, row: KnowledgeRow): Promise<string | null> {
  if (row.consultation_id === null) return null;
  const origin = await findConsultation(context.tx, row.engagement_id, row.consultation_id);
  return sees(context, origin) ? origin.id : null;
}

/** Writers of the author's side, and those who may review it. */
function seesDraft(context: Context, row: KnowledgeRow): boolean {
  if (!mayUse(consultationContract, 'knowledge.write', context.caller)) return false;
  return row.author_party === sideOf(context) || reviews(context, row);
}

const reviews = (context: Context, row: KnowledgeRow): boolean =>
  row.waiting &&
  mayUse(consultationContract, 'knowledge.review', context.caller) &&
  mayReview({
    author: { id: row.author_id, party: row.author_party },
    reviewer: { id: context.caller.accountId, party: sideOf(context) },
    visibility: row.draft.visibility,
  });

export const listKnowledgeDrafts: H<'listKnowledgeDrafts'> = async (context, { engagementId }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const rows = (await listWaiting(context.tx, engagementId, null)).filter((row) => seesDraft(context, row));
  return {
    drafts: rows.map((row) => ({
      id: row.id,
      type: row.draft.type,
      title: row.draft.title,
      visibility: row.draft.visibility,
      waiting: row.waiting,
      mayReview: reviews(context, row),
    })),
  };
};

export const saveKnowledge: H<'saveKnowledge'> = async (context, input) => {
  const { engagementId, text } = input;
  await context.client(engagementContract).getEngagement({ engagementId });
  if (!VISIBLE_TO[sideOf(context)].includes(text.visibility)) {
    throw fieldError('text.visibility', '自らが読めない範囲には公開できません。公開の範囲を選び直してください。');
  }
  if (input.entryId === undefined) return create(context, input, text);
  const row = await findKnowledge(context.tx, input.entryId);
  if (!seesDraft(context, row) || row.author_party !== sideOf(context)) {
    throw new AppError('record.missing', { internal: 'knowledge entry of the other side' });
  }
  if (row.version !== input.version) {
    throw new AppError('record.stale', { current: { text: row.draft, version: row.version } });
  }
  const version = await updateKnowledge(context.tx, row.id, row.version, {
    draft: text,
    waiting: true,
    at: context.now,
  });
  return { id: row.id, version };
};

async function create(
  context: Context,
  {
    engagementId,
    consultationId = null,
  }: { readonly engagementId: string; readonly consultationId?: string | null | undefined },
  text: KnowledgeText,
): Promise<{ id: string; version: number }> {
  if (consultationId !== null) {
    const origin = await visibleConsultation(context, { engagementId, consultationId });
    if (origin.answered_on === null) {
      throw new AppError('state.refused', {
        message: 'まだ回答していない相談です。回答を出してから項目を作ってください。',
      });
    }
  }
  const id = context.newId();
  await insertKnowledge(context.tx, {
    engagement_id: engagementId,
    id,
    author_id: context.caller.accountId,
    author_party: sideOf(context),
    consultation_id: consultationId,
    draft: text,
    at: context.now,
  });
  return { id, version: 1 };
}

/** An entry whose working copy the caller may see, in its latest version. */
async function entryInHand(context: Context, input: { entryId: string; version: number }): Promise<KnowledgeRow> {
  const row = await findKnowledge(context.tx, input.entryId);
  if (!seesDraft(context, row)) throw new AppError('record.missing', { internal: 'knowledge entry out of reach' });
  if (row.version !== input.version) {
    throw new AppError('record.stale', { current: { text: row.draft, version: row.version } });
  }
  return row;
}

export const publishKnowledge: H<'publishKnowledge'> = async (context, input) => {
  const row = await entryInHand(context, input);
  if (!row.waiting) throw new AppError('state.refused', { message: '確認を待っている項目ではありません。' });
  if (!reviews(context, row)) {
    throw new AppError('permission.refused', {
      internal: 'review',
      message: '自ら書いた項目や、公開の範囲を確かめられない項目は公開できません。別の責任者に確認を依頼してください。',
    });
  }
  await checkAnonymous(context, row);
  const edition = row.edition + 1;
  const version = await updateKnowledge(context.tx, row.id, row.version, {
    waiting: false,
    published: { ...row.draft, edition },
    published_on: context.today,
    reviewed_by: context.caller.accountId,
    at: context.now,
  });
  await indexKnowledge(context.tx, row.id, row.draft);
  const { type, visibility } = row.draft;
  // What is for the contractor alone is not told to the city, in the journal neither.
  if (visibility !== 'contractor') {
    facts.record(context, 'knowledge.published', {
      engagementId: row.engagement_id,
      subject: row.id,
      data: { type, visibility, consultation: row.consultation_id, edition },
    });
  }
  return { version };
};

/** Names of people never become knowledge, nor the department that asked. */
async function checkAnonymous(context: Context, row: KnowledgeRow): Promise<void> {
  const { accounts } = await context.client(peopleContract).listAccounts({ everyone: true });
  const names = accounts.map(({ displayName }) => displayName);
  if (row.consultation_id !== null) {
    const origin = await findConsultation(context.tx, row.engagement_id, row.consultation_id);
    if (origin.asker_name !== '') names.push(origin.asker_name);
    if (origin.department_id !== null) names.push((await namesOf(context)).department(origin.department_id));
  }
  const left = namesLeftIn(row.draft, names);
  if (left.length > 0) {
    throw new AppError('state.refused', {
      message: `「${left.join('」「')}」という名前が残っています。個人や相談した所属が分からないように直してから公開してください。`,
    });
  }
}

export const withdrawKnowledge: H<'withdrawKnowledge'> = async (context, input) => {
  const row = await findKnowledge(context.tx, input.entryId);
  const { visibility } = row;
  // Either side may take out what it can read; what the city alone reads is none of the contractor's business.
  if (visibility === null || !mayReadKnowledge(row, readerOf(context, input.engagementId))) {
    throw new AppError('record.missing', { internal: 'knowledge entry out of reach' });
  }
  if (row.version !== input.version) throw new AppError('record.stale', { current: { version: row.version } });
  const version = await updateKnowledge(context.tx, row.id, row.version, {
    waiting: row.waiting,
    published: null,
    at: context.now,
  });
  await unindexKnowledge(context.tx, row.id);
  if (visibility !== 'contractor') {
    facts.record(context, 'knowledge.withdrawn', {
      engagementId: row.engagement_id,
      subject: row.id,
      data: { visibility },
    });
  }
  return { version };
};
