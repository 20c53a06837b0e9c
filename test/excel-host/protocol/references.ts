import { HostError } from './errors';
import type { Handle } from './handles';

/** Objects the library asked to keep between requests (`_KeepReference`), until it lets them go. */
export class References {
  private readonly kept = new Map<string, Handle>();
  private next = 1;

  keep(handle: Handle): string {
    const id = `r${this.next++}`;
    this.kept.set(id, handle);
    return id;
  }

  get(id: string): Handle {
    const handle = this.kept.get(id);
    if (!handle) throw new HostError('InvalidReference', `The reference ${id} is not kept`);
    return handle;
  }

  remove(id: string): void {
    this.kept.delete(id);
  }

  clear(): void {
    this.kept.clear();
  }

  /** How many are kept: a use case that untracks its ranges leaves none behind. */
  get count(): number {
    return this.kept.size;
  }
}
