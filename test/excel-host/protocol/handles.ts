import type { Json } from './wire';

/** One object of the host as the library sees it: the class whose members apply, and what it stands for. */
export class Handle<Target = unknown> {
  constructor(
    readonly type: string,
    readonly target: Target,
  ) {}
}

/** An argument after its object references are resolved. */
export type Argument =
  null | boolean | number | string | Handle | readonly Argument[] | { readonly [key: string]: Argument };

export interface EventSource<Target> {
  readonly messageType: number;
  /** The id under which the library waits for it. */
  readonly target: (target: Target) => string;
}

/** What the host knows of one class of the library. Names as on the wire (`NumberFormat`, `GetCell`). */
export interface ClassModel<Target> {
  readonly read?: Readonly<Record<string, (target: Target) => Json>>;
  readonly write?: Readonly<Record<string, (target: Target, value: Argument) => void>>;
  readonly navigate?: Readonly<Record<string, (target: Target) => Handle | null>>;
  /** A handle (or null, for a null object) where the library makes an object of the answer. */
  readonly call?: Readonly<
    Record<string, (target: Target, args: readonly Argument[]) => Handle | Json | void>
  >;
  readonly items?: (target: Target) => readonly Handle[];
  /** `collection.getItem(key)`. */
  readonly item?: (target: Target, key: Argument) => Handle;
  /** By the name after `_Register` and `_Unregister`. */
  readonly events?: Readonly<Record<string, EventSource<Target>>>;
  /** Throws when what a kept reference points at is gone. */
  readonly ensureAlive?: (target: Target) => void;
}

export type ClassTable = Readonly<Record<string, ClassModel<never>>>;

/** Calls into a class model with the target its handle carries; the table pairs them by construction. */
export function targetOf(handle: Handle): never {
  return handle.target as never;
}

/** An argument in a message or as a key: scalars as they are, anything else by its kind. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || value === null
    ? `${value}`
    : `(${typeof value})`;
}
