/** Looks of cells: each different one is written once and named by its number. */
import { ruleColour } from '../prepare/look.ts';
import { xmlAttribute, xmlHead } from '../prepare/xml.ts';

export interface CellLook {
  readonly size: number;
  readonly bold?: boolean;
  /** Six hexadecimal digits. */
  readonly fill?: string;
  readonly framed?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  /** Where the sheet is protected: whether the cell is. */
  readonly locked?: boolean;
  /** A number format, for example `#,##0`; `@` keeps what is typed as text. */
  readonly format?: string;
}

/** Formats that every spreadsheet program knows by number. */
const builtIn: Readonly<Record<string, number>> = {
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};
const FIRST_OWN = 164;
const FONT = 'ＭＳ Ｐゴシック';

export const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

export class CellStyles {
  readonly #looks = new Map<string, number>();
  /** Widths of columns are counted in digits of the first font. */
  readonly #fonts = ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'];
  readonly #fills = ['none', 'gray125'].map((kind) => `<fill><patternFill patternType="${kind}"/></fill>`);
  readonly #formats: string[] = [];
  readonly #cells = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];

  /** The number of a look. */
  of(look: CellLook): number {
    const key = JSON.stringify(look);
    const known = this.#looks.get(key);
    if (known !== undefined) return known;
    const number = this.#cells.push(this.#cell(look)) - 1;
    this.#looks.set(key, number);
    return number;
  }

  part(): string {
    const list = (element: string, all: readonly string[]): string =>
      all.length === 0 ? '' : `<${element} count="${all.length}">${all.join('')}</${element}>`;
    const rule = (side: string): string => `<${side} style="thin"><color rgb="FF${ruleColour}"/></${side}>`;
    const borders = [
      '<border><left/><right/><top/><bottom/><diagonal/></border>',
      `<border>${['left', 'right', 'top', 'bottom'].map(rule).join('')}<diagonal/></border>`,
    ];
    const formats = this.#formats.map(
      (format, index) => `<numFmt numFmtId="${FIRST_OWN + index}" formatCode="${xmlAttribute(format)}"/>`,
    );
    return (
      `${xmlHead}<styleSheet ${main}>${list('numFmts', formats)}${list('fonts', this.#fonts)}` +
      `${list('fills', this.#fills)}${list('borders', borders)}` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      list('cellXfs', this.#cells) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }

  #cell({ size, bold, fill, framed, align, wrap, locked, format }: CellLook): string {
    const font = numberIn(
      this.#fonts,
      `<font>${bold === true ? '<b/>' : ''}<sz val="${size}"/><name val="${FONT}"/></font>`,
    );
    const filled =
      fill === undefined
        ? 0
        : numberIn(
            this.#fills,
            `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/></patternFill></fill>`,
          );
    const number = format === undefined ? 0 : (builtIn[format] ?? FIRST_OWN + numberIn(this.#formats, format));
    return (
      `<xf numFmtId="${number}"${
        // Also kept as text when somebody edits the cell or saves the sheet as CSV.
        format === '@' ? ' quotePrefix="1"' : ''
      } fontId="${font}" fillId="${filled}" borderId="${framed === true ? 1 : 0}" xfId="0"` +
      ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${
        locked === undefined ? '' : ' applyProtection="1"'
      }><alignment${align === undefined ? '' : ` horizontal="${align}"`} vertical="center"${
        wrap === true ? ' wrapText="1"' : ''
      }/>${locked === undefined ? '' : `<protection locked="${locked ? 1 : 0}"/>`}</xf>`
    );
  }
}

function numberIn(all: string[], one: string): number {
  const known = all.indexOf(one);
  return known >= 0 ? known : all.push(one) - 1;
}
