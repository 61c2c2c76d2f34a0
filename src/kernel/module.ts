/**
 * What a module is made of. A module's `server.ts` exports one manifest; the server finds it by its folder, so that
 * adding a module touches one folder only.
 */
import type { ListColumn, ListRow, ListValues } from '../core/exchange/index.ts';
import type { FormData, FormField } from '../core/form/index.ts';
import type { Caller } from './caller.ts';
import type { Client, Contract, FileReply, OutputOf, ParsedInputOf } from './contract.ts';
import type { Database, Tx } from './database.ts';
import type { Eraser, ModuleErasure, RemovedBlobs } from './erasure.ts';
import type { AppError } from './error.ts';
import type { FactDraft, FactKinds, FactSink } from './fact.ts';
import type { StoredFile } from './file.ts';
import type { Log } from './log.ts';

/** What a handler gets: one caller, one transaction, one moment. */
export interface Context extends FactSink {
  readonly caller: Caller;
  readonly tx: Tx;
  /** The moment of the request in the caller's municipality. */
  readonly now: Date;
  /** The same moment as a day in Asia/Tokyo. */
  readonly today: string;
  readonly newId: () => string;
  /** Another module's operations as the same caller, in the same transaction. */
  client<C extends Contract>(contract: C): Client<C>;
  readonly files: FileAccess;
  readonly jobs: JobQueue;
  readonly providers: Providers;
  /**
   * Carries out a part of the request that may fail or be taken back: when it throws, or when `keep` is false, its changes,
   * facts and jobs are undone, and the rest of the transaction goes on.
   */
  attempt<T>(work: () => Promise<T>, options?: { readonly keep?: boolean }): Promise<T>;
  /** Display names of accounts of the municipality, for pages and documents; unknown accounts are left out. */
  namesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface FileAccess {
  /** Takes an upload of the caller in use by a record of the module; refuses another person's upload. */
  attach(fileId: string, record: string): Promise<StoredFile>;
  /** Bytes and name; the handler has already decided that the caller may read the record the file belongs to. */
  open(fileId: string): Promise<FileReply & { readonly sha256: string }>;
  /** As `open`, for large files: the reply carries a stream. */
  openStream(fileId: string): Promise<FileReply & { readonly sha256: string }>;
  /** Stores bytes that the product made. */
  keep(file: FileReply, record: string): Promise<StoredFile>;
  /**
   * Stores a file that came inside another one, by the rules of uploads: an upload of the caller that nobody uses yet.
   * @throws AppError `file.forbidden`, `file.lying`, `file.too-large`
   */
  receive(name: string, bytes: Uint8Array): Promise<StoredFile>;
}

export interface JobQueue {
  /** Written in the same transaction; a second job with the same key while one waits is dropped. */
  add(job: {
    readonly kind: string;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly runAt?: Date;
    readonly dedupeKey?: string;
  }): Promise<void>;
}

export type Handler<I, O> = (context: Context, input: I) => Promise<O>;

/** Handlers of operations that need no session: they open their own transactions. */
export interface OpenContext {
  readonly caller: Caller | null;
  readonly database: Database;
  readonly now: Date;
  readonly log: Log;
  readonly newId: () => string;
  readonly transport: Transport;
  /** The contracts of every module, to tell a person what they may do. */
  readonly contracts: readonly Contract[];
  /** Settings of the installation by the names of the environment (`OIDC_ISSUER`, `BASE_URL`). */
  readonly settings: Readonly<Record<string, string | undefined>>;
  /**
   * The account as a caller, for requests that prove their right by a secret of another kind than a session; null when it
   * is unknown or no longer active.
   */
  callerOf(tenantId: number, accountId: string): Promise<Caller | null>;
  /** Runs as somebody who has just proved who they are; facts are written at the end of the transaction. */
  as<T>(caller: Caller, work: (context: Context) => Promise<T>): Promise<T>;
}

/** The browser side of a call: the session token it came with, and the one it shall carry from now on. */
export interface Transport {
  readonly token: string | null;
  issue(token: string, maxAgeSeconds: number): void;
  clear(): void;
}

export type OpenHandler<I, O> = (context: OpenContext, input: I) => Promise<O>;

type OpenOperations<C extends Contract> = {
  [K in keyof C['operations']]: C['operations'][K]['permission'] extends 'anyone' ? K : never;
}[keyof C['operations']];

/** One request of a batch: many people's commands in one commit. */
export interface BatchRequest<I> {
  readonly caller: Caller;
  readonly input: I;
  readonly now: Date;
  readonly today: string;
}

export type BatchOutcome<O> =
  | { readonly output: O; readonly facts: readonly FactDraft[] }
  | { readonly error: AppError };

/** Carries out many commands of several tenants in one transaction; answers in the order of the requests. */
export type BatchHandler<I, O> = (
  tx: Tx,
  requests: readonly BatchRequest<I>[],
  newId: () => string,
) => Promise<readonly BatchOutcome<O>[]>;

/** Files for work in the background, piece by piece: what is made there may be larger than the memory. */
export interface JobFiles extends Pick<FileAccess, 'open'> {
  /** @throws AppError `file.missing` when the file or its content is gone. */
  read(fileId: string): Promise<StoredFile & { readonly chunks: AsyncIterable<Uint8Array> }>;
  /** Stores what the product made. `chunks` is asked again when the content was removed meanwhile. */
  keep(
    file: { readonly name: string; readonly mediaType: string; readonly chunks: () => AsyncIterable<Uint8Array> },
    record: string,
  ): Promise<StoredFile>;
}

export interface JobContext extends FactSink {
  readonly tx: Tx;
  readonly files: JobFiles;
  /**
   * A transaction of its own that others see at once and that stays whatever becomes of the job: how far it is. It must not
   * touch rows that the job's own transaction has changed already.
   */
  aside<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  readonly erasers: readonly Eraser[];
  /** Removes contents that no file names any more, whatever becomes of the job. */
  removeBlobs(hashes: readonly string[]): Promise<RemovedBlobs>;
  readonly now: Date;
  readonly today: string;
  readonly newId: () => string;
  readonly log: Log;
  /** Further work, written together with the end of this job. */
  readonly jobs: JobQueue;
}

/** A document that a module can produce. The tree is checked by whoever renders it; the kernel knows no documents. */
export interface DocumentProvider {
  /** Stable kind, `work-plan`. */
  readonly kind: string;
  /** Japanese title, 作業計画書. */
  readonly title: string;
  readonly formats: readonly ('docx' | 'pdf' | 'xlsx' | 'pptx')[];
  /** A permission of the module's contract. */
  readonly permission: string;
  /** What `subject` selects; absent for documents of the whole engagement. */
  readonly perSubject?: string;
  /** Editions besides the detailed one: its tree bears marks by which they are made. */
  readonly editions?: readonly Exclude<DocumentEdition, 'detailed' | 'department'>[];
  /** Departments that each have an edition of their own, where the tree bears marks by department. */
  departments?(
    context: Context,
    engagementId: string,
  ): Promise<readonly { readonly id: string; readonly title: string }[]>;
  /** It tells of an audit that advises: wording that reads like assurance is refused. */
  readonly advisory?: true;
  /** What the records still lack for this document, one sentence each with its count. */
  gaps?(context: Context, request: DocumentRequest): Promise<readonly DocumentGap[]>;
  /** The document tree (workbook tree for xlsx, deck for pptx). */
  build(context: Context, request: DocumentRequest): Promise<unknown>;
  /** What a form of the city may ask of this document; what the built tree says by its headings comes by itself. */
  readonly fields?: readonly FormField[];
  /** Values of fields that the built tree does not say by a heading or term of the same name. */
  values?(context: Context, request: DocumentRequest): Promise<FormData>;
  /** Subjects that the document exists for, in order, when `perSubject` is given. */
  subjects?(
    context: Context,
    engagementId: string,
  ): Promise<readonly { readonly id: string; readonly title: string }[]>;
}

/** The reader that a document is made for. */
export type DocumentEdition = 'detailed' | 'public' | 'executive' | 'department';

/** Something that a document lacks, and the page where it is filled in: 改善提言が未記入の発見事項が2件あります。 */
export interface DocumentGap {
  readonly message: string;
  readonly href: string;
}

/** Words of a module's records that must not stand in a public edition, nor in that of another department. */
export interface ConfidentialProvider {
  readonly permission: string;
  words(
    context: Context,
    engagementId: string,
  ): Promise<
    readonly {
      readonly kind: 'person' | 'department' | 'system' | 'host';
      readonly word: string;
      /** Whose word it is; absent where no department may be told from it. */
      readonly departmentId?: string;
    }[]
  >;
}

export interface DocumentRequest {
  readonly engagementId: string;
  readonly subject: string | null;
  readonly format: 'docx' | 'pdf' | 'xlsx' | 'pptx';
}

/** A part of the report on the whole business: what the module tells about one topic. */
export interface ChapterProvider {
  /** The topic by which a specification puts it into a chapter: `field-work`. */
  readonly topic: string;
  readonly permission: string;
  /** The blocks, for the clauses of the chapter that they stand in (none in the overview). */
  build(context: Context, engagementId: string, clauses: readonly string[]): Promise<unknown>;
  /** Slides on the topic for a meeting where the results are presented; `brief` for a reader with little time. */
  slides?(context: Context, engagementId: string, depth: 'full' | 'brief'): Promise<unknown>;
}

/** Which rows: those of an engagement, of one of its subjects (an audit, a campaign), or of the municipality. */
export interface ListScope {
  /** Null for lists of the municipality. */
  readonly engagementId: string | null;
  readonly subject: string | null;
}

/** A list as it stands for one caller at one moment. */
export interface OpenList {
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
  readonly add?: (values: ListValues) => Promise<unknown>;
  readonly change?: (id: string, values: ListValues, changed: ReadonlySet<string>) => Promise<unknown>;
  readonly remove?: (id: string) => Promise<unknown>;
}

/** What may be done to a row, each with the permission of the operation that does it: often the parties do different things. */
export type ListWays = Readonly<Partial<Record<'add' | 'change' | 'remove', string>>>;

export interface ListProvider {
  /** Stable id within the module: `issues`. */
  readonly id: string;
  /** Japanese title: 課題管理表. */
  readonly title: string;
  /** Queries of the contract whose rows the list holds. */
  readonly answers: readonly string[];
  readonly scope: 'engagement' | 'municipality';
  /** A permission of the module's contract, needed to take the list out. */
  readonly permission: string;
  /** Permissions to bring it back, by what is done to a row; null where it only goes out, with the reason in `because`. */
  readonly edit: ListWays | null;
  /** Why it only goes out: a sentence. */
  readonly because: string | null;
  /** A sentence for the person who edits the list. */
  readonly help: string | null;
  /** What `subject` selects: 監査対象課. */
  readonly per: string | null;
  subjects(context: Context, engagementId: string | null): Promise<readonly ListSubject[]>;
  open(context: Context, scope: ListScope): Promise<OpenList>;
}

export interface ListSubject {
  readonly id: string;
  readonly title: string;
}

export interface Providers {
  readonly documents: readonly (DocumentProvider & { readonly moduleId: string })[];
  readonly chapters: readonly (ChapterProvider & { readonly moduleId: string })[];
  readonly confidential: readonly (ConfidentialProvider & { readonly moduleId: string })[];
  readonly lists: readonly (ListProvider & { readonly moduleId: string })[];
  /** The modules that keep something which is erased at the end of a contract. */
  readonly erasers: readonly Eraser[];
  /** Refuses when the caller lacks the provider's permission. */
  check(provider: { readonly moduleId: string; readonly permission: string }): void;
  readonly contracts: readonly Contract[];
  readonly factKinds: ReadonlySet<string>;
}

export interface ServerModule {
  readonly contract: Contract;
  readonly dependsOn: readonly string[];
  readonly facts: FactKinds;
  /** Folder of the module's migrations, when it has tables. */
  readonly migrations: URL | null;
  readonly handlers: Readonly<Record<string, Handler<never, unknown>>>;
  readonly open: Readonly<Record<string, OpenHandler<never, unknown>>>;
  readonly batches: Readonly<Record<string, BatchHandler<never, unknown>>>;
  readonly jobs: Readonly<
    Record<string, (context: JobContext, payload: Readonly<Record<string, unknown>>) => Promise<void>>
  >;
  /** Kinds of jobs that may take minutes: they wait for each other, and no other job waits for them. */
  readonly longJobs: readonly string[];
  readonly documents: readonly DocumentProvider[];
  readonly chapters: readonly ChapterProvider[];
  readonly confidential: readonly ConfidentialProvider[];
  /** Lists that go out to a spreadsheet program and, where rows may be edited, come back. */
  readonly lists: readonly ListProvider[];
  /** Queries that answer with rows but are no list of the product, with the reason. */
  readonly noLists: Readonly<Record<string, string>>;
  /** Tables over all municipalities of the database, for its operator at the command line; no request reaches them. */
  readonly sums: Readonly<Record<string, SumOverAll>>;
  readonly erasure: ModuleErasure | null;
  readonly authenticate: Authenticate | null;
  readonly accounts: Accounts | null;
}

/** What an operator asks of all municipalities together; the tables tell nothing of a single one. */
export type SumOverAll = (
  database: Database,
  tenantIds: readonly number[],
  question: readonly string[],
) => Promise<readonly SumTable[]>;

export interface SumTable {
  readonly title: string;
  readonly notes: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The accounts behind callers. Only the people module provides them. */
export interface Accounts {
  callerOf(
    database: Database,
    account: { readonly tenantId: number; readonly accountId: string },
    now: Date,
  ): Promise<Caller | null>;
  namesOf(tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Resolves a session token; null when it is unknown, ended or too old. Only the people module provides it. */
export type Authenticate = (database: Database, token: string, now: Date) => Promise<Caller | null>;

/** Declares a module. A missing handler, a wrong input or a wrong output does not compile. */
export function defineServerModule<
  C extends Contract,
  const B extends Exclude<keyof C['operations'], OpenOperations<C>> = never,
>(manifest: {
  readonly contract: C;
  readonly facts: FactKinds;
  readonly dependsOn?: readonly string[];
  readonly migrations?: URL;
  readonly handlers: {
    readonly [K in Exclude<keyof C['operations'], OpenOperations<C> | B>]: Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;
  };
  readonly open?: { readonly [K in OpenOperations<C>]: OpenHandler<ParsedInputOf<C, K>, OutputOf<C, K>> };
  readonly batches?: { readonly [K in B]: BatchHandler<ParsedInputOf<C, K>, OutputOf<C, K>> };
  readonly jobs?: ServerModule['jobs'];
  readonly longJobs?: readonly string[];
  readonly documents?: readonly DocumentProvider[];
  readonly chapters?: readonly ChapterProvider[];
  readonly confidential?: readonly ConfidentialProvider[];
  readonly lists?: readonly ListProvider[];
  readonly noLists?: { readonly [K in keyof C['operations']]?: string };
  readonly sums?: Readonly<Record<string, SumOverAll>>;
  readonly erasure?: ModuleErasure;
  readonly authenticate?: Authenticate;
  readonly accounts?: Accounts;
}): ServerModule {
  return {
    contract: manifest.contract,
    facts: manifest.facts,
    dependsOn: manifest.dependsOn ?? [],
    migrations: manifest.migrations ?? null,
    // Values are parsed by the operation's own schema before they reach a handler; the registry forgets their types.
    handlers: manifest.handlers,
    open: manifest.open ?? {},
    batches: manifest.batches ?? {},
    jobs: manifest.jobs ?? {},
    longJobs: manifest.longJobs ?? [],
    documents: manifest.documents ?? [],
    chapters: manifest.chapters ?? [],
    confidential: manifest.confidential ?? [],
    lists: manifest.lists ?? [],
    noLists: (manifest.noLists ?? {}) as Readonly<Record<string, string>>,
    sums: manifest.sums ?? {},
    erasure: manifest.erasure ?? null,
    authenticate: manifest.authenticate ?? null,
    accounts: manifest.accounts ?? null,
  };
}

export const erasersOf = (modules: readonly ServerModule[]): readonly Eraser[] =>
  modules.flatMap(({ contract, erasure }) => (erasure === null ? [] : [{ ...erasure, moduleId: contract.id }]));
