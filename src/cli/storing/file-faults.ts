import type { MessageKey } from '../../locales/translate';
import { CommandError } from '../command-error';

/** The code of a fault of the file system, such as `ENOENT`; empty for any other error. */
export function faultCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

const WRITE_FAULTS: Readonly<Record<string, MessageKey>> = {
  ENOSPC: 'cli.error.diskFull',
  EDQUOT: 'cli.error.diskFull',
  EFBIG: 'cli.error.diskFull',
  EACCES: 'cli.error.noPermission',
  EPERM: 'cli.error.noPermission',
  EROFS: 'cli.error.noPermission',
  ENAMETOOLONG: 'cli.error.nameTooLong',
  EISDIR: 'cli.error.isFolder',
  EBUSY: 'cli.error.inUse',
  ETXTBSY: 'cli.error.inUse',
};

/** The sentence for a file that could not be written: what stood in the way decides what the user is to do. */
export function writeFault(error: unknown, file: string): CommandError {
  if (error instanceof CommandError) return error;
  return new CommandError(WRITE_FAULTS[faultCode(error)] ?? 'cli.error.cannotWrite', { file });
}

/** For a file that need not be there. @throws whatever else is wrong */
export function ifMissing<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (faultCode(error) !== 'ENOENT') throw error;
    return instead;
  };
}
