import { zipped } from '../../../support/unzipped';
import { relationships } from '../hand-written';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const WORD_NAMESPACES = `xmlns:w="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`;

export interface WordFile {
  /** Inside the body. */
  readonly body: string;
  /** Inside the numbering, styles and footnotes parts; without them there are none. */
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
}

const PARTS = [
  ['numbering', 'numbering', 'numbering'],
  ['styles', 'styles', 'styles'],
  ['footnotes', 'footnotes', 'footnotes'],
] as const;

/** A minimal .docx, part by part. */
export function wordParts(file: WordFile): Record<string, string> {
  const present = PARTS.filter(([key]) => file[key] !== undefined);
  const overrides = [['document', 'document.main'], ...present.map(([, part, type]) => [part, type])];
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${TYPE}.${type}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${WORD_NAMESPACES}><w:body>${file.body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(
      present.map(([, part], index) => [`rId${index + 1}`, part, `${part}.xml`]),
    ),
    ...Object.fromEntries(
      present.map(([key, part]) => [
        `word/${part}.xml`,
        `<w:${part} ${WORD_NAMESPACES}>${file[key]}</w:${part}>`,
      ]),
    ),
  };
}

export function wordFile(file: WordFile): Uint8Array {
  return zipped(wordParts(file));
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph; `properties` stand inside its pPr. */
export function paragraph(content: string, properties = ''): string {
  const inside = content.startsWith('<') ? content : run(content);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
}

export function numbered(content: string, list: number, level = 0): string {
  return paragraph(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** An abstract list and a list over it, both of one id; a level is format and text, `%1` its number. */
export function list(
  id: number,
  levels: readonly (readonly [format: string, text: string, more?: string])[],
): string {
  const written = levels.map(
    ([format, text, more = ''], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${written.join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
}

/** Rows of cells; a cell is its text, or its text and the properties inside its tcPr. */
export function table(
  rows: readonly (readonly (string | readonly [text: string, properties: string])[])[],
): string {
  const cell = (content: string | readonly [string, string]): string => {
    const [text, properties] = typeof content === 'string' ? [content, ''] : content;
    const inside = text.startsWith('<w:p>') ? text : paragraph(text);
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
  };
  const grid = `<w:tblPr/><w:tblGrid>${'<w:gridCol/>'.repeat(rows[0]?.length ?? 0)}</w:tblGrid>`;
  return `<w:tbl>${grid}${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}
