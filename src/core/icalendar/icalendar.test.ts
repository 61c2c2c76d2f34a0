import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCalendar } from './index.ts';

const event = { uid: 'a@machimori', stamp: '2026-06-01T00:30:00.000Z', day: '2026-06-30', summary: '議事録の提出' };
const lines = (text: string): string[] => text.replaceAll('\r\n ', '').trimEnd().split('\r\n');

test('a day without time fills that day only, with a reminder at nine o’clock', () => {
  const found = lines(
    writeCalendar({ part: 'duties', name: '義務', refreshHours: 12, events: [{ ...event, alarmDays: 3 }] }),
  );
  expect(found).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//machimori//duties//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:義務',
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    'BEGIN:VEVENT',
    'UID:a@machimori',
    'DTSTAMP:20260601T003000Z',
    'DTSTART;VALUE=DATE:20260630',
    'DTEND;VALUE=DATE:20260701',
    'TRANSP:TRANSPARENT',
    'SUMMARY:議事録の提出',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT63H',
    'DESCRIPTION:議事録の提出',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
  expect(lines(writeCalendar({ part: 'duties', events: [{ ...event, alarmDays: 0 }] }))).toContain('TRIGGER:PT9H');
});

test('a time is one of Tokyo, which the file describes', () => {
  const found = lines(
    writeCalendar({ part: 'meetings', events: [{ ...event, time: '10:30', sequence: 2, status: 'TENTATIVE' }] }),
  );
  expect(found).toContain('DTSTART;TZID=Asia/Tokyo:20260630T103000');
  expect(found).toContain('DURATION:PT60M');
  expect(found.filter((line) => line === 'TZID:Asia/Tokyo')).toHaveLength(1);
});

test('any text comes back as it was, in lines of at most 75 octets, and can add no line of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const written = writeCalendar({ part: 'x', events: [{ ...event, summary: text }] });
      for (const line of written.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      const summary = lines(written).find((line) => line.startsWith('SUMMARY:')) ?? '';
      const read = summary
        .slice('SUMMARY:'.length)
        .replace(/\\(.)/gu, (_, mark: string) => (mark === 'n' ? '\n' : mark));
      expect(read).toBe(text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, ''));
      expect(lines(written)).toHaveLength(14);
    }),
    { numRuns: 200 },
  );
  const injected = writeCalendar({ part: 'x', events: [{ ...event, summary: 'a\r\nEND:VCALENDAR' }] });
  expect(lines(injected).filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
});
