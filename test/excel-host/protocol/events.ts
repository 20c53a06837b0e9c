import type { JsonObject } from './wire';

/** Category of the messages the library hands to its event handlers. */
const eventCategory = 65536;

export interface HostEvent {
  readonly messageType: number;
  readonly targetId: string;
  readonly message: JsonObject;
}

interface PushedMessage {
  readonly entries: readonly {
    readonly messageCategory: number;
    readonly messageType: number;
    readonly targetId: string;
    readonly message: string;
  }[];
}

/** Who listens to what, and the events that wait to be pushed after the running batch. */
export class Events {
  private readonly registrations = new Map<string, number>();
  private waiting: HostEvent[] = [];
  /** `context.runtime.enableEvents`. */
  enabled = true;

  constructor(private readonly push: (message: PushedMessage) => void) {}

  register(messageType: number, targetId: string): void {
    const key = keyOf(messageType, targetId);
    this.registrations.set(key, (this.registrations.get(key) ?? 0) + 1);
  }

  unregister(messageType: number, targetId: string): void {
    const key = keyOf(messageType, targetId);
    const left = (this.registrations.get(key) ?? 0) - 1;
    if (left > 0) this.registrations.set(key, left);
    else this.registrations.delete(key);
  }

  /** Costs nothing when nobody listens. */
  isHeard(messageType: number, targetIds: readonly string[]): boolean {
    return this.enabled && targetIds.some((id) => this.registrations.has(keyOf(messageType, id)));
  }

  emit(messageType: number, targetIds: readonly string[], message: JsonObject): void {
    for (const targetId of targetIds) {
      if (this.isHeard(messageType, [targetId])) this.waiting.push({ messageType, targetId, message });
    }
  }

  /** Delivers what waits; the library calls its handlers in order. */
  flush(): void {
    const events = this.waiting;
    this.waiting = [];
    if (events.length === 0) return;
    this.push({
      entries: events.map(({ messageType, targetId, message }) => ({
        messageCategory: eventCategory,
        messageType,
        targetId,
        message: JSON.stringify(message),
      })),
    });
  }
}

function keyOf(messageType: number, targetId: string): string {
  return `${messageType} ${targetId}`;
}
