import type { Inputs, UseCaseName } from '../../../app/changes/use-case-list';
import type { LetterChoice } from '../../../documents/letters/compose-letters';
import type { ActError, ActTarget, ExtensionApplication, VerificationAct } from '../../../ledger/change/acts';
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
    this.act('verify', { verdicts }, ['pane.report.verified', { count: verdicts.length }]);

  /** @param on The day it was applied for. */
  readonly applyForExtension = (application: ExtensionApplication, on: CalendarDate) =>
    this.act('applyForExtension', { application, on }, [
      'pane.report.applied',
      { measure: application.measure, unit: application.unit },
    ]);

  readonly decideExtension = (target: ActTarget, decision: 'approved' | 'refused', reason: string) =>
    this.act('decideExtension', { target, decision, reason }, [
      `pane.report.decided.${decision}`,
      { measure: target.measure, unit: target.unit },
    ]);

  private act<Name extends UseCaseName>(name: Name, input: Inputs[Name], said: Said) {
    return this.desk.store.step(actFault, async () => {
      await this.desk.run(name, input);
      return said;
    });
  }

  /** Takes an act of the office back, whatever came after it. */
  readonly undo = (batch: string) =>
    this.desk.store.step('pane.fault.undoAct', async () => {
      await this.desk.run('undo', { batches: [batch] });
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

  private async issue(order: LetterOrder) {
    const { draftLetters } = await import('../../../app/papers/draft-letters');
    const { writePaper } = await import('../../../documents/docx/write-paper');
    const { progress } = this.desk.store;
    const options = { writePaper, progress, remembers: true };
    const place = await this.desk.place();
    const { letters, ledger } = await draftLetters(place, order, this.desk.asked, options);
    this.desk.tell({ kind: 'changed', ledger });
    return letters;
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

function actFault(error: unknown): Said {
  if (!isActError(error)) return ['pane.fault.act', {}];
  const { code, target, deadline } = error;
  return [`act.${code}`, { ...target, deadline: deadline ?? '' }];
}

/** Its own class loads with the use case. */
function isActError(error: unknown): error is ActError {
  return error instanceof Error && error.name === 'ActError';
}
