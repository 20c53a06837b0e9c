/** How the names of photos, scans and other papers end, which are not read and only recorded. */
export const PAPER_EXTENSIONS: readonly string[] = [
  '.jpg',
  '.jpeg',
  '.png',
  '.heic',
  '.heif',
  '.gif',
  '.bmp',
  '.tif',
  '.tiff',
  '.webp',
  '.pdf',
  '.ofd',
];
