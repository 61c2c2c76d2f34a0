import { asDocument } from '../file.ts';
import { detailedOf } from './edition.ts';

/** A built tree as it stands for everybody: pieces of other editions are left out of a document; sheets and slides have none. */
export function detailedEdition(tree: unknown): unknown {
  const document = asDocument(tree);
  return document === null ? tree : detailedOf(document);
}
