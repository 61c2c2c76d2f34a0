/** Japanese names of the states. Browser-safe. */
export const VERIFICATION_STATE_NAMES = {
  draft: '案',
  submitted: '承認待ち',
  returned: '差戻し',
  approved: '承認済み',
  run: '実施済み',
  stopped: '支障により停止',
  cancelled: '取りやめ',
} as const;
