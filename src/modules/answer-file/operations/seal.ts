/** Sheets are given out under a seal of the campaign: a changed form, version, respondent or revision no longer fits it. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonical } from '../../../kernel/canonical.ts';
import type { SealedTicket, Ticket } from '../rules/answer-json.ts';

export function seal(ticket: Ticket, secret: string): SealedTicket {
  return { ...ticket, seal: sealOf(ticket, secret) };
}

export function isGenuine({ seal: given, ...ticket }: SealedTicket, secret: string): boolean {
  const expected = Buffer.from(sealOf(ticket, secret));
  const found = Buffer.from(given);
  return expected.length === found.length && timingSafeEqual(expected, found);
}

const sealOf = (ticket: Ticket, secret: string): string =>
  createHmac('sha256', secret).update(canonical(ticket)).digest('hex');
