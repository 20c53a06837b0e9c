import type { IssuedForm } from '../../../app/changes/issue-forms';
import type { PeriodCode } from '../../../ledger/records';
import type { Desk } from '../desk';

/** 下发: forms as files, one by one or packed into one. */
export class IssueCommands {
  constructor(private readonly desk: Desk) {}

  /** One unit's form as a file of its own. */
  readonly downloadForm = (period: PeriodCode, unit: string) =>
    this.desk.store.step('pane.fault.issue', async () => {
      const [form] = await this.make(period, [unit]);
      if (form === undefined) throw new Error('the unit owes no report');
      this.desk.world.download(form.fileName, form.bytes);
      await this.desk.run('noteForms', { period, forms: 1 });
      return ['pane.downloaded', { file: form.fileName }];
    });

  /** The forms of several units in one .zip. */
  readonly downloadForms = (period: PeriodCode, units: readonly string[]) =>
    this.desk.store.step('pane.fault.issue', async () => {
      const { zipFiles } = await import('../../../hosts/file/zip-files');
      const forms = await this.make(period, units);
      const { packedFormsName } = await import('../../../app/changes/issue-forms');
      const file = packedFormsName(period);
      this.desk.world.download(
        file,
        zipFiles(forms.map(({ fileName, bytes }) => ({ name: fileName, bytes }))),
      );
      await this.desk.run('noteForms', { period, forms: forms.length });
      return ['pane.issued', { count: forms.length, file }];
    });

  /** The same as pages that check themselves, in one .zip. */
  readonly downloadPages = (period: PeriodCode, units: readonly string[]) =>
    this.desk.store.step('pane.fault.issue', async () => {
      const { zipFiles } = await import('../../../hosts/file/zip-files');
      const { pagesOfForms } = await import('../../../app/papers/form-pages');
      const { packedPagesName } = await import('../../../app/changes/issue-forms');
      const { default: script } = await import('form-page-script.txt');
      const { default: licences } = await import('form-page-licences.txt');
      const forms = await this.make(period, units);
      const pages = pagesOfForms(this.desk.store.ledger, forms, period, { script, licences });
      const file = packedPagesName(period);
      const packed = zipFiles(pages.map(({ fileName, bytes }) => ({ name: fileName, bytes })));
      this.desk.world.download(file, packed);
      await this.desk.run('noteForms', { period, forms: pages.length });
      return ['pane.issuedPages', { count: pages.length, file }];
    });

  /** Inside Excel: one unit's form in a window of its own, where a download is not to be had. */
  readonly openForm = (period: PeriodCode, unit: string) =>
    this.desk.store.step('pane.fault.issue', async () => {
      const { store, world } = this.desk;
      if (world.live === null) return null;
      const { openForm } = await import('../../../app/changes/issue-tabs');
      await openForm(world.live, store.ledger, await world.files(), { period, unit });
      await this.desk.run('noteForms', { period, forms: 1 });
      return ['pane.issuedCopy', { unit }];
    });

  /** Inside Excel: the forms as tabs of the workbook. A tab that exists already is not changed. */
  readonly makeTabs = (period: PeriodCode, units: readonly string[]) =>
    this.desk.store.step('pane.fault.issue', async () => {
      if (this.desk.world.live === null) return null;
      const { issued, kept } = await this.desk.run('issueTabs', { period, offices: units });
      return ['pane.issuedTabs', { count: issued.length, kept: kept.length }];
    });

  private async make(period: PeriodCode, units: readonly string[]): Promise<readonly IssuedForm[]> {
    const { issueForms } = await import('../../../app/changes/issue-forms');
    const { store, world } = this.desk;
    const { ledger, progress } = store;
    return issueForms(ledger, await world.files(), { period, offices: units, progress });
  }
}
