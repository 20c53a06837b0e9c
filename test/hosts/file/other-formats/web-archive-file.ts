/** How the bytes of a part are written in a mail. */
export type TransferEncoding = 'base64' | 'quoted-printable';

function quoted(bytes: Uint8Array): string {
  const signs = [...bytes].map((byte) =>
    (byte >= 0x20 && byte < 0x7f && byte !== 0x3d) || byte === 0x0a
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  const lines: string[] = [''];
  for (const sign of signs) {
    if (sign === '\n') lines.push('');
    else if ((lines.at(-1)?.length ?? 0) + sign.length > 74) {
      lines[lines.length - 1] += '=';
      lines.push(sign);
    } else lines[lines.length - 1] += sign;
  }
  return lines.join('\r\n');
}

function based(bytes: Uint8Array): string {
  return (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
}

/** Pages kept in one file with what belongs to them, as Excel and browsers save them: a frame and a style sheet beside each. */
export function webArchive(
  pages: readonly Uint8Array[],
  encoding: TransferEncoding = 'quoted-printable',
  charset = 'utf-8',
): Uint8Array {
  const boundary = '----=_NextPart_01D3.0BC5';
  const part = (type: string, body: string, as: string) =>
    `--${boundary}\r\nContent-Location: file:///C:/x.htm\r\nContent-Transfer-Encoding: ${as}\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
  const written = pages.map((page) =>
    part(
      `text/html;\r\n\tcharset="${charset}"`,
      encoding === 'base64' ? based(page) : quoted(page),
      encoding,
    ),
  );
  return new TextEncoder().encode(
    [
      `From: <Saved by Excel>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="${boundary}"\r\n\r\nThis document is a Single File Web Page.\r\n\r\n`,
      part(
        'text/html; charset="us-ascii"',
        '<html><frameset rows="*"><frame src="x.htm"></frameset></html>',
        '7bit',
      ),
      ...written,
      part('text/css; charset="us-ascii"', 'td {mso-number-format:General}', '7bit'),
      `--${boundary}--\r\n`,
    ].join(''),
  );
}
