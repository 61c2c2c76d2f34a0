/** Loaded into a product before it starts: its clock is as many milliseconds ahead as the file CLOCK_FILE says. */
import { readFileSync } from 'node:fs';

const file = process.env['CLOCK_FILE'];
const Real = globalThis.Date;

if (file !== undefined) {
  const now = (): number => Real.now() + Number(readFileSync(file, 'utf8'));
  globalThis.Date = new Proxy(Real, {
    construct: (target, values: unknown[], caller) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, caller) as Date,
    get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
  });
}
