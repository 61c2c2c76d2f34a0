/** Words of the HTML sheet. */

const megabytes = (bytes: number): string => `${bytes / 1024 / 1024}MB`;

export const words = {
  intro:
    'このファイルは、ネットワークにつながずに回答できる回答票です。入力した内容は、このパソコンの中だけに保存されます。',
  steps: '全ての設問に答えてから「回答ファイルを作る」を押し、できたファイルを情報セキュリティ担当課に送ってください。',
  due: '提出期限',
  number: '整理番号',
  respondent: '回答する人',
  message: '担当課からの連絡',
  question: (number: number): string => `問${number}`,
  optional: '（任意）',
  guidance: '解説',
  guidanceParts: {
    good: 'できている状態',
    why: '必要な理由',
    howToCheck: '確かめ方',
    askWhom: '聞く相手',
    evidence: '根拠となるもの',
    misunderstanding: '間違えやすいこと',
  },
  choose: '選んでください',
  clear: '選択を消す',
  reasonNo: '「いいえ」の理由',
  reasonNa: '「対象外」とした理由',
  alternative: '代わりの対策',
  dateHint: '「令和8年6月1日」「R8.6.1」「2026/6/1」のように入力してください。',
  limit: (length: number): string => `${length}字まで`,
  row: (label: string, number: number): string => `${label} ${number}`,
  fileHint: (most: number, one: number, all: number): string =>
    `${most}件まで選べます。一つ${megabytes(one)}まで、この回答票の全部で${megabytes(all)}までです。選んだファイルは回答ファイルの中に入ります。`,
  storedFile: '前に添付したファイル',
  removeFile: '外す',
  removeFileOf: (name: string): string => `「${name}」を外す`,
  fileEmpty: (name: string): string => `「${name}」は中身が空です。保存し直してから選んでください。`,
  fileTooLarge: (name: string, most: number): string =>
    `「${name}」は大きすぎます。一つ${megabytes(most)}までのファイルを選んでください。`,
  filesTooLarge: (name: string, most: number): string =>
    `「${name}」を加えると、添付するファイルが全部で${megabytes(most)}を超えます。小さいファイルにするか、ほかのファイルを外してください。`,
  filesTooMany: (name: string, most: number): string =>
    `「${name}」は加えられません。この設問に添付できるのは${most}件までです。先に一つ外してください。`,
  fileTwice: (name: string): string => `「${name}」と同じ内容のファイルを既に選んでいます。`,
  filesNotKept: '。選んだファイルは保存されません。途中で閉じるときは「途中の回答をファイルに残す」を押してください。',
  examples: '記入例',
  addRow: (label: string): string => `${label}を加える`,
  removeRow: (label: string, number: number): string => `${label} ${number}を消す`,
  progress: (done: number, all: number): string => `${all}問のうち${done}問に回答`,
  next: '次の未回答の設問へ',
  saveDraft: '途中の回答をファイルに残す',
  finish: '回答ファイルを作る',
  load: '残したファイルを読み込む',
  reset: 'このパソコンの下書きを消す',
  resetAsk: 'このパソコンに保存した下書きを消して、配られたときの状態に戻します。よろしいですか。',
  wasReset: '下書きを消しました。',
  saved: (time: string): string => `このパソコンに保存しました（${time}）`,
  restored: (time: string): string => `前回の続きを表示しています（${time}に保存）`,
  noStorage: 'このパソコンでは自動で保存できません。閉じる前に「途中の回答をファイルに残す」を押してください。',
  draftMade: (name: string): string =>
    `途中の回答を「${name}」に残しました。続けるときは「残したファイルを読み込む」で選んでください。`,
  missing: (count: number): string => `回答ファイルを作る前に、次の${count}件を直してください。`,
  finished: '回答ファイルを作りました',
  finishedHelp: (name: string): string =>
    `「${name}」が保存されました。このファイルを情報セキュリティ担当課に送ってください。送る前に直したときは、もう一度「回答ファイルを作る」を押し、新しいファイルを送ってください。`,
  loaded: (name: string): string => `「${name}」の回答を読み込みました。`,
  loadFailed: {
    unreadable:
      'このファイルは回答票が作ったファイルではありません。「途中の回答」か「回答」のファイルを選んでください。',
    other: 'このファイルは別の調査、別の版又は別の回答者のものです。この回答票で作ったファイルを選んでください。',
    damaged: 'このファイルは壊れているか、書き換えられています。別のファイルを選んでください。',
  },
  before: (year: string, answer: string): string => `${year}の回答：${answer}`,
  fileName: (title: string, department: string): string => `回答_${title}_${department}`,
  draftName: (title: string, department: string): string => `途中の回答_${title}_${department}`,
  actions: '保存と提出',
  top: '設問の先頭へ移る',
} as const;
