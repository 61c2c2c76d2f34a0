/** Path of the item in the operation's input: it is the first edit. */
export const ITEM = 'edits.0.item';

/** What is open for editing: an item that is there, or a new one in a section. */
export type Editing =
  | { readonly kind: 'item'; readonly item: string }
  | { readonly kind: 'new-item'; readonly section: string }
  | null;
