import type { FormContent } from '../sheets/tabs/form-measures';
import { EMPTY_DRAFT, readDraft, type Draft } from './draft';

/** Keeps what was typed in this browser, where it lets a page keep anything. */
export class KeptDraft {
  private readonly key: string;
  /** Whether the last attempt to keep something came through. */
  works: boolean;

  constructor({ plan, unit, period }: FormContent) {
    this.key = `measures-form ${plan} ${unit} ${period}`;
    this.works = this.keeps();
  }

  load(): Draft {
    return this.tried(() => readDraft(window.localStorage.getItem(this.key) ?? '')) ?? EMPTY_DRAFT;
  }

  keep(draft: Draft): void {
    this.works =
      this.tried(() => {
        window.localStorage.setItem(this.key, JSON.stringify(draft));
        return true;
      }) ?? false;
  }

  forget(): void {
    this.tried(() => window.localStorage.removeItem(this.key));
  }

  private keeps(): boolean {
    const key = `${this.key} ?`;
    return (
      this.tried(() => {
        window.localStorage.setItem(key, '');
        window.localStorage.removeItem(key);
        return true;
      }) ?? false
    );
  }

  /** Reading the property itself throws where keeping is denied. */
  private tried<Result>(step: () => Result): Result | undefined {
    try {
      return step();
    } catch {
      return undefined;
    }
  }
}
