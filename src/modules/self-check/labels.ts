/** Words of the module that facts, lists and pages share. */

/** What the specifications call the kinds of affairs; facts carry these words. */
export const AFFAIR_WORDS = {
  'number-using': '利用事務',
  'number-related': '関係事務',
  other: 'その他の事務',
} as const;

export const UNIT_WORDS = { department: '所属ごと', person: '人ごと', affair: '事務ごと' } as const;
