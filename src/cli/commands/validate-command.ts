import type { CheckedFile } from '../../app/inbox/check-returns';
import { describeFinding } from '../../app/wording/describe-finding';
import { EXIT } from '../command-error';
import { checkFiles, inputsOf } from '../check-files';
import { fileDocument, hasErrors } from '../json-documents';
import { returnFiles } from '../files';
import { writeMarked } from '../marked-copies';
import { printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { must } from '../../base/invariant';

export interface ValidateOptions {
  readonly ledger: string;
  readonly marked?: string;
  readonly force?: boolean;
}

/** `validate`: what is wrong with returned files; with `--marked` also the copies to send back. */
export async function validateCommand(
  context: CommandContext,
  paths: readonly string[],
  options: ValidateOptions,
): Promise<number> {
  const { io, t } = context;
  const returned = await returnFiles(io, paths);
  const { opened } = await openLedgerFile(io, options.ledger);
  const files = await checkFiles(context, opened.ledger, returned);
  const inputs = inputsOf(files, returned);
  const answers =
    options.marked === undefined
      ? []
      : await writeMarked(io, options.marked, files, returned, options.force === true);
  const document = {
    files: files.map((file, index) => ({
      ...fileDocument(file, must(inputs[index], 'the file that was checked').path, t),
      ...answers[index],
    })),
  };
  printResult(
    context,
    document,
    files.flatMap((file, index) => [
      ...fileWords(context, file),
      ...(answers[index]?.marked === undefined ? [] : [t('cli.file.marked', { ...answers[index] })]),
    ]),
  );
  return hasErrors(files) ? EXIT.findings : EXIT.done;
}

/** A line for the file and one for each finding, its cell first. */
export function fileWords({ t }: CommandContext, file: CheckedFile): readonly string[] {
  const head = t('cli.file.line', {
    file: file.file,
    unit: file.office ?? file.level?.report.place ?? '',
    verdict: t(`verdict.${file.verdict}`),
    rows: file.level?.report.rows.length ?? file.rows.length,
    findings: file.findings.length,
  });
  const lines = file.findings.map((finding) =>
    t('cli.file.finding', {
      severity: t(`severity.${finding.severity}`),
      place: [finding.where.sheet, finding.where.cell].filter((part) => part !== '').join('!'),
      ...describeFinding(finding, t),
    }),
  );
  return [head, ...lines];
}
