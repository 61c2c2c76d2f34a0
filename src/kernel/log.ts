/** Structured logs without personal data: codes, ids of requests and operations, times. Never input, names or addresses. */
import { pino } from 'pino';

export interface Log {
  info(event: string, detail?: LogDetail): void;
  warn(event: string, detail?: LogDetail): void;
  error(event: string, detail?: LogDetail): void;
}

/** Values that may be logged: short technical ones. */
export type LogDetail = Readonly<Record<string, string | number | boolean | null | undefined>>;

export function createLog(options: { readonly level: string; readonly destination?: 1 | 2 }): Log {
  const logger = pino(
    { level: options.level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` },
    pino.destination(options.destination ?? 2),
  );
  return {
    info: (event, detail) => logger.info({ ...detail }, event),
    warn: (event, detail) => logger.warn({ ...detail }, event),
    error: (event, detail) => logger.error({ ...detail }, event),
  };
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
