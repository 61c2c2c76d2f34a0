import * as ui from '../../../web/ui/index.ts';
import { periodName } from '../rules/cap.ts';
import type { Meter } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.meter;

/** Used, waiting and left of the cap of the present period, with the reading by which it is counted. */
export function CapMeter({ meter }: { meter: Meter }) {
  const whole = meter.max + meter.carried;
  const count = (value: number): string => text.count(value, text.units[meter.unit]);
  return (
    <ui.Section title={text.title(periodName(meter.period))}>
      <ui.Progress label={text.bar(whole)} value={meter.used + meter.waiting} max={whole} />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 desktop:grid-cols-5">
        {(
          [
            [text.used, meter.used],
            [text.waiting, meter.waiting],
            [text.left, meter.left],
            [text.carried, meter.carried],
            [text.forecast, meter.forecast],
          ] as const
        ).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className="text-std-20B-150">{count(value)}</dd>
          </div>
        ))}
      </dl>
      <Warning meter={meter} count={count} />
      <p className="text-solid-gray-700">
        {text.reading(meter.clause, text.readings[meter.unit], text.readings[meter.carryOver])}
      </p>
    </ui.Section>
  );
}

function Warning({ meter, count }: { meter: Meter; count: (value: number) => string }) {
  if (meter.left === 0) {
    return (
      <ui.Notice tone="warning" title={meter.over > 0 ? text.over(count(meter.over)) : text.full}>
        {text.fullHelp}
      </ui.Notice>
    );
  }
  if (meter.forecast <= meter.max + meter.carried) return null;
  return (
    <ui.Notice tone="info" title={text.near}>
      {text.nearHelp}
    </ui.Notice>
  );
}
