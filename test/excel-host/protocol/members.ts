import { NotModelledError } from './errors';
import type { Events } from './events';
import { targetOf, type Argument, type ClassModel, type ClassTable, type Handle } from './handles';
import type { ClassShape, Reflection } from './reflection';
import type { Json } from './wire';

const registerPrefix = '_Register';
const unregisterPrefix = '_Unregister';

/** Reaches members of handles by wire name; what no class model knows is a gap of this host. */
export class Members {
  constructor(
    private readonly classes: ClassTable,
    private readonly reflection: Reflection,
    private readonly events: Events,
  ) {}

  modelOf(handle: Handle): ClassModel<never> {
    const model = this.classes[handle.type];
    if (!model) throw new NotModelledError(handle.type);
    return model;
  }

  shapeOf(handle: Handle): ClassShape {
    const shape = this.reflection.shapeOf(handle.type);
    if (!shape) throw new NotModelledError(handle.type);
    return shape;
  }

  read(handle: Handle, name: string): Json {
    const reader = this.modelOf(handle).read?.[name];
    if (!reader) throw new NotModelledError(`${handle.type}.${name}`);
    return reader(targetOf(handle));
  }

  canRead(handle: Handle, name: string): boolean {
    return this.modelOf(handle).read?.[name] !== undefined;
  }

  write(handle: Handle, name: string, value: Argument): void {
    const writer = this.modelOf(handle).write?.[name];
    if (!writer) throw new NotModelledError(`${handle.type}.${name} (set)`);
    writer(targetOf(handle), value);
  }

  navigate(handle: Handle, name: string): Handle | null {
    const navigation = this.modelOf(handle).navigate?.[name];
    if (!navigation) throw new NotModelledError(`${handle.type}.${name}`);
    return navigation(targetOf(handle));
  }

  item(handle: Handle, key: Argument): Handle {
    const item = this.modelOf(handle).item;
    if (!item) throw new NotModelledError(`${handle.type}.getItem`);
    return item(targetOf(handle), key);
  }

  items(handle: Handle): readonly Handle[] {
    const items = this.modelOf(handle).items;
    if (!items) throw new NotModelledError(`${handle.type}.items`);
    return items(targetOf(handle));
  }

  call(handle: Handle, name: string, args: readonly Argument[]): Handle | Json {
    if (this.registers(handle, name)) return null;
    const method = this.modelOf(handle).call?.[name];
    if (!method) throw new NotModelledError(`${handle.type}.${name}()`);
    const answer = method(targetOf(handle), args);
    return answer === undefined ? null : answer;
  }

  private registers(handle: Handle, name: string): boolean {
    const registering = name.startsWith(registerPrefix);
    if (!registering && !name.startsWith(unregisterPrefix)) return false;
    const key = name.slice(registering ? registerPrefix.length : unregisterPrefix.length);
    const source = this.modelOf(handle).events?.[key];
    if (!source) throw new NotModelledError(`${handle.type}.${name}()`);
    const target = source.target(targetOf(handle));
    if (registering) this.events.register(source.messageType, target);
    else this.events.unregister(source.messageType, target);
    return true;
  }
}
