import { decodeText } from '../document/decode-text';

/** Headers of mail stand before anything else. */
const SNIFFED = 4096;
/** Parts of parts of parts: what programs save has one level. */
const DEEPEST = 4;

/** Whether a text is a web page kept with what belongs to it in one file (RFC 2557), as Excel and browsers save it. */
export function isWebArchive(bytes: Uint8Array): boolean {
  const start = binaryText(bytes.subarray(0, SNIFFED));
  return (
    /^\s*[a-z][\w-]*:/iu.test(start) &&
    /^MIME-Version:/imu.test(start) &&
    /^Content-Type:\s*(?:multipart\/|text\/html)/imu.test(start)
  );
}

/**
 * The pages in a web archive, in their order; pictures and styles are left out. No reader of mail stands behind it: postal-mime
 * joins all pages into one and answers later, where a part is no more than headers, a boundary and one of two encodings.
 */
export function pagesOfArchive(bytes: Uint8Array): readonly string[] {
  return pagesIn(binaryText(bytes), 0);
}

/** A sign for each byte. */
function binaryText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return pieces.join('');
}
const PIECE = 8192;

function pagesIn(part: string, depth: number): readonly string[] {
  const { headers, body } = splitHeaders(part);
  const type = headers.get('content-type') ?? '';
  const boundary = parameterOf(type, 'boundary');
  if (/^multipart\//iu.test(type) && boundary !== '' && depth < DEEPEST) {
    const [, ...inside] = `\n${body}`.split(`\n--${boundary}`);
    return inside.flatMap((one) =>
      one.startsWith('--') ? [] : pagesIn(one.replace(/^[ \t]*\r?\n/u, ''), depth + 1),
    );
  }
  if (!/^text\/html\b/iu.test(type)) return [];
  const content = decodedBody(body, headers.get('content-transfer-encoding') ?? '');
  return [wordsOf(content, parameterOf(type, 'charset'))];
}

interface SplitPart {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function splitHeaders(part: string): SplitPart {
  const end = /\r?\n\r?\n/u.exec(part);
  const head = end === null ? part : part.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end === null ? '' : part.slice(end.index + end[0].length) };
}

function parameterOf(header: string, name: string): string {
  for (const [, key = '', quoted, plain] of header.matchAll(/;\s*([\w-]+)=(?:"([^"]*)"|([^\s;]+))/gu))
    if (key.toLowerCase() === name) return quoted ?? plain ?? '';
  return '';
}

function decodedBody(body: string, encoding: string): Uint8Array {
  const plain = /^base64/iu.test(encoding)
    ? fromBase64(body)
    : /^quoted-printable/iu.test(encoding)
      ? body
          .replace(/=[ \t]*\r?\n/gu, '')
          .replace(/=([\da-f]{2})/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
      : body;
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

/** What is no base64 is damaged: nothing of it can be read. */
function fromBase64(body: string): string {
  try {
    return atob(body.replace(/\s+/gu, ''));
  } catch {
    return '';
  }
}

function wordsOf(content: Uint8Array, charset: string): string {
  try {
    if (charset !== '') return new TextDecoder(charset).decode(content);
  } catch {
    // A name that nobody knows: the bytes tell.
  }
  return decodeText(content).text;
}
