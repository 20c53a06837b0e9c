import type { PlanRequest } from '../../../app/plan-reading/plan-reader';
import type { PlanFaultKey } from '../../../app/wording/plan-fault';
import type { Ledger } from '../../../ledger/ledger';
import type { PlanEdit } from '../../../plan/edit';
import type { Measure, Plan } from '../../../plan/plan';
import { meaningOf } from '../../../plan/text/meaning';
import type { Desk } from '../desk';
import { EMPTY_DRAFT, withText, type PlanDraft } from '../plan-draft';
import type { DroppedFiles } from '../dropped-files';
import { bytesOfPicked, isUnreadable } from '../picked-files';
import type { PickedFile } from '../session';
import type { Said } from '../store';

/** What the clerk can do with a document on its way to a ledger. It is read beside the page. */
export class PlanCommands {
  constructor(private readonly desk: Desk) {}

  /** The plan a draft has come to; `null` while nothing has been read, or not yet on this page. */
  readonly planOf = ({ texts }: PlanDraft): Plan | null => {
    const text = texts.at(-1);
    return text === undefined ? null : (this.desk.readPlans.of(text) ?? null);
  };

  readonly type = (typed: string): void => this.change({ typed });

  readonly readTyped = () => this.read(() => ({ kind: 'pasted', text: this.draft.typed }));

  readonly readFile = (file: PickedFile) =>
    this.read(async () => ({
      kind: 'file',
      bytes: await bytesOfPicked(file),
      name: file.name,
    }));

  /** A document is one file: of several dropped none is guessed to be it. */
  readonly readDropped = async ({ files, hasFolder }: DroppedFiles): Promise<void> => {
    const [only] = files;
    if (files.length === 1 && only !== undefined) await this.readFile(only);
    else if (files.length > 1 || hasFolder) {
      const values = { count: files.length };
      await this.desk.store.step(faultOf, () => ['pane.plan.notOne', values, 'warning']);
    }
  };

  /** The plan of the open ledger, to be corrected. */
  readonly readOwn = () => this.read(() => ({ kind: 'text', text: this.desk.store.ledger.plan.text }));

  private read(request: () => PlanRequest | Promise<PlanRequest>) {
    const { store } = this.desk;
    return store.step(faultOf, async () => {
      const { plan, encoding } = await this.ask(await request());
      store.dispatch({ kind: 'drafted', draft: { ...EMPTY_DRAFT, texts: [plan.text], encoding } });
      return null;
    });
  }

  /** The draft as it was kept is read again; a text that cannot be is put back into the field, to be seen and changed. */
  readonly readDraft = async (): Promise<void> => {
    const { store } = this.desk;
    const text = this.draft.texts.at(-1);
    if (text === undefined || store.snapshot().work !== null) return;
    await store.step(faultOf, async () => {
      await this.ask({ kind: 'text', text });
      return null;
    });
    if (this.planOf(this.draft) === null) this.drop();
  };

  private async ask(request: PlanRequest) {
    const read = await this.desk.readPlan(request);
    this.desk.readPlans.keep(read.plan);
    return read;
  }

  /** Whether the edit was made; an edit that no text can say is refused with a sentence. */
  readonly edit = async (edit: PlanEdit): Promise<boolean> => {
    const asked = this.measureOf(edit);
    let isMade = false;
    await this.desk.store.inTurn(faultOf, async () => {
      const text = this.draft.texts.at(-1);
      // An edit that came before may have left nothing of what this one is about.
      if (text === undefined || asked === undefined || this.measureOf(edit)?.text !== asked.text) return null;
      const { plan } = await this.ask({ kind: 'edit', text, edit });
      isMade = true;
      if (plan.text !== text) this.change({ texts: withText(this.draft.texts, plan.text) });
      return null;
    });
    return isMade;
  };

  private measureOf({ no }: PlanEdit): Measure | undefined {
    return this.planOf(this.draft)?.measures.find((measure) => measure.no === no);
  }

  readonly undo = (): void => {
    const { texts } = this.draft;
    if (texts.length > 1) this.change({ texts: texts.slice(0, -1) });
  };

  /** A person has looked at what is doubtful in a measure and takes it as it was read; said again, it is taken back. */
  readonly accept = (measure: Measure): void => {
    const meaning = meaningOf(measure);
    const { accepted } = this.draft;
    const others = accepted.filter((one) => one !== meaning);
    this.change({ accepted: others.length < accepted.length ? others : [...accepted, meaning] });
  };

  /** Back to the beginning; the text with its corrections stays in the field, should it be wanted after all. */
  readonly drop = (): void => {
    const typed = this.draft.texts.at(-1) ?? '';
    this.desk.store.dispatch({ kind: 'drafted', draft: { ...EMPTY_DRAFT, typed } });
  };

  /**
   * 方案修订: the open ledger adopts the plan as it is now; every report stays with its measure. What is in the inbox is to be checked
   * by the new plan.
   */
  readonly revise = () =>
    this.desk.store.step('pane.fault.revise', async () => {
      const plan = this.planOf(this.draft);
      if (plan === null) return null;
      const told = ({ ledger }: { readonly ledger: Ledger }) => ({ kind: 'revised', ledger }) as const;
      const { ledger, comparison } = await this.desk.run('revisePlan', { plan }, told);
      const { added, removed, changed } = comparison;
      const counts = { added: added.length, removed: removed.length, changed: changed.length };
      return ['pane.revised', { ...counts, entries: ledger.entries.length }];
    });

  private get draft(): PlanDraft {
    return this.desk.store.snapshot().draft ?? EMPTY_DRAFT;
  }

  /** Clears the message about an earlier refusal. */
  private change(part: Partial<PlanDraft>): void {
    const { store } = this.desk;
    const draft = { ...this.draft, ...part };
    const isEmpty = draft.typed === '' && draft.texts.length === 0;
    store.dispatch({ kind: 'drafted', draft: isEmpty ? null : draft });
    if (store.snapshot().notice !== null) store.dispatch({ kind: 'noticed', notice: null });
  }
}

/** The errors load with the reader: they are told by their names. */
function faultOf(error: unknown): Said {
  if (isUnreadable(error)) return ['planFault.unreadable', {}];
  if (error instanceof Error && error.name === 'EditRefusedError') return ['pane.plan.editRefused', {}];
  const isKnown = error instanceof Error && 'fault' in error && error.name === 'PlanUnreadError';
  return [isKnown ? (error.fault as PlanFaultKey) : 'planFault.damaged', {}];
}
