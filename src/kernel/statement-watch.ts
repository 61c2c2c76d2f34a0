/** Tells whether a transaction did anything but read: what was read before a change or a lock may no longer be so. */
import {
  type KyselyPlugin,
  type OperationNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type QueryResult,
  type RootOperationNode,
  SelectQueryNode,
  type UnknownRow,
} from 'kysely';

/**
 * Counts the statements of one transaction that are not plain reading. Everything counts that is not known to read only:
 * raw statements, advisory locks, `for update`, common table expressions (which may write), functions without a table.
 * A statement is counted when it is built and again when it has been carried out, so that an answer that was read
 * meanwhile is never taken for one from before or after it.
 */
export class StatementWatch implements KyselyPlugin {
  readonly #reading = new WeakSet<QueryId>();
  #changes = 0;

  get changes(): number {
    return this.#changes;
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    if (onlyReads(node)) this.#reading.add(queryId);
    else this.#changes += 1;
    return node;
  }

  // Statements that were compiled elsewhere come by here only; nobody vouched for them, so they count as well.
  transformResult({ queryId, result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    if (!this.#reading.has(queryId)) this.#changes += 1;
    return Promise.resolve(result);
  }
}

function onlyReads(node: OperationNode): boolean {
  return (
    SelectQueryNode.is(node) &&
    node.from !== undefined &&
    node.with === undefined &&
    node.endModifiers === undefined &&
    node.explain === undefined
  );
}
