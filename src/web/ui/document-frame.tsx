/**
 * A page that the product made out of records, inside a page: it runs nothing, and its looks do not mix with those around
 * it. `src` is the address of a download that answers with such a page.
 */
export function DocumentFrame({ title, src }: { title: string; src: string }) {
  return (
    <iframe
      title={title}
      src={src}
      sandbox=""
      className="h-[80vh] min-h-96 w-full rounded-8 border border-solid-gray-420 bg-white"
    />
  );
}
