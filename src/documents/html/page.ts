import { changeColours, ruleColour, shades } from '../prepare/look.ts';
import { htmlText } from './escape.ts';

/** The looks that every page shares: paper on grey, one column on a narrow screen. No address outside the page is named. */
const sheet = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #e8eaed; color: #1a1a1c; font: 16px/1.7 "BIZ UDMincho", "BIZ UD明朝", "Hiragino Mincho ProN", "Yu Mincho", serif; overflow-wrap: anywhere; line-break: strict; }
h1, h2, h3, h4, h5, h6, [role="heading"], caption, figcaption, th, .gothic { font-family: "BIZ UDGothic", "BIZ UDゴシック", "Hiragino Sans", "Yu Gothic", sans-serif; }
.sheet { max-width: 210mm; margin: 16px auto; padding: 16px; background: #fff; border: 1px solid #b4b8bf; }
.landscape { max-width: 297mm; }
.marking { margin: 0 0 8px; text-align: right; font-weight: bold; font-size: 14px; }
h1 { font-size: 24px; line-height: 1.4; text-align: center; margin: 24px 0; }
h2, h3 { line-height: 1.4; }
h2 { font-size: 20px; margin: 32px 0 8px; }
h3 { font-size: 18px; margin: 24px 0 4px; }
h4, h5, h6, [role="heading"] { font-size: 16px; font-weight: normal; margin: 12px 0 0; }
.number { display: inline-block; min-width: 2em; margin-right: 0.5em; }
p { margin: 0 0 4px; white-space: normal; }
.first { text-indent: 1em; }
.center { text-align: center; }
.right { text-align: right; }
.left { text-align: left; }
.middle { vertical-align: middle; }
.bottom { vertical-align: bottom; }
.bold { font-weight: bold; }
.u { text-decoration: underline; }
.note { font-size: 14px; }
ins, .inserted { color: #${changeColours.inserted}; text-decoration: underline 2px; text-underline-offset: 0.2em; }
del, .deleted { color: #${changeColours.deleted}; text-decoration: line-through; }
ins::before, del::before { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
ins::before { content: "（ここから追加）"; }
del::before { content: "（ここから削除）"; }
mark { background: #${shades.warning}; color: inherit; }
.comment { font-size: 12px; white-space: nowrap; }
ul, ol { margin: 4px 0; padding-left: 2em; }
.dash { list-style: "－ "; }
.circled { list-style: none; padding-left: 0; }
.circled > li { padding-left: 1.5em; text-indent: -1.5em; }
.circled > li * { text-indent: 0; }
a { color: #0017c1; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #1a1a1c; outline-offset: 2px; }
.scroll { overflow-x: auto; margin: 12px 0; max-width: 100%; }
table { border-collapse: collapse; width: 100%; min-width: min(100%, 480px); font-size: 14px; line-height: 1.5; }
caption { text-align: left; padding: 4px 0; font-size: 15px; }
th, td { border: 1px solid #${ruleColour}; padding: 4px 6px; text-align: left; vertical-align: top; min-width: 3.2em; }
thead th { text-align: center; vertical-align: middle; background: #${shades.header}; font-weight: normal; }
tbody th { background: #${shades.light}; font-weight: normal; vertical-align: middle; }
td p, th p { margin: 0; text-indent: 0; }
.shade-header { background: #${shades.header}; }
.shade-light { background: #${shades.light}; }
.shade-warning { background: #${shades.warning}; }
.shade-danger { background: #${shades.danger}; }
.shade-good { background: #${shades.good}; }
.callout { margin: 12px 0; padding: 8px 16px; border: 1px solid #${ruleColour}; border-left-width: 4px; background: #${shades.light}; }
.callout.warning { background: #${shades.warning}; }
figure { margin: 16px 0; text-align: center; }
figure img { max-width: 100%; height: auto; }
.stamp { width: auto; min-width: 0; margin-left: auto; }
.stamp.at-left { margin-left: 0; }
.stamp.at-center { margin-right: auto; }
.stamp td { width: 20mm; height: 20mm; }
.signature { margin: 16px 0 16px auto; width: fit-content; max-width: 100%; }
.signature div { display: flex; flex-wrap: wrap; gap: 0 1em; }
.signature dt { min-width: 6em; }
.signature dd { margin: 0; min-width: 10em; border-bottom: 1px solid #${ruleColour}; }
.contents ol { list-style: none; padding-left: 0; }
.contents .deeper { padding-left: 1em; }
.cover { padding: 32px 0; }
hr { border: 0; border-top: 1px dashed #${ruleColour}; margin: 24px 0; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { body { background: #fff; } .sheet { border: 0; margin: 0; padding: 0; max-width: none; } thead { display: table-header-group; } tr { break-inside: avoid; } hr { visibility: hidden; break-after: page; } }
`.trim();

/** Looks that one document needs beside the shared ones, as classes named in order. */
export class Looks {
  readonly #names = new Map<string, string>();

  readonly add = (rule: string): string => {
    const name = this.#names.get(rule) ?? `c${this.#names.size + 1}`;
    this.#names.set(rule, name);
    return name;
  };

  /** `&` in a rule stands for its class. */
  css(): string {
    return [...this.#names].map(([rule, name]) => rule.replaceAll('&', `.${name}`)).join('\n');
  }
}

/** One page that needs nothing else: no script, no outside address, its looks in one style element. */
export const htmlPage = (title: string, looks: Looks, body: string): string =>
  [
    '<!doctype html>',
    '<html lang="ja">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${htmlText(title)}</title>`,
    `<style>\n${sheet}\n${looks.css()}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    body,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
