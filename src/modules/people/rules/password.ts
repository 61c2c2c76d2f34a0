/** Which passwords may be chosen. Length carries the strength; no forced character classes, no forced change. */

export const PASSWORD_MINIMUM = 12;

/** Long enough and still the first that anybody tries. Compared without case and separators. */
const COMMON: ReadonlySet<string> = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234',
  '1234567890ab',
  '012345678901',
  '111111111111',
  '000000000000',
  'abcdefghijkl',
  'abcdefghijklm',
  'abcd12345678',
  'administrator',
  'administrator1',
  'iloveyou1234',
  'letmeinletmein',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'p@ssw0rd1234',
  'p@ssword1234',
  'qwerty123456',
  'qwertyuiop12',
  'qwertyuiopas',
  'qwertyuiop123',
  'welcome12345',
  'changeme1234',
  'machimori1234',
  'machimorimachimori',
]);

/** The form in which a password is hashed and compared: the same characters however they were typed. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

/** A sentence saying what is wrong with the choice, or null when it may be used. */
export function passwordProblem(password: string, loginName: string): string | null {
  const normal = normalisePassword(password);
  const points = [...normal];
  if (points.length < PASSWORD_MINIMUM) return `パスワードは${PASSWORD_MINIMUM}文字以上にしてください。`;
  const plain = normal.toLowerCase();
  if (plain === loginName.toLowerCase()) return 'パスワードは利用者名と違うものにしてください。';
  if (new Set(points).size < 4)
    return '同じ文字の繰り返しは推測されやすいため使えません。別のパスワードにしてください。';
  if (COMMON.has(plain.replace(/[\s_-]/g, '')))
    return 'よく使われるパスワードのため使えません。別のパスワードにしてください。';
  return null;
}
