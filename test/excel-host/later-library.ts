/// <reference types="office-js" />

/** The parts of the library by which its generated classes work; they are not in its published types. */
export interface LibraryHelpers {
  readonly ClientObject: new (...given: never[]) => object;
  readonly BatchApiHelper: {
    createPropertyObject(
      type: unknown,
      parent: object,
      name: string,
      isCollection: boolean,
      flags: number,
    ): object;
    createMethodObject(
      type: unknown,
      parent: object,
      name: string,
      operation: number,
      args: readonly unknown[],
      isCollection: boolean,
      isInvalidAfterRequest: boolean,
      getByIdName: null,
      flags: number,
    ): object;
    createIndexerObject(type: unknown, parent: object, args: readonly unknown[]): object;
    createChildItemObject(
      type: unknown,
      hasIndexer: boolean,
      parent: object,
      data: object,
      index: number,
    ): { _handleResult(data: object): void };
    invokeMethod(
      parent: object,
      name: string,
      operation: number,
      args: readonly unknown[],
      flags: number,
      type: number,
    ): object;
  };
  readonly Utility: {
    load(target: object, options: unknown): unknown;
    throwIfNotLoaded(name: string, value: unknown, type: string, isNull: unknown): void;
    fixObjectPathIfNecessary(target: object, data: object): void;
    isNullOrUndefined(value: unknown): boolean;
  };
}

type Answer = Readonly<Record<string, unknown>>;

interface Generated {
  _handleResult(value: Answer): void;
}

const [WRITES, READS] = [0, 1];

/**
 * Gives the library what later ones have from ExcelApi 1.18 on, and that of the package has not: `worksheet.notes`. Made as
 * the library makes its own classes, so that what goes over the wire is of the same kind.
 */
export function addNotes(excel: Record<string, unknown>, helpers: LibraryHelpers): void {
  const { BatchApiHelper: batch, Utility: utility } = helpers;
  const Base = helpers.ClientObject as new (...given: never[]) => Generated;

  class Note extends Base {
    private answer: Answer = {};
    get _scalarPropertyNames() {
      return ['content', 'authorName', '_Id'];
    }
    get _scalarPropertyOriginalNames() {
      return ['Content', 'AuthorName', '_Id'];
    }
    get _scalarPropertyUpdateable() {
      return [true, false, false];
    }
    get content() {
      return this.loaded('content', 'Content');
    }
    get authorName() {
      return this.loaded('authorName', 'AuthorName');
    }
    delete() {
      batch.invokeMethod(this, 'Delete', WRITES, [], 0, 0);
    }
    getLocation() {
      return batch.createMethodObject(excel['Range'], this, 'GetLocation', READS, [], false, true, null, 4);
    }
    load(options: unknown) {
      return utility.load(this, options);
    }
    override _handleResult(value: Answer) {
      super._handleResult(value);
      if (utility.isNullOrUndefined(value)) return;
      utility.fixObjectPathIfNecessary(this, value);
      this.answer = { ...this.answer, ...value };
    }
    private loaded(name: string, wireName: string): unknown {
      const value = this.answer[wireName];
      utility.throwIfNotLoaded(name, value, 'Note', 'isNullObject' in this && this.isNullObject);
      return value;
    }
  }

  class NoteCollection extends Base {
    private list: unknown[] | undefined;
    get items() {
      utility.throwIfNotLoaded('items', this.list, 'NoteCollection', false);
      return this.list;
    }
    add(cell: unknown, content: unknown) {
      return batch.createMethodObject(Note, this, 'Add', WRITES, [cell, content], false, true, null, 0);
    }
    getCount() {
      return batch.invokeMethod(this, 'GetCount', READS, [], 4, 0);
    }
    getItem(key: unknown) {
      return batch.createIndexerObject(Note, this, [key]);
    }
    getItemAt(index: unknown) {
      return batch.createMethodObject(Note, this, 'GetItemAt', READS, [index], false, false, null, 4);
    }
    getItemOrNullObject(key: unknown) {
      return batch.createMethodObject(Note, this, 'GetItemOrNullObject', READS, [key], false, false, null, 4);
    }
    load(options: unknown) {
      return utility.load(this, options);
    }
    override _handleResult(value: Answer) {
      super._handleResult(value);
      if (utility.isNullOrUndefined(value)) return;
      utility.fixObjectPathIfNecessary(this, value);
      const items = value['_Items'];
      if (!Array.isArray(items)) return;
      this.list = items.map((data: object, index) => {
        const item = batch.createChildItemObject(Note, true, this, data, index);
        item._handleResult(data);
        return item;
      });
    }
  }

  Object.defineProperty(Note.prototype, '_className', { value: 'Note' });
  Object.defineProperties(NoteCollection.prototype, {
    _className: { value: 'NoteCollection' },
    _isCollection: { value: true },
  });
  Object.assign(excel, { Note, NoteCollection });
  for (const type of ['Workbook', 'Worksheet']) {
    const owner = excel[type] as { readonly prototype: object };
    const names = Reflect.get(owner.prototype, '_navigationPropertyNames') as readonly string[];
    Object.defineProperty(owner.prototype, '_navigationPropertyNames', { value: [...names, 'notes'] });
    Object.defineProperty(owner.prototype, 'notes', {
      get(this: object) {
        return batch.createPropertyObject(NoteCollection, this, 'Notes', true, 4);
      },
    });
  }
}
