/** Responses and drafts. The statements of the batched submission serve several municipalities at once. */
import { type Insertable, type Selectable, sql } from 'kysely';
import type { AnswerSheet } from '../../../core/assessment/index.ts';
import type { Questionnaire, SurveyType } from '../../../core/content-schema/index.ts';
import type { Tx } from '../../../kernel/database.ts';
import { namesOf, unnested } from '../../../kernel/unnested.ts';
import { keptForm, type KnownForm } from './known-forms.ts';
import type { StatusRow, Tables } from './tables.ts';

export type ResponseRow = Omit<Selectable<Tables['response']>, 'answers'> & { readonly answers: AnswerSheet };
export type DraftRow = Omit<Selectable<Tables['response_draft']>, 'answers'> & { readonly answers: AnswerSheet };

/** One respondent's place in one campaign of one municipality. */
export interface PlaceKey {
  readonly tenantId: number;
  readonly campaignId: string;
  readonly respondentId: string;
}

/** What a campaign is made of; none of it changes after the opening. */
export interface CampaignFrame {
  readonly engagementId: string;
  readonly type: SurveyType;
  readonly opens: string;
  readonly requiresApproval: boolean;
  /** Minutes after the end of the last day in which a submission still counts. */
  readonly graceMinutes: number;
  readonly anonymous: boolean;
  readonly form: Questionnaire;
  /** Names what the campaign counts; see `campaign_tally`. */
  readonly layout: string;
}

const tenantsOf = (keys: readonly { readonly tenantId: number }[]): number[] => [
  ...new Set(keys.map(({ tenantId }) => tenantId)),
];

export const placeName = ({ tenantId, campaignId, respondentId }: PlaceKey): string =>
  `${tenantId}:${campaignId}:${respondentId}`;
export const frameName = ({ tenantId, campaignId }: Omit<PlaceKey, 'respondentId'>): string =>
  `${tenantId}:${campaignId}`;

/** Locks the rows of all places, in the order of their keys, so that two batches never wait for one another in a circle. */
export async function lockStatuses(tx: Tx, keys: readonly PlaceKey[]): Promise<Map<string, StatusRow>> {
  const places = keys.map(({ tenantId, campaignId, respondentId }) => ({
    tenant_id: tenantId,
    campaign_id: campaignId,
    respondent_id: respondentId,
  }));
  const { rows } = await sql<StatusRow>`
    select place.* from respondent as place
    join ${unnested(places, PLACE)} as asked (${namesOf(PLACE)}) using (${namesOf(PLACE)})
    order by place.tenant_id, place.campaign_id, place.respondent_id
    for no key update of place`.execute(tx.db<unknown>());
  const named = rows.map((row) => {
    const key = { tenantId: row.tenant_id, campaignId: row.campaign_id, respondentId: row.respondent_id };
    return [placeName(key), row] as const;
  });
  return new Map(named);
}

/** The frames of the campaigns, by `frameName`. */
export async function loadFrames(
  tx: Tx,
  keys: readonly Omit<PlaceKey, 'respondentId'>[],
): Promise<Map<string, CampaignFrame>> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('campaign')
    .select([
      'tenant_id',
      'id',
      'engagement_id',
      'type',
      'opens',
      'requires_approval',
      'grace_minutes',
      'anonymous',
      FORM_HASH.as('form_hash'),
    ])
    .where('tenant_id', 'in', tenantsOf(keys))
    .where(
      'id',
      'in',
      keys.map(({ campaignId }) => campaignId),
    )
    .execute();
  const forms = await loadForms(
    tx,
    rows.map((row) => ({ tenantId: row.tenant_id, campaignId: row.id, hash: row.form_hash })),
  );
  const frames = rows.flatMap((row) => {
    const known = forms.get(row.form_hash);
    if (known === undefined) return [];
    const frame: CampaignFrame = {
      engagementId: row.engagement_id,
      type: row.type,
      opens: row.opens,
      requiresApproval: row.requires_approval,
      graceMinutes: row.grace_minutes,
      anonymous: row.anonymous,
      ...known,
    };
    return [[frameName({ tenantId: row.tenant_id, campaignId: row.id }), frame] as const];
  });
  return new Map(frames);
}

const FORM_HASH = sql<string>`encode(sha256(convert_to(form::text, 'UTF8')), 'hex')`;

/** The forms by their hash; each is read once, however many campaigns ask it. */
async function loadForms(
  tx: Tx,
  wanted: readonly (Omit<PlaceKey, 'respondentId'> & { readonly hash: string })[],
): Promise<ReadonlyMap<string, KnownForm>> {
  const forms = new Map<string, KnownForm>();
  for (const { tenantId, campaignId, hash } of wanted) {
    if (forms.has(hash)) continue;
    const form = await keptForm(hash, async () => {
      const row = await tx
        .db<Tables>()
        .selectFrom('campaign')
        .select('form')
        .where('tenant_id', '=', tenantId)
        .where('id', '=', campaignId)
        .executeTakeFirstOrThrow();
      return row.form as Questionnaire;
    });
    forms.set(hash, form);
  }
  return forms;
}

const PLACE = { tenant_id: 'int', campaign_id: 'uuid', respondent_id: 'uuid' } as const;
const RESPONSE = {
  ...PLACE,
  revision: 'int',
  id: 'uuid',
  answers: 'jsonb',
  answers_hash: 'text',
  points: 'double precision',
  proxy: 'boolean',
  channel: 'text',
  submitted_by: 'uuid',
  submitted_at: 'timestamptz',
} as const;
const STATUS = {
  ...PLACE,
  state: 'text',
  revision: 'int',
  answers_hash: 'text',
  points: 'double precision',
  submitted_at: 'timestamptz',
  submitted_by: 'uuid',
  proxy: 'boolean',
  channel: 'text',
  counted: 'text',
} as const;

export type NewResponse = Pick<Insertable<Tables['response']>, keyof typeof RESPONSE>;

/** Writes all responses of a batch with one statement. */
export async function insertResponses(tx: Tx, responses: readonly NewResponse[]): Promise<void> {
  await sql`insert into response (${namesOf(RESPONSE)}) select * from ${unnested(responses, RESPONSE)}`.execute(
    tx.db<unknown>(),
  );
}

export type StatusAfter = Pick<Insertable<Tables['respondent']>, keyof typeof STATUS>;

/** Brings all places of a batch up to date with one statement; the rows exist and are locked. */
export async function saveStatuses(tx: Tx, statuses: readonly StatusAfter[]): Promise<void> {
  await sql`
    update respondent as place
    set state = written.state, revision = written.revision, answers_hash = written.answers_hash,
      points = written.points, submitted_at = written.submitted_at, submitted_by = written.submitted_by,
      proxy = written.proxy, channel = written.channel, counted = written.counted, approved_at = null, approved_by = null
    from ${unnested(statuses, STATUS)} as written (${namesOf(STATUS)})
    where place.tenant_id = written.tenant_id and place.campaign_id = written.campaign_id
      and place.respondent_id = written.respondent_id`.execute(tx.db<unknown>());
}

/** The newest response of each place, by `placeName`. */
export async function latestResponses(tx: Tx, keys: readonly PlaceKey[]): Promise<Map<string, ResponseRow>> {
  if (keys.length === 0) return new Map();
  const rows = await tx
    .db<Tables>()
    .selectFrom('response')
    .distinctOn(['tenant_id', 'campaign_id', 'respondent_id'])
    .selectAll()
    .where('tenant_id', 'in', tenantsOf(keys))
    .where((eb) =>
      eb(
        eb.refTuple('tenant_id', 'campaign_id', 'respondent_id'),
        'in',
        keys.map((key) => eb.tuple(key.tenantId, key.campaignId, key.respondentId)),
      ),
    )
    .orderBy('tenant_id')
    .orderBy('campaign_id')
    .orderBy('respondent_id')
    .orderBy('revision', 'desc')
    .execute();
  return new Map(
    rows.map((row) => [
      placeName({ tenantId: row.tenant_id, campaignId: row.campaign_id, respondentId: row.respondent_id }),
      { ...row, answers: row.answers as AnswerSheet },
    ]),
  );
}

/** The newest response of each respondent of a campaign. */
export async function responsesOf(tx: Tx, campaignId: string): Promise<ResponseRow[]> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('response')
    .distinctOn('respondent_id')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .orderBy('respondent_id')
    .orderBy('revision', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, answers: row.answers as AnswerSheet }));
}

/** Every revision of one respondent, the newest first. */
export async function revisionsOf(tx: Tx, campaignId: string, respondentId: string): Promise<ResponseRow[]> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('response')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .where('respondent_id', '=', respondentId)
    .orderBy('revision', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, answers: row.answers as AnswerSheet }));
}

export async function findDraft(tx: Tx, campaignId: string, respondentId: string): Promise<DraftRow | null> {
  const row = await tx
    .db<Tables>()
    .selectFrom('response_draft')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .where('respondent_id', '=', respondentId)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, answers: row.answers as AnswerSheet };
}

/** Which respondents of a campaign have begun: respondent id → when the draft was saved. */
export async function listDrafts(
  tx: Tx,
  campaignIds: readonly string[],
): Promise<Pick<DraftRow, 'campaign_id' | 'respondent_id' | 'base_revision' | 'saved_at'>[]> {
  if (campaignIds.length === 0) return [];
  return tx
    .db<Tables>()
    .selectFrom('response_draft')
    .select(['campaign_id', 'respondent_id', 'base_revision', 'saved_at'])
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', 'in', [...campaignIds])
    .execute();
}

/**
 * Saves a draft when the one at hand is `expected` (0: there is none yet).
 * @returns the new version, or null when somebody else saved meanwhile.
 */
export async function saveDraft(
  tx: Tx,
  draft: {
    readonly campaignId: string;
    readonly respondentId: string;
    readonly expected: number;
    readonly baseRevision: number;
    readonly answers: AnswerSheet;
    readonly savedBy: string;
    readonly at: Date;
  },
): Promise<number | null> {
  const content = {
    base_revision: draft.baseRevision,
    answers: JSON.stringify(draft.answers),
    saved_by: draft.savedBy,
    saved_at: draft.at.toISOString(),
  };
  const db = tx.db<Tables>();
  if (draft.expected === 0) {
    const row = await db
      .insertInto('response_draft')
      .values({
        ...content,
        tenant_id: tx.tenantId,
        campaign_id: draft.campaignId,
        respondent_id: draft.respondentId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst();
    return row?.version ?? null;
  }
  const row = await db
    .updateTable('response_draft')
    .set((eb) => ({ ...content, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', draft.campaignId)
    .where('respondent_id', '=', draft.respondentId)
    .where('version', '=', draft.expected)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}
