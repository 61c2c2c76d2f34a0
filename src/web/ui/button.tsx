import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icons.tsx';

export type ButtonVariant = 'solid' | 'outline' | 'text' | 'danger';
export type ButtonSize = 'medium' | 'small';

interface Look {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

// Filled buttons carry a transparent border: forced-colours mode paints it, so the button keeps its edge there.
const variants: Record<ButtonVariant, string> = {
  solid: 'border-transparent bg-key-900 text-white hover:bg-key-1000 hover:underline active:bg-key-1200',
  outline:
    'border-current bg-white text-key-900 hover:bg-key-200 hover:text-key-1000 hover:underline active:bg-key-300',
  text: 'border-transparent bg-transparent px-1! text-key-900 underline hover:bg-key-50 hover:text-key-1000 active:bg-key-100',
  danger: 'border-transparent bg-red-900 text-white hover:bg-red-1000 hover:underline active:bg-red-1200',
};

const sizes: Record<ButtonSize, string> = {
  medium: 'min-h-12 min-w-24 rounded-8 px-4 py-2 text-oln-16B-100',
  small: 'min-h-11 rounded-6 px-3 py-1 text-oln-16N-100',
};

function look({ variant = 'outline', size = 'medium' }: Pick<Look, 'variant' | 'size'>): string {
  return classNames(
    'inline-flex items-center justify-center gap-2 border text-center no-underline underline-offset-3',
    'desktop:in-[td]:whitespace-nowrap',
    'disabled:border-transparent disabled:bg-solid-gray-300 disabled:text-solid-gray-50 aria-disabled:opacity-60',
    variants[variant],
    sizes[size],
  );
}

export type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & Look & { readonly busy?: boolean };

/** A native button; `type` is `button` unless told. `busy` keeps it focusable but inert, so the focus is not lost. */
export function Button({
  variant,
  size,
  icon,
  busy = false,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={look({ ...(variant && { variant }), ...(size && { size }) })}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

export type LinkButtonProps = Look & { readonly href: string; readonly download?: boolean };

/** A link that looks like a button. Addresses under `/api/` are plain links so that the browser downloads them. */
export function LinkButton({ variant, size, icon, href, children }: LinkButtonProps) {
  const className = look({ ...(variant && { variant }), ...(size && { size }) });
  const content = (
    <>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </>
  );
  return href.startsWith('/api/') ? (
    <a href={href} className={className} data-button="" download="">
      {content}
    </a>
  ) : (
    <Link to={href} className={className} data-button="">
      {content}
    </Link>
  );
}
