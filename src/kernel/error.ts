/**
 * Errors have a code, an internal message and a sentence for people that says what happened and what to do.
 * The table is exhaustive by type: a code without status and sentence does not compile.
 */
export interface ErrorKind {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 500 | 503 | 507;
  readonly message: string;
}

const catalogue = {
  'input.invalid': { status: 422, message: '入力に誤りがあります。示された項目を直して、もう一度お試しください。' },
  'input.malformed': {
    status: 400,
    message: '送られた内容を読み取れませんでした。画面を開き直して、もう一度お試しください。',
  },
  'input.too-large': {
    status: 413,
    message: '送られた内容が大きすぎます。内容を分けるか、ファイルを小さくしてください。',
  },
  'session.required': {
    status: 401,
    message: 'サインインが必要です。入力中の内容は残っていますので、サインインし直してください。',
  },
  'session.expired': {
    status: 401,
    message: 'サインインの有効期限が切れました。入力中の内容は残っていますので、サインインし直してください。',
  },
  'session.refused': {
    status: 401,
    message: '利用者名、パスワード又は確認コードが正しくありません。確かめて、もう一度入力してください。',
  },
  'session.locked': {
    status: 423,
    message: '続けて間違えたため、一時的にサインインできません。時間をおいてから、もう一度お試しください。',
  },
  'request.cross-site': {
    status: 403,
    message: 'ほかのサイトからの操作のため受け付けませんでした。街守の画面から操作してください。',
  },
  'permission.refused': {
    status: 403,
    message: 'この操作を行う権限がありません。必要な場合は、情報セキュリティ担当課又は業務責任者にご相談ください。',
  },
  'record.missing': {
    status: 404,
    message: '対象が見つかりません。削除されたか、見られる範囲の外にあります。一覧を開き直してください。',
  },
  'record.stale': {
    status: 409,
    message:
      '開いている間に、ほかの人が同じ内容を保存しました。両方の内容を見比べて、保存し直してください。入力した内容は失われていません。',
  },
  'record.duplicate': { status: 409, message: '同じものが既に登録されています。登録済みの内容を確かめてください。' },
  'state.refused': {
    status: 409,
    message: '今の状態ではこの操作はできません。手順の前の段階が済んでいるかを確かめてください。',
  },
  'deadline.passed': {
    status: 409,
    message: '期限を過ぎているため受け付けられません。情報セキュリティ担当課に再開を依頼してください。',
  },
  'command.repeated': {
    status: 409,
    message: '同じ受付番号で内容の異なる操作が届きました。画面を開き直して、もう一度お試しください。',
  },
  'file.too-large': { status: 413, message: 'ファイルが大きすぎます。上限より小さいファイルにしてください。' },
  'file.forbidden': {
    status: 415,
    message:
      'この種類のファイルは受け付けられません。Word、Excel、PowerPoint、PDF、画像、テキスト又はCSVにしてください。',
  },
  'file.lying': {
    status: 415,
    message: 'ファイルの中身と拡張子が合いません。元のソフトウェアで保存し直してから送ってください。',
  },
  'file.missing': { status: 404, message: 'ファイルが見つかりません。もう一度添付してください。' },
  'clock.backwards': {
    status: 503,
    message:
      'サーバの時計が前回の記録より戻っているため、記録を止めています。システム管理者が時計を合わせるまでお待ちください。',
  },
  'rate.limited': { status: 429, message: '操作が集中しています。少し待ってから、もう一度お試しください。' },
  'operation.unknown': { status: 404, message: '指定された操作はありません。画面を開き直してください。' },
  'invitation.ended': {
    status: 410,
    message: '招待の有効期限が切れているか、既に使われています。招待した人に再発行を依頼してください。',
  },
  'backup.broken': {
    status: 422,
    message: '控えのファイルが壊れているため、復元しませんでした。データには触れていません。別の控えを使ってください。',
  },
  'journal.broken': {
    status: 500,
    message: '操作記録の連鎖に食い違いがあります。システム管理者に連絡し、記録の検証結果を確かめてください。',
  },
  'configuration.invalid': {
    status: 500,
    message: '設定に誤りがあります。示された設定項目を直してから起動し直してください。',
  },
  'service.unavailable': { status: 503, message: '今は利用できません。しばらく待ってから、もう一度お試しください。' },
  'storage.full': {
    status: 507,
    message:
      'サーバの保存先の空きが足りないため、保存できませんでした。これまでに保存した版やファイルは、そのまま残っています。システム管理者に空きを増やすよう依頼し、その後でもう一度お試しください。',
  },
  'internal.failure': {
    status: 500,
    message:
      '処理の途中で問題が起きました。変更は保存されていません。繰り返す場合は、受付番号を添えてシステム管理者に連絡してください。',
  },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof catalogue;
export const ERROR_CATALOGUE: Readonly<Record<ErrorCode, ErrorKind>> = catalogue;

/** One field that was refused: its path in the input (`answers.3.reason`) and a sentence for people. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** What leaves the server. `current` carries the other person's saved record with `record.stale`. */
export interface ErrorReply {
  readonly code: ErrorCode;
  readonly message: string;
  readonly fields?: readonly FieldProblem[];
  readonly current?: unknown;
  readonly reference?: string;
}

export interface ErrorDetail {
  /** For the log only; no personal data. */
  readonly internal?: string;
  /** A more exact sentence than the catalogue's. */
  readonly message?: string;
  readonly fields?: readonly FieldProblem[];
  readonly current?: unknown;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, detail: ErrorDetail = {}) {
    super(detail.internal === undefined ? code : `${code}: ${detail.internal}`);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return ERROR_CATALOGUE[this.code].status;
  }

  toReply(): ErrorReply {
    const { message, fields, current } = this.detail;
    return {
      code: this.code,
      message: message ?? ERROR_CATALOGUE[this.code].message,
      ...(fields === undefined ? {} : { fields }),
      ...(current === undefined ? {} : { current }),
    };
  }
}

/** A refused field with its own sentence. */
export function fieldError(path: string, message: string): AppError {
  return new AppError('input.invalid', { fields: [{ path, message }] });
}

/** A step that is not possible as things stand; the sentence says what comes first. */
export function refuse(message: string): AppError {
  return new AppError('state.refused', { message });
}
