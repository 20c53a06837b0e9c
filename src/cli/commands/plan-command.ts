import { readPlan } from '../plan-text';
import { describeRemark } from '../../app/wording/describe-remark';
import { groupRemarks, type RemarkGroup } from '../../app/wording/remark-groups';
import type { Translate } from '../../locales/translate';
import { printResult, type CommandContext } from '../io';
import { planDocument } from '../json-documents';
import { EXIT } from '../command-error';

/** `plan [FILE]`: what the plan says, as read. */
export async function planCommand(context: CommandContext, file: string | undefined): Promise<number> {
  const plan = await readPlan(context, file);
  const document = planDocument(plan, context.t);
  const { t } = context;
  const { from, to } = plan.years;
  printResult(context, document, [
    t('cli.plan.title', { title: plan.title, isOneYear: from === to ? 'yes' : 'no', from, to }),
    t('cli.plan.counts', { measures: plan.measures.length, sections: plan.sections.length }),
    ...plan.sections.map(({ no, title, measures }) => t('cli.plan.section', { no, title, measures })),
    ...(plan.remarks.length === 0 ? [] : [t('cli.plan.remarks', { count: plan.remarks.length })]),
    ...groupRemarks(plan.remarks).flatMap((group) => remarkLines(group, t)),
    ...(plan.rest.length === 0 ? [] : [t('cli.plan.rest', { count: plan.rest.length })]),
    ...plan.rest.map(({ text }) => t('cli.plan.passage', { text: shortened(text) })),
  ]);
  return EXIT.done;
}

/** Of one kind so many are shown. */
const MOST_OF_A_KIND = 3;

function remarkLines({ remarks }: RemarkGroup, t: Translate): readonly string[] {
  const more = remarks.length - MOST_OF_A_KIND;
  return [
    ...remarks
      .slice(0, MOST_OF_A_KIND)
      .map((remark) => t('cli.plan.remark', { ...describeRemark(remark, t), no: remark.no ?? 0 })),
    ...(more > 0 ? [t('cli.plan.moreRemarks', { count: more })] : []),
  ];
}

const LONGEST_SHOWN = 40;

/** One line of a passage, enough to know it by. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN)}…`;
}
