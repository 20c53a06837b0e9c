import { describeFinding } from '../app/wording/describe-finding';
import { describeRemark } from '../app/wording/describe-remark';
import type { CheckedFile } from '../app/inbox/check-returns';
import type { PlanComparison } from '../plan/compare';
import { groupRemarks } from '../app/wording/remark-groups';
import type { Measure, Plan } from '../plan/plan';
import { lineNumbers } from '../plan/text/line-numbers';
import type { Translate } from '../locales/translate';

/** The JSON shapes of the command's contract. */

export function planDocument(plan: Plan, t: Translate) {
  const lineOf = lineNumbers(plan.text);
  return {
    title: plan.title,
    years: plan.years,
    sections: plan.sections.map(({ no, title, measures }) => ({ no, title, measures })),
    measures: plan.measures.map((measure) => ({
      no: measure.no,
      writtenNo: measure.writtenNo,
      section: measure.section,
      taskNo: measure.taskNo,
      task: measure.task,
      text: measure.text,
      leadUnits: measure.leadUnits,
      leadGroup: measure.leadGroup,
      supportUnits: measure.supportUnits,
      deadline: measure.deadline,
      deadlineKind: measure.deadlineKind,
      milestones: measure.milestones,
      clause: measure.clause,
      source: measure.source,
    })),
    remarks: plan.remarks.map((remark) => ({
      no: remark.no,
      code: remark.code,
      ...describeRemark(remark, t),
    })),
    remarkKinds: groupRemarks(plan.remarks).map(({ code, remarks }) => ({
      code,
      count: remarks.length,
      measures: [...new Set(remarks.flatMap(({ no }) => (no === null ? [] : [no])))],
    })),
    headings: plan.headings.map(({ no, title, level, clause, source }) => ({
      no,
      title,
      level,
      clause,
      line: lineOf(source.start),
      source,
    })),
    rest: plan.rest.map(({ text, source }) => ({ text, line: lineOf(source.start), source })),
  };
}

export function comparisonDocument({ added, removed, changed }: PlanComparison) {
  const named = ({ no, text }: Measure) => ({ no, text });
  return {
    added: added.map(named),
    removed: removed.map(named),
    changed: changed.map(({ before, after, fields }) => ({ no: after.no, previousNo: before.no, fields })),
  };
}

export function fileDocument(file: CheckedFile, path: string, t: Translate) {
  return {
    file: path,
    unit: file.office,
    ...(file.level === undefined ? {} : { place: file.level.report.place }),
    period: file.period,
    verdict: file.verdict,
    rows: file.level?.report.rows.length ?? file.rows.length,
    findings: file.findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      sheet: finding.where.sheet,
      cell: finding.where.cell,
      measure: finding.measure,
      field: finding.field,
      value: finding.value,
      ...describeFinding(finding, t),
      ...(finding.correction === undefined ? {} : { correction: finding.correction }),
    })),
  };
}

export function hasErrors(files: readonly CheckedFile[]): boolean {
  return files.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
}
