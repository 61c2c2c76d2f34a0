/** The parts that say how the document looks: styles, fonts, settings. */
import { xmlAttribute, xmlHead } from '../../prepare/xml.ts';
import type { WordFonts } from '../context.ts';
import { plainRun, single, type WordStyle, wordStyles } from '../styles.ts';
import { paragraphLook, runLook } from './look.ts';
import { names } from './names.ts';

export function stylesPart(fonts: WordFonts): string {
  const language = '<w:lang w:val="en-US" w:eastAsia="ja-JP"/>';
  return (
    `${xmlHead}<w:styles ${names}><w:docDefaults>` +
    `<w:rPrDefault>${runLook(plainRun(fonts), language)}</w:rPrDefault>` +
    `<w:pPrDefault><w:pPr>${paragraphLook({ spacing: single })}</w:pPr></w:pPrDefault></w:docDefaults>` +
    `${builtIn}${wordStyles(fonts).map(styleXml).join('')}</w:styles>`
  );
}

/** What every document has: plain text without extra space between kana and digits (令和8年, not 令和 8 年), tables, links. */
const builtIn =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
  '<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>' +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>' +
  '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
  '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>' +
  '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>' +
  '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:basedOn w:val="DefaultParagraphFont"/>' +
  '<w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:color w:val="000000"/><w:u w:val="none"/></w:rPr></w:style>';

function styleXml({ id, name, paragraph = {}, run = {}, plainNext, outline }: WordStyle): string {
  const properties = paragraphLook(paragraph) + (outline === undefined ? '' : `<w:outlineLvl w:val="${outline - 1}"/>`);
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    (plainNext === true ? '<w:next w:val="Normal"/>' : '') +
    `<w:qFormat/>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runLook(run)}</w:style>`
  );
}

/** Names BIZ UD, which Windows also brings, for computers without the MS fonts, and says that the fonts are Japanese. */
export function fontsPart({ mincho, gothic }: WordFonts): string {
  const entry = (name: string, other: string, family: string): string =>
    `<w:font w:name="${xmlAttribute(name)}"><w:altName w:val="${other}"/><w:charset w:val="80"/><w:family w:val="${family}"/><w:pitch w:val="fixed"/></w:font>`;
  return `${xmlHead}<w:fonts ${names}>${entry(mincho, 'BIZ UDMincho', 'roman')}${entry(gothic, 'BIZ UDGothic', 'modern')}</w:fonts>`;
}

/** Kinsoku is on by default in Word; punctuation is squeezed as Japanese offices expect. */
export const settingsPart =
  `${xmlHead}<w:settings ${names}><w:defaultTabStop w:val="720"/>` +
  '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
  '</w:compat></w:settings>';
