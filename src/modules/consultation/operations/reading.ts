/** Reading consultations: only what the caller may see, in the form in which they may see it. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { mayUse } from '../../../kernel/caller.ts';
import { normalise, parseQuery } from '../../../core/text/index.ts';
import { peopleContract } from '../../people/contract.ts';
import { standardsContract } from '../../standards/contract.ts';
import { answerChannels, basisCodes, basisNames } from '../conditions.ts';
import type { Consultation, consultationContract, ConsultationDetail, Entry } from '../contract.ts';
import {
  type AnswerParticulars,
  type ConsultationRow,
  type EntryRow,
  listConsultationRows,
  listEntries,
  type VisitParticulars,
} from '../store.ts';
import { capRecords, meterView } from './cap.ts';
import {
  isOffice,
  type Names,
  namesOf,
  sees,
  sideOf,
  type Viewer,
  viewerOf,
  viewOf,
  visibleConsultation,
} from './common.ts';
import { type Setting, settingOf } from './setting.ts';

type C = typeof consultationContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const listConsultations: H<'listConsultations'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const rows = await listConsultationRows(context.tx, input.engagementId);
  const names = await namesOf(context);
  const words = parseQuery(input.words ?? '').terms.map(({ alternatives }) => alternatives[0] ?? '');
  const wanted = (one: Consultation): boolean =>
    (input.state === undefined ||
      (input.state === 'open' ? one.state !== 'answered' && one.state !== 'closed' : one.state === input.state)) &&
    (input.category === undefined || one.category === input.category) &&
    words.every((word) => searched(one).includes(word));
  const cap = setting.conditions?.cap ?? null;
  return {
    consultations: rows
      .filter((row) => sees(context, row))
      .map((row) => viewOf(context, row, setting, names))
      .filter(wanted),
    meter:
      cap === null || viewerOf(context) === 'department'
        ? null
        : meterView(await capRecords(context, cap, setting.profile), context.today),
    categories: [...setting.categories],
  };
};

const searched = ({ number, title, category, department }: Consultation): string =>
  normalise(`${number} ${title} ${category} ${department?.name ?? ''}`);

export const getConsultation: H<'getConsultation'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const row = await visibleConsultation(context, input);
  return detailOf(context, row, setting, await namesOf(context));
};

async function detailOf(
  context: Context,
  row: ConsultationRow,
  setting: Setting,
  names: Names,
): Promise<ConsultationDetail> {
  const entries = (await listEntries(context.tx, [row.id])).filter((entry) => mayRead(viewerOf(context), entry));
  return {
    ...viewOf(context, row, setting, names),
    entries: entries.map((entry) => entryOf(entry, names)),
    draft:
      ownsDraft(context, row) && row.draft !== null ? { ...row.draft, precedents: row.draft.precedents ?? [] } : null,
    sameAs: await sameAs(context, row),
  };
}

/** A department reads what is for all, the contractor also what is its own. */
export function mayRead(viewer: Viewer, { audience }: Pick<EntryRow, 'audience'>): boolean {
  if (audience === 'all') return true;
  return audience === 'parties' ? viewer !== 'department' : viewer === 'contractor';
}

/** The working copy belongs to the side that answers, until it is issued. */
const ownsDraft = (context: Context, row: ConsultationRow): boolean =>
  row.handler === 'contractor' ? sideOf(context) === 'contractor' : row.handler === 'office' && isOffice(context);

async function sameAs(context: Context, row: ConsultationRow): Promise<ConsultationDetail['sameAs']> {
  if (row.duplicate_of === null) return null;
  const other = (await listConsultationRows(context.tx, row.engagement_id)).find(({ id }) => id === row.duplicate_of);
  return other === undefined || !sees(context, other) ? null : { id: other.id, number: other.number };
}

export function entryOf(row: EntryRow, names: Names): Entry {
  const isAnswer = (value: EntryRow['particulars']): value is AnswerParticulars =>
    row.kind === 'answer' && value !== null;
  const isVisit = (value: EntryRow['particulars']): value is VisitParticulars => row.kind === 'visit' && value !== null;
  const { particulars } = row;
  return {
    id: row.id,
    kind: row.kind,
    audience: row.audience,
    author: names.person(row.author_id),
    side: row.author_party,
    writtenAt: row.written_at.toISOString(),
    occurredOn: row.occurred_on,
    channel: row.channel,
    body: row.body,
    files: row.files,
    // Answers of former editions of the product name no examples.
    answer: isAnswer(particulars) ? { ...particulars, precedents: particulars.precedents ?? [] } : null,
    visit: isVisit(particulars)
      ? { ...particulars, members: particulars.members.map((id) => ({ id, name: names.person(id) })) }
      : null,
  };
}

export const listChoices: H<'listChoices'> = async (context, { engagementId }) => {
  const { conditions, categories, profile } = await settingOf(context, engagementId);
  const client = context.client(peopleContract);
  const { departments } = await client.listDepartments({});
  const { accounts } = await client.listAccounts({});
  const everywhere = viewerOf(context) !== 'department';
  return {
    clause: conditions?.clause ?? null,
    intake: conditions?.intake ?? profile.client.department,
    categories: [...categories],
    considerations: [...(conditions?.considerations ?? [])],
    basis: [...basisNames(conditions)],
    citeOneOf: [...basisCodes(conditions)],
    channels: [...answerChannels(conditions, false)],
    urgentChannels: [...answerChannels(conditions, true)],
    departments: departments
      .filter(({ id }) => everywhere || context.caller.departmentIds.includes(id))
      .map(({ id, name, bureauName }) => ({ id, name: bureauName === null ? name : `${bureauName}　${name}` })),
    members: accounts
      .filter(({ party }) => everywhere && party === 'contractor')
      .map(({ id, displayName }) => ({ id, name: displayName })),
    standards: everywhere ? await citableStandards(context, engagementId) : [],
  };
};

/** What an answer may cite: the standards of the engagement, received or still awaited. */
export async function citableStandards(
  context: Context,
  engagementId: string,
): Promise<{ code: string; name: string }[]> {
  if (!mayUse(standardsContract, 'standards.read', context.caller)) return [];
  const { standards, awaited } = await context.client(standardsContract).listStandards({ engagementId });
  return [...standards, ...awaited].map(({ code, name }) => ({ code, name }));
}

export const downloadAttachment: H<'downloadAttachment'> = async (context, input) => {
  const row = await visibleConsultation(context, input);
  const entry = (await listEntries(context.tx, [row.id])).find(
    ({ id, files }) => id === input.entryId && files.some((file) => file.id === input.fileId),
  );
  if (entry === undefined || !mayRead(viewerOf(context), entry)) {
    throw new AppError('record.missing', { internal: 'attachment' });
  }
  const { name, mediaType, bytes } = await context.files.open(input.fileId);
  return { name, mediaType, bytes };
};
