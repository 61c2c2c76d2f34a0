/** Where or by which tool people meet, and what the specification says about it. */
import type { MeetingConditions } from '../../../core/specification/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Meeting } from '../contract.ts';
import type { MeetingMode } from '../meeting-types.ts';
import type { MeetingRow, MeetingValues } from '../store/meetings.ts';
import type { Setting } from './setting.ts';

export interface PlaceInput {
  readonly mode: MeetingMode;
  readonly venue?: string | null | undefined;
  readonly tool?: string | null | undefined;
  readonly browserCapable?: boolean | null | undefined;
}

export type Place = Pick<MeetingValues, 'mode' | 'venue' | 'tool' | 'browser_capable'>;

/**
 * Face to face defaults to the first place of the contract, unless the specification says that the city names the room
 * or that both agree on it: then it stays open until somebody does.
 */
export function placeOf(input: PlaceInput, { profile, conditions }: Setting): Place {
  if (input.mode === '電話') return { mode: '電話', venue: null, tool: null, browser_capable: null };
  if (input.mode === '対面') {
    const waits = conditions.venue?.by === 'city' || conditions.venue?.by === 'agreed';
    const usual = profile.places[0] ?? profile.client.department;
    return { mode: '対面', venue: input.venue ?? (waits ? null : usual), tool: null, browser_capable: null };
  }
  if (input.tool === undefined || input.tool === null) {
    throw fieldError('tool', 'オンラインの会議では、使うツールを入力してください。');
  }
  if (input.browserCapable === undefined || input.browserCapable === null) {
    throw fieldError('browserCapable', 'ブラウザだけで使えるかどうかを選んでください。');
  }
  return { mode: 'オンライン', venue: null, tool: input.tool, browser_capable: input.browserCapable };
}

/** What was said before, where the input says nothing. */
export function placeAfter(
  input: Omit<PlaceInput, 'mode'> & { readonly mode?: MeetingMode | undefined },
  row: Pick<MeetingRow, 'mode' | 'venue' | 'tool' | 'browser_capable'>,
  setting: Setting,
): Place {
  return placeOf(
    {
      mode: input.mode ?? row.mode,
      venue: input.venue ?? row.venue,
      tool: input.tool ?? row.tool,
      browserCapable: input.browserCapable ?? row.browser_capable,
    },
    setting,
  );
}

/** Going online needs the consent of both, unless the specification has meetings of the type online anyway. */
export function asksOnlineAgreement({ conditions, kinds }: Setting, type: string): boolean {
  const kind = kinds.find((candidate) => candidate.type === type);
  return conditions.online?.agreement === true && (kind === undefined || kind.modes.includes('対面'));
}

export function venueMissing(
  { mode, venue }: Pick<MeetingRow, 'mode' | 'venue'>,
  { venue: condition }: MeetingConditions,
): Meeting['venueMissing'] {
  if (mode !== '対面' || venue !== null) return null;
  return condition?.by === 'city' ? 'city' : condition?.by === 'contractor' ? 'contractor' : 'both';
}

/** A meeting that took place had a place, a tool that was allowed, and where asked for the consent to be online. */
export function checkPlaceHeld(
  place: Place,
  setting: Setting,
  type: string,
  { toolAgreed, onlineAgreed, unplanned }: { toolAgreed: boolean; onlineAgreed: boolean; unplanned: boolean },
): void {
  if (place.mode === '対面' && place.venue === null)
    throw fieldError('venue', '会議が行われた会場を入力してください。');
  if (place.mode !== 'オンライン') return;
  if (setting.conditions.online?.browserOnly === true && place.browser_capable === false && !toolAgreed) {
    throw new AppError('state.refused', {
      message: unplanned
        ? 'ブラウザだけでは使えないツールの会議は、日程を示し、発注者がツールの使用を認めてから記録してください。'
        : 'ブラウザだけでは使えないツールのため、先に発注者の担当課がこの会議のツールの使用を認める必要があります。',
    });
  }
  if (asksOnlineAgreement(setting, type) && !onlineAgreed) {
    throw new AppError('state.refused', {
      message: unplanned
        ? 'オンラインで行うことに双方が合意していたことを確かめてください。合意のない会議は、オンラインの会議として記録できません。'
        : 'オンラインで行うことについて、双方の合意がまだありません。日程の変更から方法を示し、相手方の確認を受けてください。',
    });
  }
}
