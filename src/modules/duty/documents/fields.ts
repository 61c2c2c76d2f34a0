/** What the city's own forms of these papers may ask for, in the order of the built-in papers. */
import { type FormField, linesField, listField } from '../../../core/form/index.ts';

export const OATH_FIELDS: readonly FormField[] = [
  linesField('前文', '誓約の文', '次の事項を守ることを誓約します。'),
  linesField('誓約する事項', '誓約する事項', '①業務上知り得た秘密を漏らさないこと。', { required: true }),
  linesField('署名欄', '所属、氏名などの署名の欄', '所属　監査部\n氏名　山田一郎　印'),
];

/** 従事者名簿. */
export const HANDLER_FIELDS: readonly FormField[] = [
  linesField('前文', '通知の文', '取り扱う者を、次のとおり通知します。'),
  listField(
    '一覧',
    '情報を取り扱う従事者',
    [
      ['番号', '番号', '1'],
      ['氏名', '氏名', '山田一郎'],
      ['所属', '会社と部署', '株式会社みどり監査\n監査部'],
      ['役割', '役割', '監査人'],
      ['特定個人情報の取扱いの有無', '有又は無', '無'],
    ],
    { required: true },
  ),
];

export const CONFIDENTIALITY_FIELDS: readonly FormField[] = [
  linesField('前文', '提出の文', '従事者に次の事項を了知させ、それぞれ誓約させました。'),
  linesField('了知させた事項', '了知させた事項', '・秘密を漏らさないこと。'),
  listField(
    '誓約した者',
    '誓約した従事者',
    [
      ['番号', '番号', '1'],
      ['氏名', '氏名', '山田一郎'],
      ['所属', '部署', '監査部'],
      ['誓約した日', '誓約した日', '令和8年5月10日'],
    ],
    { required: true },
  ),
  linesField('署名欄', '受注者の署名の欄', '受注者　株式会社みどり監査　印'),
];
