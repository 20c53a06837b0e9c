/** One round trip as it went over the wire. */
export interface RoundTrip {
  readonly actions: number;
  /** Whether it may have changed the workbook: all others read. */
  readonly isChange: boolean;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Error code it ended with, or null. */
  readonly error: string | null;
}

/** Counts of round trips since the last reset. Requests that only release references or only greet are counted apart. */
export class Traffic {
  private trips: RoundTrip[] = [];
  private released = 0;
  private greeted = 0;

  add(trip: RoundTrip): void {
    this.trips.push(trip);
  }

  addCleanup(): void {
    this.released += 1;
  }

  addGreeting(): void {
    this.greeted += 1;
  }

  reset(): void {
    this.trips = [];
    this.released = 0;
    this.greeted = 0;
  }

  get roundTrips(): readonly RoundTrip[] {
    return this.trips;
  }

  get syncs(): number {
    return this.trips.length;
  }

  /** Round trips up to the last that may have changed the workbook: what was only looked at afterwards is not among them. */
  get syncsToLastChange(): number {
    return this.trips.findLastIndex(({ isChange }) => isChange) + 1;
  }

  /** Requests at the end of `Excel.run` that only let go of tracked ranges. */
  get cleanups(): number {
    return this.released;
  }

  /** Requests that ask for nothing but the workbook: one for each context that is opened. */
  get greetings(): number {
    return this.greeted;
  }

  get actions(): number {
    return this.sum('actions');
  }

  get bytesIn(): number {
    return this.sum('bytesIn');
  }

  get bytesOut(): number {
    return this.sum('bytesOut');
  }

  get largestRequest(): number {
    return this.trips.reduce((largest, trip) => Math.max(largest, trip.bytesIn), 0);
  }

  get largestResponse(): number {
    return this.trips.reduce((largest, trip) => Math.max(largest, trip.bytesOut), 0);
  }

  private sum(what: 'actions' | 'bytesIn' | 'bytesOut'): number {
    return this.trips.reduce((total, trip) => total + trip[what], 0);
  }
}
