/** The part with the text of a Word file. */
import { xmlAttribute, xmlHead } from '../../prepare/xml.ts';
import { type WordBlock, type WordContents, type WordParagraph, wordParagraph, type WordSection } from '../model.ts';
import { paragraphXml, tableXml } from './body.ts';
import { names, pictureNames } from './names.ts';
import { sectionXml } from './section.ts';
import type { Writing } from './writing.ts';

/** What stands in a table of contents of a section. */
type Fill = (contents: WordContents, section: WordSection) => readonly WordParagraph[];

export function bodyPart(sections: readonly WordSection[], writing: Writing, fill: Fill): string {
  const pieces: string[] = [`${xmlHead}<w:document ${names} ${pictureNames}><w:body>`];
  sections.forEach((section, index) => {
    const properties = sectionXml(section, index);
    const ends = index === sections.length - 1;
    // The last paragraph of a section carries its properties; those of the last section stand by themselves.
    const last = ends ? undefined : section.blocks.at(-1);
    for (const block of section.blocks) {
      const carried = block === last && block.kind === 'paragraph' ? properties : '';
      pieces.push(blockXml(block, section, carried, writing, fill));
    }
    if (ends) pieces.push(properties);
    else if (last?.kind !== 'paragraph') pieces.push(paragraphXml(wordParagraph('', []), writing, false, properties));
  });
  pieces.push('</w:body></w:document>');
  return pieces.join('');
}

function blockXml(block: WordBlock, section: WordSection, carried: string, writing: Writing, fill: Fill): string {
  if (block.kind === 'table') return tableXml(block, writing);
  if (block.kind === 'paragraph') return paragraphXml(block, writing, false, carried);
  const lines = fill(block, section).map((line) => paragraphXml(line, writing));
  return (
    `<w:sdt><w:sdtPr><w:alias w:val="${xmlAttribute(block.title)}"/><w:docPartObj>` +
    '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>' +
    `<w:sdtContent>${lines.join('')}</w:sdtContent></w:sdt>`
  );
}
