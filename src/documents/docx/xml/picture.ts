import { xmlAttribute } from '../../prepare/xml.ts';
import type { WordPicture } from '../model.ts';
import type { Writing } from './writing.ts';

const main = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const picture = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const svgNames = 'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"';

/** A picture in the line of text; an SVG stands as an extension of its painted picture. */
export function pictureXml({ svg, png, width, height, name, alt }: WordPicture, writing: Writing): string {
  const drawn = svg === undefined ? undefined : writing.file('svg', new TextEncoder().encode(svg));
  const painted = writing.file('png', png);
  const words = `name="${xmlAttribute(name)}" descr="${xmlAttribute(alt)}"`;
  const size = `cx="${width}" cy="${height}"`;
  const blip =
    drawn === undefined
      ? `<a:blip r:embed="${painted}" cstate="none"/>`
      : `<a:blip r:embed="${painted}" cstate="none"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip ${svgNames} r:embed="${drawn}"/></a:ext></a:extLst></a:blip>`;
  return (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">' +
    `<wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="${writing.picture()}" ${words}/>` +
    `<wp:cNvGraphicFramePr><a:graphicFrameLocks ${main} noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
    `<a:graphic ${main}><a:graphicData uri="${picture}"><pic:pic xmlns:pic="${picture}">` +
    '<pic:nvPicPr><pic:cNvPr id="0" name="" descr=""/>' +
    '<pic:cNvPicPr><a:picLocks noChangeAspect="1" noChangeArrowheads="1"/></pic:cNvPicPr></pic:nvPicPr>' +
    `<pic:blipFill>${blip}<a:srcRect/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr bwMode="auto"><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>' +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
  );
}
