/** What goes wrong at one sync. */
export type Fault =
  /** The batch stops with this code after the given share of its changes (0, the default: none was applied). */
  | { readonly kind: 'error'; readonly code: string; readonly applied?: number }
  /** The connection breaks: before the host saw the request, or after it carried it out. */
  | { readonly kind: 'disconnect'; readonly applied: boolean }
  /** Somebody else changes the workbook just before the host runs the batch, which may go wrong besides. */
  | { readonly kind: 'between'; readonly act: () => void; readonly then?: Fault };

/** Faults waiting for their sync, counted from 1 since the traffic was last reset. */
export class Faults {
  private readonly planned = new Map<number, Fault>();

  at(sync: number, fault: Fault): void {
    this.planned.set(sync, fault);
  }

  /** The fault of this sync, which then is spent: a second run meets it no more. */
  take(sync: number): Fault | undefined {
    const fault = this.planned.get(sync);
    this.planned.delete(sync);
    return fault;
  }

  clear(): void {
    this.planned.clear();
  }

  /** Faults no sync has met: a test that plans one too far proves nothing. */
  get unmet(): number {
    return this.planned.size;
  }
}
