import { planFaultKey } from '../../../app/wording/plan-fault';
import type { Ledger } from '../../../ledger/ledger';
import { editPlan, type PlanEdit } from '../../../plan/edit';
import { parsePlan } from '../../../plan/parse';
import { meaningOf } from '../../../plan/text/print-plan';
import type { Measure, Plan } from '../../../plan/plan';
import type { Desk } from '../desk';
import { EMPTY_DRAFT, withText, type PlanDraft } from '../plan-draft';
import type { PickedFile } from '../session';
import type { Said } from '../store';

/** What the clerk can do with a document on its way to a ledger. Comes with the screen: it brings the parser. */
export class PlanCommands {
  /** The plan read last: the draft is drawn far more often than it changes. */
  private last: Plan | null = null;

  constructor(private readonly desk: Desk) {}

  /** The plan a draft has come to; `null` while nothing has been read. */
  readonly planOf = ({ texts }: PlanDraft): Plan | null => {
    const text = texts.at(-1);
    if (text === undefined) return null;
    if (this.last?.text !== text) this.last = parsePlan(text);
    return this.last;
  };

  readonly type = (typed: string): void => this.change({ typed });

  readonly readTyped = () =>
    this.read(async () => {
      const { pastedPlanText } = await import('../../../app/read-plan-document');
      return { text: pastedPlanText(this.draft.typed), encoding: null };
    });

  readonly readFile = (file: PickedFile) =>
    this.read(async () => {
      const { readPlanDocument } = await import('../../../app/read-plan-document');
      return readPlanDocument(new Uint8Array(await file.arrayBuffer()), file.name);
    });

  /** The plan of the open ledger, to be corrected. */
  readonly readOwn = () =>
    this.read(() => Promise.resolve({ text: this.desk.store.ledger.plan.text, encoding: null }));

  private read(document: () => Promise<Pick<PlanDraft, 'encoding'> & { readonly text: string }>) {
    const { store } = this.desk;
    return store.step(faultOf, async () => {
      const { text, encoding } = await document();
      this.last = parsePlan(text);
      store.dispatch({ kind: 'drafted', draft: { ...EMPTY_DRAFT, texts: [text], encoding } });
      return null;
    });
  }

  /** Whether the edit was made; an edit that no text can say is refused with a sentence. */
  readonly edit = (edit: PlanEdit): boolean => {
    const { store } = this.desk;
    const plan = this.planOf(this.draft);
    if (plan === null || store.snapshot().work !== null) return false;
    const edited = editPlan(plan, edit);
    if (edited === undefined) {
      store.dispatch({
        kind: 'noticed',
        notice: { intent: 'error', key: 'pane.plan.editRefused', values: {} },
      });
      return false;
    }
    this.last = edited;
    this.change({ texts: withText(this.draft.texts, edited.text) });
    return true;
  };

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

  /** 方案修订: the open ledger adopts the plan as it is now; every report stays with its measure. */
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

function faultOf(error: unknown): Said {
  return [planFaultKey(error) ?? 'planFault.damaged', {}];
}
