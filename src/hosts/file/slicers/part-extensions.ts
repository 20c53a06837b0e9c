import { XmlElement } from '../patching/xml/xml-element';
import { extensionElement } from './slicer-parts';

/** What an extension of a part holds; nothing where the part has none of that address. */
export function extensionOf(root: XmlElement, uri: string): XmlElement | undefined {
  const extensions = root.first('extLst')?.elements('ext') ?? [];
  return extensions.find((one) => isOf(one, uri));
}

/**
 * Changes the element that an extension holds. One that comes to hold nothing goes, and the list of extensions with the last of them.
 * @param held How the element is written where the part has no such extension yet.
 * @param order Of the sections of the part.
 */
export function changeExtension(
  root: XmlElement,
  uri: string,
  held: string,
  order: readonly string[],
  edit: (held: XmlElement) => XmlElement | undefined,
): void {
  const extensions = root.first('extLst') ?? XmlElement.parse('', `<${root.prefix}extLst/>`);
  if (!extensions.elements('ext').some((one) => isOf(one, uri)))
    extensions.pieces.push({ name: 'ext', xml: extensionElement(root.prefix, uri, held) });
  extensions.change('ext', (one) => {
    if (!isOf(one, uri)) return one;
    const [inside] = one.elements();
    const edited = inside && edit(inside);
    if (edited === undefined) return undefined;
    one.pieces = [{ name: edited.name, xml: edited.toString() }];
    return one;
  });
  root.place('extLst', extensions.elements().length === 0 ? undefined : extensions.toString(), order);
}

function isOf(extension: XmlElement, uri: string): boolean {
  return extension.attribute('uri')?.toLowerCase() === uri.toLowerCase();
}
