/** Columns of the register of lent property as a spreadsheet, in their order; the first is hidden and names the row. */
export const REGISTER_COLUMNS = {
  id: '管理用',
  number: '台帳番号',
  name: '名称',
  level: '機密性',
  kind: '種別',
  origin: '由来',
  receivedOn: '受け取った日',
  handling: '保管・取扱い',
  returnedOn: '返還日',
  receivedBackBy: '受領者',
} as const;
