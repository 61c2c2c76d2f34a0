/** The part of the development dependency that the cross-check of the holiday table uses. */
declare module 'japanese-holidays' {
  const japaneseHolidays: {
    getHolidaysOf(year: number, includeSubstitutes: boolean): { month: number; date: number; name: string }[];
  };
  export default japaneseHolidays;
}
