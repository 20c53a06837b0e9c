/** By the end of a file's name. */
const MEDIA_TYPES: readonly (readonly [extension: string, type: string])[] = [
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['.zip', 'application/zip'],
];
const ANY_TYPE = 'application/octet-stream';
/** Long enough for the browser to take the bytes over. */
const RELEASE_AFTER_MS = 60_000;

/** Hands bytes to the browser as a download. Whether it started cannot be known: the caller says where to look. */
export function downloadFile(name: string, bytes: Uint8Array): void {
  const copy = new Uint8Array(bytes);
  const [, type = ANY_TYPE] = MEDIA_TYPES.find(([extension]) => name.endsWith(extension)) ?? [];
  const address = URL.createObjectURL(new Blob([copy.buffer], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_AFTER_MS);
}
