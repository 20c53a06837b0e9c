/** What the genuine library says of its own classes; the host keeps no list of properties. */
export interface ClassShape {
  /** Scalar properties: lower-case name to wire name. */
  readonly scalars: ReadonlyMap<string, string>;
  readonly writable: ReadonlySet<string>;
  /** Navigation properties: lower-case name to wire name. */
  readonly navigation: ReadonlyMap<string, string>;
  readonly isCollection: boolean;
}

interface GenuinePrototype {
  readonly _scalarPropertyOriginalNames?: readonly string[];
  readonly _scalarPropertyUpdateable?: readonly boolean[];
  readonly _navigationPropertyNames?: readonly string[];
  readonly _isCollection?: boolean;
}

export class Reflection {
  private readonly shapes = new Map<string, ClassShape>();

  constructor(private readonly library: Readonly<Record<string, unknown>>) {}

  /** The class as the library declares it, or undefined when it has none of that name. */
  shapeOf(type: string): ClassShape | undefined {
    const known = this.shapes.get(type);
    if (known) return known;
    const prototype = this.prototypeOf(type);
    if (!prototype) return undefined;
    const shape = describe(prototype);
    this.shapes.set(type, shape);
    return shape;
  }

  /** Whether the library's class has a method or event of that wire name. */
  hasMethod(type: string, wireName: string): boolean {
    const prototype = this.prototypeOf(type);
    if (!prototype) return false;
    return wireName in prototype || lowerFirst(wireName) in prototype;
  }

  private prototypeOf(type: string): object | undefined {
    const constructor = this.library[type];
    return typeof constructor === 'function' ? (constructor.prototype as object) : undefined;
  }
}

function describe(prototype: GenuinePrototype): ClassShape {
  const names = prototype._scalarPropertyOriginalNames ?? [];
  const updateable = prototype._scalarPropertyUpdateable ?? [];
  const navigation = prototype._navigationPropertyNames ?? [];
  return {
    scalars: new Map(names.map((name) => [name.toLowerCase(), name])),
    writable: new Set(names.filter((_, index) => updateable[index] === true)),
    navigation: new Map(navigation.map((name) => [name.toLowerCase(), upperFirst(name)])),
    isCollection: prototype._isCollection === true,
  };
}

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
