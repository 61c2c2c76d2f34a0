import { type ReactNode, type Ref, useId } from 'react';
import { messages } from '../messages.ja.ts';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icons.tsx';

export type Tone = 'info' | 'success' | 'warning' | 'error';

const looks: Record<Tone, { box: string; icon: IconName; mark: string }> = {
  info: { box: 'border-key-900', icon: 'info', mark: 'text-key-900' },
  success: { box: 'border-success-2', icon: 'check', mark: 'text-success-2' },
  warning: { box: 'border-warning-yellow-2', icon: 'warning', mark: 'text-yellow-1000' },
  error: { box: 'border-error-1', icon: 'warning', mark: 'text-error-2' },
};

export interface NoticeProps {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  /** `alert` is read at once; use it only for what appears after an action. */
  readonly role?: 'alert' | 'status' | 'group';
  readonly ref?: Ref<HTMLDivElement>;
  readonly focusable?: boolean;
}

/** A framed message. The tone is also said in words, never by colour alone. */
export function Notice({ tone = 'info', title, children, role, ref, focusable = false }: NoticeProps) {
  const { box, icon, mark } = looks[tone];
  const titleId = useId();
  return (
    <div
      ref={ref}
      role={role}
      // A group that receives the focus is announced by its name.
      aria-labelledby={role === 'group' ? titleId : undefined}
      tabIndex={focusable ? -1 : undefined}
      className={classNames('rounded-12 border-3 bg-white p-4 desktop:px-6', box)}
    >
      <div className="flex items-start gap-3">
        <span className={classNames('mt-1', mark)}>
          <Icon name={icon} className="size-6" />
        </span>
        <div className="grid min-w-0 grow gap-2">
          <p id={titleId} className={title === undefined ? 'sr-only' : 'text-std-17B-170'}>
            <span className="sr-only">{messages.ui.tones[tone]}：</span>
            {title}
          </p>
          {children !== undefined && <div className="prose-links grid gap-2">{children}</div>}
        </div>
      </div>
    </div>
  );
}
