/** Reading the elements that the Word library hands over before it writes them: `{ name: [{ _attr: … }, child, …] }`. */

/** The name of an element, or '' for text and attributes. */
export function nameOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  for (const name in node) return name === '_attr' ? '' : name;
  return '';
}

/** What stands inside an element of this name: children, texts and its attributes. */
export function contentOf(node: unknown, name: string = nameOf(node)): readonly unknown[] {
  const content = isRecord(node) ? node[name] : undefined;
  if (content === undefined) return [];
  return Array.isArray(content) ? content : [content];
}

/** The first child of a name, or undefined. */
export const childOf = (content: readonly unknown[], name: string): unknown =>
  content.find((child) => nameOf(child) === name);

/** An attribute of an element, or undefined. */
export function attributeOf(node: unknown, attribute: string): unknown {
  const content = isRecord(node) ? node[nameOf(node)] : undefined;
  const holder: unknown = Array.isArray(content)
    ? content.find((child) => isRecord(child) && '_attr' in child)
    : content;
  const attributes = isRecord(holder) ? holder['_attr'] : undefined;
  return isRecord(attributes) ? attributes[attribute] : undefined;
}

/** A whole number of an attribute, or undefined. */
export function numberAt(node: unknown, attribute: string): number | undefined {
  const value = attributeOf(node, attribute);
  return value === undefined ? undefined : Number(value);
}

/** Whether a switch among some properties is on, off, or not said. */
export function switchAt(properties: readonly unknown[], name: string): boolean | undefined {
  const found = childOf(properties, name);
  if (found === undefined) return undefined;
  const value = attributeOf(found, 'w:val');
  return value === undefined || value === true || value === 'true' || value === 1 || value === '1';
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
