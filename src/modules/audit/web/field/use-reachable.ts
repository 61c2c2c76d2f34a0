/** Whether the server answers, looked at again and again while it does not. */
import { useEffect, useState } from 'react';
import { serverAnswers } from '../../../../web/client.ts';

/** Milliseconds between two tries while the server does not answer. */
const AGAIN_AFTER = 5000;

export function useReachable(): boolean {
  const [reachable, setReachable] = useState(navigator.onLine);
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      clearTimeout(timer);
      const found = await serverAnswers();
      if (!wanted) return;
      setReachable(found);
      if (!found) timer = setTimeout(() => void look(), AGAIN_AFTER);
    };
    const told = (): void => void look();
    told();
    addEventListener('online', told);
    addEventListener('offline', told);
    return () => {
      wanted = false;
      clearTimeout(timer);
      removeEventListener('online', told);
      removeEventListener('offline', told);
    };
  }, []);
  return reachable;
}
