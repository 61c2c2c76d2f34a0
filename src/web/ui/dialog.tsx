import { type ReactNode, useEffect, useId, useRef } from 'react';
import { messages } from '../messages.ja.ts';
import { Button } from './button.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Called by Escape and the close button. Leave it out where the person must decide. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
  /** The row of buttons at the end. */
  readonly actions?: ReactNode;
}

/** A native modal dialog: the browser keeps the focus inside and gives it back to where it was. */
export function Dialog({ open, title, onClose, children, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null || !open || element.open) return undefined;
    const before = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // A cancelled file chooser inside the dialog sends the same event.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose?.();
      }}
      className="max-h-[calc(100dvh-2rem)] w-[min(40rem,calc(100vw-2rem))] overflow-auto rounded-12 border border-solid-gray-420 bg-white p-6 text-solid-gray-900 shadow-4"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <h2 id={titleId} className="text-std-20B-150">
          {title}
        </h2>
        {children}
        {(actions !== undefined || onClose !== undefined) && (
          <div className="flex flex-wrap justify-end gap-3">
            {onClose !== undefined && (
              <Button variant="text" onClick={onClose}>
                {messages.ui.close}
              </Button>
            )}
            {actions}
          </div>
        )}
      </div>
    </dialog>
  );
}
