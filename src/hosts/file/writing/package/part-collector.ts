import type { LibraryWorkbook } from './library';

/** The parts of a package by name, not zipped yet. */
export type CollectedParts = Map<string, string | Uint8Array>;

/** What the library asks of its zip writer. */
interface ZipWriter {
  append(data: string | Uint8Array, options: { readonly name: string }): void;
  createEntry(name: string): { write(chunk: string): void; end(): void };
  pipe(): void;
  on(event: string, listener: () => void): void;
  finalize(): void;
  waitForDrain(): Promise<void>;
}

/**
 * Every part of a library workbook. The library's own zip, which is handed a few characters at a time, takes most of its
 * time and several times the memory.
 */
export async function collectParts(workbook: LibraryWorkbook): Promise<CollectedParts> {
  const parts: CollectedParts = new Map();
  // The library calls this to make its zip writer and means it to be replaced (a protected method of its XLSX class).
  Object.assign(workbook.xlsx, { createZipWriter: () => collector(parts) });
  await workbook.xlsx.writeBuffer({ validate: false });
  return parts;
}

function collector(parts: CollectedParts): ZipWriter {
  let finished: (() => void) | undefined;
  return {
    append: (data, { name }) => {
      parts.set(name, data);
    },
    createEntry: (name) => {
      const chunks: string[] = [];
      return {
        write: (chunk) => {
          chunks.push(chunk);
        },
        end: () => {
          parts.set(name, chunks.join(''));
        },
      };
    },
    pipe: () => undefined,
    on: (event, listener) => {
      if (event === 'finish') finished = listener;
    },
    finalize: () => finished?.(),
    waitForDrain: () => Promise.resolve(),
  };
}
