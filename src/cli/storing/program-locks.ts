import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommandError } from '../command-error';
import { faultCode } from './file-faults';

/** Programs that lay a file beside the workbook they have open. */
const PROGRAMS = [
  { program: 'Excel', lock: (name: string) => `~$${name}`, user: excelUser },
  { program: 'LibreOffice', lock: (name: string) => `.~lock.${name}#`, user: officeUser },
] as const;

/**
 * Refuses to write a workbook that somebody has open: what they save next would take the place of what was written.
 * @param path Absolute, without links.
 */
export async function refuseIfOpen(path: string, shown: string): Promise<void> {
  for (const { program, lock, user } of PROGRAMS) {
    const place = join(dirname(path), lock(basename(path)));
    const bytes = await readFile(place).catch((error: unknown) => lockedAway(error));
    if (bytes === undefined) continue;
    const name = user(bytes);
    const userGiven = name === '' ? 'no' : 'yes';
    throw new CommandError('cli.error.openElsewhere', {
      file: shown,
      program,
      user: name,
      userGiven,
      lock: basename(place),
    });
  }
}

/** Excel keeps its own file from being read while it runs; that one is there is enough. */
function lockedAway(error: unknown): Uint8Array | undefined {
  return ['EBUSY', 'EACCES', 'EPERM'].includes(faultCode(error)) ? new Uint8Array() : undefined;
}

const EXCEL_WIDE_NAME_AT = 55;
const LONGEST_NAME = 54;

/** The name stands there twice: in the machine's code page, and from byte 55 on in UTF-16, its length before it. */
function excelUser(bytes: Uint8Array): string {
  const length = bytes[EXCEL_WIDE_NAME_AT] ?? 0;
  if (length > LONGEST_NAME) return '';
  const start = EXCEL_WIDE_NAME_AT + 2;
  return printable(new TextDecoder('utf-16le').decode(bytes.subarray(start, start + 2 * length)));
}

/** `name,login,host,date,profile;` */
function officeUser(bytes: Uint8Array): string {
  const [name = '', login = ''] = new TextDecoder().decode(bytes.subarray(0, 1_000)).split(',');
  return printable(name.trim() === '' ? login : name);
}

function printable(name: string): string {
  return name.replace(/\p{C}/gu, '').trim();
}
