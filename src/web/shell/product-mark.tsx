import { messages } from '../messages.ja.ts';

/** The product's sign and name. */
export function ProductMark() {
  return (
    <span className="flex items-center gap-2 text-key-1000">
      <svg viewBox="0 0 32 32" className="size-8 shrink-0" aria-hidden="true">
        <path fill="currentColor" d="M16 2 4 6v9c0 7.500 5 12.600 12 15 7-2.400 12-7.500 12-15V6z" />
        <path fill="#fff" d="M9 22v-9l7-4 7 4v9h-4.500v-5h-5v5z" />
      </svg>
      <span className="grid">
        <span className="text-std-20B-150 leading-120">{messages.product.name}</span>
        <span className="hidden text-dns-14N-120 text-solid-gray-700 desktop:block">{messages.product.purpose}</span>
      </span>
    </span>
  );
}
