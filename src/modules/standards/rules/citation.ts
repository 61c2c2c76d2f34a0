/** How a document cites a chapter or requirement of a catalogue that was brought along. */
export function citationOf(
  standard: string,
  provision: { readonly number: string | null; readonly title: string },
): string {
  const { number, title } = provision;
  const lead = number === null ? standard : `${standard} ${number}`;
  return number === title ? lead : `${lead}（${title}）`;
}
