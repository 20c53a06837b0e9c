import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Texts of the parts of a package by name. */
export type Parts = Record<string, string>;

/** The parts of a package as texts. */
export function unzipped(bytes: Uint8Array): Parts {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** A package of these parts. */
export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}
