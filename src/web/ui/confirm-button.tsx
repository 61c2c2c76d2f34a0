import { type ReactNode, useState } from 'react';
import { Button, type ButtonSize, type ButtonVariant } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface ConfirmButtonProps {
  readonly children: string;
  /** Heading of the question; the body says what will happen. */
  readonly title: string;
  readonly body: ReactNode;
  readonly onConfirm: () => void | Promise<unknown>;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly busy?: boolean;
  /** Says what it acts on, where several buttons carry the same words. */
  readonly 'aria-label'?: string;
}

/** A button that asks once before it acts; the answer button repeats the same words. */
export function ConfirmButton({
  children,
  title,
  body,
  onConfirm,
  variant = 'outline',
  size,
  busy,
  'aria-label': label,
}: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant={variant}
        {...(size && { size })}
        {...(label !== undefined && { 'aria-label': label })}
        busy={busy ?? false}
        onClick={() => setAsking(true)}
      >
        {children}
      </Button>
      <Dialog
        open={asking}
        title={title}
        onClose={() => setAsking(false)}
        actions={
          <Button
            variant={variant === 'danger' ? 'danger' : 'solid'}
            onClick={() => {
              setAsking(false);
              void onConfirm();
            }}
          >
            {children}
          </Button>
        }
      >
        <div>{body}</div>
      </Dialog>
    </>
  );
}
