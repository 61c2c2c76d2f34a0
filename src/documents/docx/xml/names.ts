import { relationKind } from '../../parts.ts';

/** The names of elements that the parts of a Word file use. */
export const names = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${relationKind}"`;

/** Those of pictures. */
export const pictureNames = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
