import type { Inputs, UseCaseName } from '../../../app/changes/use-case-list';
import type { LetterChoice } from '../../../documents/letters/compose-letters';
import type { ActError, ActTarget, ExtensionApplication, VerificationAct } from '../../../ledger/change/acts';
import type { CalendarDate } from '../../../base/calendar';
import { must } from '../../../base/invariant';
import type { NamedPaper } from '../../../documents/papers-in-address';
import type { Desk } from '../desk';
import type { Said } from '../store';

/** Which of the letters due are wanted. */
export interface LetterOrder {
  readonly only: readonly LetterChoice[];
  readonly withCircular: boolean;
}

interface LetterFile extends NamedPaper {
  readonly bytes: Uint8Array;
}

/** 督办: verification, extensions, letters and the yearly report. */
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

  /** 登记: the ledger remembers the letters, which have their numbers from then on. */
  readonly registerLetters = (order: LetterOrder) =>
    this.desk.store.step(letterFault, async () => {
      const { letters } = await this.desk.run('rememberLetters', order);
      return ['pane.report.registered', { count: someOf(letters).length }];
    });

  /** 取消登记: the letters never came to be on paper, and their numbers are free again. */
  readonly takeBackLetters = (batch: string) =>
    this.desk.store.step('pane.fault.undoAct', async () => {
      await this.desk.run('undo', { batches: [batch], unsent: true });
      return ['pane.report.lettersTakenBack', {}];
    });

  /** One letter as a file of its own. */
  readonly downloadLetter = (order: LetterOrder) =>
    this.makeLetters(order, ([letter]) => {
      const { fileName, bytes } = must(letter, 'the letter asked for');
      this.desk.world.download(fileName, bytes);
      return Promise.resolve(['pane.downloaded', { file: fileName }]);
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
      return ['pane.report.lettersDownloaded', { count: letters.length, file }];
    });

  /** Letters by the way out that there is: as files, or as papers that the system's browser makes. Nothing is registered. */
  private makeLetters(order: LetterOrder, handOver: (letters: readonly LetterFile[]) => Promise<Said>) {
    return this.desk.store.step(letterFault, async () => {
      const { store, world } = this.desk;
      const { draftLetters, NOT_WRITTEN, letterFileName } = await import('../../../app/papers/draft-letters');
      const isFile = world.outlet === 'download';
      const writePaper = isFile
        ? (await import('../../../documents/docx/write-paper')).writePaper
        : NOT_WRITTEN;
      const options = { writePaper, progress: store.progress, remembers: false };
      const drafted = await draftLetters(await this.desk.place(), order, this.desk.asked, options);
      const letters = someOf(drafted.letters).map(({ letter, bytes }) => ({
        fileName: letterFileName(letter, letter.isReprint ? 'registered' : 'draft'),
        paper: letter.paper,
        bytes,
      }));
      if (isFile) return handOver(letters);
      const { papersInAddress } = await import('../../../documents/papers-in-address');
      world.openPapers(papersInAddress(letters));
      return ['pane.report.lettersInBrowser', { count: letters.length }];
    });
  }

  /** 年度进展报告. */
  readonly downloadReport = (year: number) =>
    this.desk.store.step('pane.fault.report', async () => {
      const { composeReport } = await import('../../../app/papers/draft-report');
      const { ledger } = await this.desk.look();
      const { fileName, paper } = composeReport(ledger, year);
      const { world } = this.desk;
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

/** What was asked for may be due no more: the ledger changed meanwhile. */
function someOf<Item>(letters: readonly Item[]): readonly Item[] {
  if (letters.length === 0) throw new Error('none of the letters is due any more');
  return letters;
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
