import type { HandedIn } from '../../app/inbox/inbox';
import type { ReturnFile } from '../../app/inbox/check-returns';
import { fileDigest } from '../../base/file-digest';

/**
 * A file as it was when it was first read: what the clerk does with it on the disk afterwards changes nothing here. The browser holds the
 * bytes, on its disk where they are many.
 */
export class HeldFile implements ReturnFile {
  private held: HandedIn | undefined;

  constructor(private readonly file: ReturnFile) {}

  get name(): string {
    return this.file.name;
  }

  /** `undefined` while it has not been read, or where it could not be. */
  get handedIn(): HandedIn | undefined {
    return this.held;
  }

  async read(): Promise<Uint8Array> {
    if (this.held !== undefined) return this.held.read();
    const bytes = await this.file.read();
    this.held = heldBytes(this.name, bytes);
    return bytes;
  }
}

function heldBytes(name: string, bytes: Uint8Array): HandedIn {
  const blob = new Blob([new Uint8Array(bytes)]);
  return {
    name,
    sha256: fileDigest(bytes),
    read: async () => new Uint8Array(await blob.arrayBuffer()),
  };
}
