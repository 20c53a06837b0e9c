/** How the names of files end by which units answer: what is read, and what is answered with what to send instead. */
export const RETURN_EXTENSIONS: readonly string[] = [
  '.xlsx',
  '.xlsm',
  '.xls',
  '.xlsb',
  '.ods',
  '.xml',
  '.html',
  '.htm',
  '.mht',
  '.mhtml',
  '.csv',
  '.txt',
  '.et',
  '.zip',
  '.doc',
  '.docx',
  '.wps',
];

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
