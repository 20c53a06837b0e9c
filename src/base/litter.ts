/** By its path: inside a folder of litter everything is. */
const LITTER = /(?:^|\/)(?:__MACOSX(?:\/|$)|\.|~\$|(?:Thumbs\.db|desktop\.ini)$)/iu;

/** Whether a path in an archive or folder is what systems and programs lay there: macOS, Windows, the lock files of open workbooks. */
export function isLitter(path: string): boolean {
  return LITTER.test(path);
}
