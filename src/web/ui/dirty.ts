/** Forms with input that exists nowhere else; the shell asks before such a page is left. */
const dirty = new Set<symbol>();

export function markDirty(form: symbol, isDirty: boolean): void {
  if (isDirty) dirty.add(form);
  else dirty.delete(form);
}

export function somethingIsDirty(): boolean {
  return dirty.size > 0;
}
