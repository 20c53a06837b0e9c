import type { LibraryWorkbook } from './library';

type Listener = (...args: unknown[]) => void;

/**
 * Stands in for the library's zip writer and keeps the parts as they come. The library hands its own zip a few
 * characters at a time, which takes most of its time and several times the memory.
 */
class PartCollector {
  readonly parts = new Map<string, string | Uint8Array>();
  private readonly listeners = new Map<string, Set<Listener>>();

  append(data: string | Uint8Array, { name, base64 }: { name: string; base64?: boolean }): void {
    this.parts.set(name, base64 === true && typeof data === 'string' ? fromBase64(data) : data);
  }

  createEntry(name: string): { write(chunk: string): void; end(): void } {
    const chunks: string[] = [];
    return {
      write: (chunk) => {
        chunks.push(chunk);
      },
      end: () => {
        this.parts.set(name, chunks.join(''));
      },
    };
  }

  pipe(): void {}

  finalize(): void {
    for (const listener of this.listeners.get('finish') ?? []) listener();
  }

  waitForDrain(): Promise<void> {
    return Promise.resolve();
  }

  on(event: string, listener: Listener): this {
    this.listeners.set(event, (this.listeners.get(event) ?? new Set()).add(listener));
    return this;
  }

  once(event: string, listener: Listener): this {
    return this.on(event, listener);
  }

  off(event: string, listener: Listener): this {
    this.listeners.get(event)?.delete(listener);
    return this;
  }

  emit(): boolean {
    return false;
  }
}

/** Every part of a library workbook by name, not zipped yet. */
export async function collectParts(workbook: LibraryWorkbook): Promise<Map<string, string | Uint8Array>> {
  const collector = new PartCollector();
  // The library calls this to make its zip writer and means it to be replaced (a protected method of its XLSX class).
  Object.assign(workbook.xlsx, { createZipWriter: () => collector });
  await workbook.xlsx.writeBuffer({ validate: false });
  return collector.parts;
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
