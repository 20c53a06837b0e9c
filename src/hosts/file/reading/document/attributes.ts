import type { XmlAttributes } from '../package/xml';

/** An attribute by its name, whatever prefix the writer chose (“w:val”). */
export function valueOf(attributes: XmlAttributes, name: string): string | undefined {
  const plain = attributes[`w:${name}`] ?? attributes[name];
  if (plain !== undefined) return plain;
  const key = Object.keys(attributes).find((written) => written.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

/** A property that is on when it stands there, unless it says otherwise (`<w:vanish w:val="0"/>`). */
export function isOn(attributes: XmlAttributes): boolean {
  return !['0', 'false', 'off', 'none'].includes(valueOf(attributes, 'val') ?? '1');
}
