import type { HandDownError } from '../../../app/changes/hand-down';
import { handDownFile } from '../../../app/papers/hand-down-file';
import { reportUpFile } from '../../../app/papers/report-up-file';
import type { HandDownRecord } from '../../../ledger/levels/levels';
import type { ReportUpError } from '../../../ledger/levels/report-up';
import { measureNumbers } from '../../../plan/measure-numbers';
import type { Desk } from '../desk';
import type { Said } from '../store';

/** 上下级: what goes to the place above and to those below. It loads with the part of the screen that needs it. */
export class LevelCommands {
  constructor(private readonly desk: Desk) {}

  /** 上报: the current period as a file for the ledger above; the ledger does not change. */
  readonly reportUp = () =>
    this.desk.store.step(reportUpFault, async (): Promise<Said> => {
      const { ledger } = await this.desk.look();
      const { fileName, bytes, report } = await reportUpFile(
        ledger,
        ledger.settings.period,
        await this.desk.world.files(),
      );
      const missing = report.places.filter(({ asOf }) => asOf === null).length;
      const values = { file: fileName, missing };
      const to = await this.handOver(fileName, bytes);
      const key = `pane.reportUp.${to}` as const;
      return missing > 0 ? [key, values, 'warning'] : [key, values];
    });

  /**
   * 下达: the ledger remembers what it gave to whom, and the plan for the place goes out.
   * @param numbers “1,3,5-9”; empty for all measures.
   * @returns Whether the ledger remembers it.
   */
  readonly handDown = async (place: string, numbers: string): Promise<boolean> => {
    let isDone = false;
    await this.desk.store.step(handDownFault, async (): Promise<Said> => {
      const measures = numbers.trim() === '' ? undefined : measureNumbers(numbers);
      if (measures === undefined && numbers.trim() !== '')
        return ['pane.handDown.badMeasures', { value: numbers.trim() }, 'warning'];
      const input = measures === undefined ? { place } : { place, measures };
      const { handDown } = await this.desk.run('handDown', input);
      isDone = true;
      return this.give(handDown);
    });
    return isDone;
  };

  /** The plan of an earlier 下达 once more, as the ledger has its measures now. */
  readonly giveAgain = (record: HandDownRecord) =>
    this.desk.store.step('pane.fault.handDown', () => this.give(record));

  /** Takes a 下达 back: the place is expected to report no more, unless it was given measures another time. */
  readonly takeBack = ({ batch, place }: HandDownRecord) =>
    this.desk.store.step('pane.fault.undoAct', async (): Promise<Said> => {
      await this.desk.run('undo', { batches: [batch] });
      return ['pane.handDown.takenBack', { place }];
    });

  private async give(record: HandDownRecord): Promise<Said> {
    const { store, world } = this.desk;
    const bytes = await handDownFile(store.ledger.plan, record, await world.files());
    const to = await this.handOver(record.file, bytes);
    const values = { file: record.file, place: record.place, count: record.measures.length };
    return [`pane.handDown.${to}`, values];
  }

  /** As a file, or inside an Excel that drops downloads as a workbook in a window of its own. */
  private async handOver(file: string, bytes: Uint8Array): Promise<'downloaded' | 'opened'> {
    const { world } = this.desk;
    if (world.outlet !== 'download' && world.live !== null) {
      await world.live.openCopy(bytes);
      return 'opened';
    }
    world.download(file, bytes);
    return 'downloaded';
  }
}

function reportUpFault(error: unknown): Said {
  return isReportUpError(error) ? [`pane.fault.reportUp.${error.fault}`, {}] : ['pane.fault.reportUp', {}];
}

function handDownFault(error: unknown): Said {
  return isHandDownError(error)
    ? [`pane.fault.handDown.${error.fault}`, { value: error.value }]
    : ['pane.fault.handDown', {}];
}

/** Their classes may come with another script than this. */
function isReportUpError(error: unknown): error is ReportUpError {
  return error instanceof Error && error.name === 'ReportUpError';
}

function isHandDownError(error: unknown): error is HandDownError {
  return error instanceof Error && error.name === 'HandDownError';
}
