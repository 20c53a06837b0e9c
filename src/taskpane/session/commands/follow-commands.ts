import type { Inputs, UseCaseName } from '../../../app/changes/use-case-list';
import type { LetterChoice } from '../../../documents/letters/compose-letters';
import type { ActError, ActTarget, ExtensionApplication, VerificationAct } from '../../../ledger/change/acts';
import type { CalendarDate } from '../../../base/calendar';
import type { DraftedLetter } from '../../../app/papers/draft-letters';
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
      if (this.desk.store.snapshot().lettersOut?.batch === batch) this.lettersArrived();
      return ['pane.report.undone', {}];
    });

  /** One letter as a file of its own. */
  readonly downloadLetter = (order: LetterOrder) =>
    this.makeLetters(order, ([letter]) => {
      if (letter === undefined) throw new Error('the letter is no longer due');
      this.desk.world.download(letter.fileName, letter.bytes);
      return Promise.resolve(['pane.downloaded', { file: letter.fileName }]);
    });

  /** Several letters in one .zip. */
  readonly downloadLetters = (order: LetterOrder) =>
    this.makeLetters(order, async (letters) => {
      const { zipFiles } = await import('../../../hosts/file/zip-files');
      const { packedLettersName } = await import('../../../app/papers/draft-letters');
      const file = packedLettersName(this.desk.store.ledger.settings.asOf);
      this.desk.world.download(
        file,
        zipFiles(letters.map(({ fileName, bytes }) => ({ name: fileName, bytes }))),
      );
      return ['pane.report.issued', { count: letters.length, file }];
    });

  /**
   * Letters by the way out that there is: as files; as papers that the system's browser makes; or as texts alone. They are
   * registered at once, since a number that is forgotten would come twice: what never arrived is taken back by a click.
   */
  private makeLetters(order: LetterOrder, handOver: (letters: readonly DraftedLetter[]) => Promise<Said>) {
    return this.desk.store.step(letterFault, async () => {
      const { outlet } = this.desk.world;
      if (outlet === 'browser') return this.openLetters(order);
      const letters = await this.issue(order, outlet === 'download');
      if (outlet === 'download') return handOver(letters);
      return ['pane.report.issuedAsText', { count: letters.length }];
    });
  }

  /** What no address holds is found out before anything is registered. */
  private async openLetters(order: LetterOrder): Promise<Said> {
    const { papersInAddress } = await import('../../../documents/papers-in-address');
    const { composeDue } = await import('../../../app/papers/draft-letters');
    papersInAddress(await composeDue(await this.desk.place(), order, this.desk.asked));
    const letters = await this.issue(order, false);
    this.desk.world.openPapers(
      papersInAddress(letters.map(({ fileName, letter }) => ({ fileName, paper: letter.paper }))),
    );
    return ['pane.report.issuedInBrowser', { count: letters.length }];
  }

  private async issue(order: LetterOrder, asFiles: boolean): Promise<readonly DraftedLetter[]> {
    const { draftLetters, NOT_WRITTEN } = await import('../../../app/papers/draft-letters');
    const writePaper = asFiles
      ? (await import('../../../documents/docx/write-paper')).writePaper
      : NOT_WRITTEN;
    const { progress } = this.desk.store;
    const options = { writePaper, progress, remembers: true };
    const place = await this.desk.place();
    const { letters, ledger } = await draftLetters(place, order, this.desk.asked, options);
    this.desk.tell({ kind: 'changed', ledger });
    const { registrationOf } = await import('../../../ledger/letters');
    const batch = registrationOf(
      ledger,
      letters.map(({ letter }) => letter),
    );
    this.desk.store.dispatch({ kind: 'issued', lettersOut: { batch } });
    return letters;
  }

  /** The letters made last never came to be on paper: they are taken back and their numbers are free again. */
  readonly takeBackLetters = (batch: string) =>
    this.desk.store.step('pane.fault.undoAct', async () => {
      await this.desk.run('undo', { batches: [batch], unsent: true });
      this.desk.store.dispatch({ kind: 'issued', lettersOut: null });
      return ['pane.report.lettersTakenBack', {}];
    });

  /** The letters made last arrived, or are no more: nothing is asked of them. */
  readonly lettersArrived = (): void => this.desk.store.dispatch({ kind: 'issued', lettersOut: null });

  /** 年度进展报告. */
  readonly downloadReport = (year: number) =>
    this.desk.store.step('pane.fault.report', async () => {
      const { composeReport } = await import('../../../app/papers/draft-report');
      const { ledger } = await this.desk.look();
      const { fileName, paper } = composeReport(ledger, year);
      const { world } = this.desk;
      if (world.outlet === 'none') return ['pane.report.year.asText', {}];
      if (world.outlet === 'browser') {
        const { papersInAddress } = await import('../../../documents/papers-in-address');
        world.openPapers(papersInAddress([{ fileName, paper }]));
        return ['pane.report.year.inBrowser', {}];
      }
      const { writePaper } = await import('../../../documents/docx/write-paper');
      world.download(fileName, await writePaper(paper));
      return ['pane.downloaded', { file: fileName }];
    });
}

/** Its own class loads with the papers. */
function letterFault(error: unknown): Said {
  const isTooLong = error instanceof Error && error.name === 'PapersTooLongError';
  return [isTooLong ? 'pane.fault.lettersTooLong' : 'pane.fault.letters', {}];
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
