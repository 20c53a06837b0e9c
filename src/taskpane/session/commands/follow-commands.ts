import type { DueDraft } from '../../../app/papers/draft-letters';
import type { LetterChoice } from '../../../documents/letters/compose-letters';
import type { Letter } from '../../../documents/letters/letter';
import type * as acts from '../../../ledger/change/acts';
import type {
  ActError,
  Acted,
  ActTarget,
  ExtensionApplication,
  VerificationAct,
} from '../../../ledger/change/acts';
import type { Ledger } from '../../../ledger/ledger';
import type { CalendarDate } from '../../../base/calendar';
import type { Desk } from '../desk';
import type { Said } from '../store';

/** Which of the letters due are wanted. */
export interface LetterOrder {
  readonly only: readonly LetterChoice[];
  readonly withCircular: boolean;
}

/** 督办报告: verification, extensions, letters and the yearly report. */
export class FollowCommands {
  constructor(private readonly desk: Desk) {}

  /** 核实、销号、退回: several as one batch, on the ledger's day. */
  readonly verify = (verdicts: readonly VerificationAct[]) =>
    this.act(
      ({ verify }, ledger, at) => verify(ledger, verdicts, ledger.settings.asOf, at),
      ['pane.report.verified', { count: verdicts.length }],
    );

  /** @param on The day it was applied for. */
  readonly applyForExtension = (application: ExtensionApplication, on: CalendarDate) =>
    this.act(
      ({ applyForExtension }, ledger, at) => applyForExtension(ledger, application, on, at),
      ['pane.report.applied', { measure: application.measure, unit: application.unit }],
    );

  readonly decideExtension = (target: ActTarget, decision: 'approved' | 'refused', reason: string) =>
    this.act(
      ({ decideExtension }, ledger, at) =>
        decideExtension(ledger, target, { decision, reason }, ledger.settings.asOf, at),
      [`pane.report.decided.${decision}`, { measure: target.measure, unit: target.unit }],
    );

  private act(work: (room: typeof acts, ledger: Ledger, at: string) => Acted, said: Said) {
    return this.desk.store.step(actFault, async () => {
      const room = await import('../../../ledger/change/acts');
      const at = this.desk.world.instant();
      await this.desk.keep(({ ledger }) => ({ ledger: work(room, ledger, at).ledger }));
      return said;
    });
  }

  /** Takes an act of the office back, whatever came after it. */
  readonly undo = (batch: string) =>
    this.desk.store.step('pane.fault.undoAct', async () => {
      const { withoutBatch } = await import('../../../app/changes/workbook-steps');
      const at = this.desk.world.instant();
      await this.desk.keep(({ ledger }) => ({ ledger: withoutBatch(ledger, batch, at) }));
      return ['pane.report.undone', {}];
    });

  /** One letter as a file of its own. */
  readonly downloadLetter = (order: LetterOrder) =>
    this.desk.store.step('pane.fault.letters', async () => {
      const [letter] = await this.issue(order);
      if (letter === undefined) throw new Error('the letter is no longer due');
      this.desk.world.download(letter.fileName, letter.bytes);
      return ['pane.downloaded', { file: letter.fileName }];
    });

  /** Several letters in one .zip. */
  readonly downloadLetters = (order: LetterOrder) =>
    this.desk.store.step('pane.fault.letters', async () => {
      const { zipFiles } = await import('../../../hosts/file/zip-files');
      const { packedLettersName } = await import('../../../app/papers/draft-letters');
      const letters = await this.issue(order);
      const file = packedLettersName(this.desk.store.ledger.settings.asOf);
      this.desk.world.download(
        file,
        zipFiles(letters.map(({ fileName, bytes }) => ({ name: fileName, bytes }))),
      );
      return ['pane.report.issued', { count: letters.length, file }];
    });

  /**
   * Writes the letters, then has the ledger remember them: what is cancelled or fails half way is not remembered. What was
   * typed into the workbook meanwhile can change a letter; then it is written once more.
   */
  private async issue(order: LetterOrder) {
    const { store, world } = this.desk;
    const { composeDue, writeLetters } = await import('../../../app/papers/draft-letters');
    const { writePaper } = await import('../../../documents/docx/write-paper');
    const at = world.instant();
    const compose = ({ ledger, findings }: Awaited<ReturnType<Desk['look']>>): DueDraft =>
      composeDue(ledger, { asOf: ledger.settings.asOf, at, findings, ...order });
    const { letters } = compose(await this.desk.look());
    const written = await writeLetters(letters, writePaper, store.progress);
    const kept = await this.desk.revise(compose);
    store.dispatch({ kind: 'changed', ledger: kept.ledger });
    this.desk.savedLive();
    return isSame(kept.letters, letters) ? written : writeLetters(kept.letters, writePaper);
  }

  /** 年度进展报告. */
  readonly downloadReport = (year: number) =>
    this.desk.store.step('pane.fault.report', async () => {
      const { draftReport } = await import('../../../app/papers/draft-report');
      const { writePaper } = await import('../../../documents/docx/write-paper');
      const { ledger } = await this.desk.look();
      const { fileName, bytes } = await draftReport(ledger, year, writePaper);
      this.desk.world.download(fileName, bytes);
      return ['pane.downloaded', { file: fileName }];
    });
}

function isSame(one: readonly Letter[], other: readonly Letter[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function actFault(error: unknown): Said {
  if (!isActError(error)) return ['pane.fault.act', {}];
  const { code, target, deadline } = error;
  return [`act.${code}`, { ...target, deadline: deadline ?? '' }];
}

/** Its own class loads with the use case. */
function isActError(error: unknown): error is ActError {
  return error instanceof Error && error.name === 'ActError';
}
