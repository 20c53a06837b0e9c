import { WorkbookChangedError } from '../../base/workbook-port';

/** Two who work in one workbook at once; more often than this nobody comes in between. */
const MOST_TRIES = 5;

/**
 * Does something that reads a workbook and writes it, and again on what is there by then while somebody else has written in
 * between. @throws WorkbookChangedError after the last try
 */
export async function unlessChanged<Result>(
  work: () => Promise<Result>,
  tries = MOST_TRIES,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WorkbookChangedError) || tries <= 1) throw error;
  }
  return unlessChanged(work, tries - 1);
}
