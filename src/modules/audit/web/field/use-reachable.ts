/** Whether the server answers. The browser's own word is not enough: a tablet may be in a network that leads nowhere. */
import { useEffect, useState } from 'react';

/** Milliseconds between two tries while the server does not answer. */
const AGAIN_AFTER = 5000;

async function answers(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

export function useReachable(): boolean {
  const [reachable, setReachable] = useState(navigator.onLine);
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      clearTimeout(timer);
      const found = await answers();
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
