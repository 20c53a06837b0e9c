import type { FormPageData } from '../app/papers/form-page-data';
import { chineseDate, parseIsoDate, type CalendarDate } from '../base/calendar';
import { periodLabel } from '../ledger/period';
import type { Finding } from '../returns/checked-return';
import { formText } from '../returns/typed/form-text';
import { FOOT_LABELS, type AnswerField, type FootLabel } from '../returns/typed/typed-form';
import { typedControl, type AnswerControl } from './answer-field';
import { checkDraft } from './check-draft';
import { EMPTY_DRAFT, answersOf, isBegun, typedForm, withAnswer, withFoot, type Draft } from './draft';
import type { Say } from './finding-line';
import { element, refill } from './elements';
import { filledWorkbook } from './filled-workbook';
import type { KeptDraft } from './kept-draft';
import { measureCard, type MeasureCard } from './measure-card';
import { copyText, downloadWorkbook } from './send-file';

/** The form as a page: typed, checked and kept at once, given back as a file or as a text. */
export class FormView {
  private draft: Draft;
  private findings: readonly Finding[] = [];
  private readonly cards = new Map<number, MeasureCard>();
  private readonly footControls = new Map<FootLabel, AnswerControl>();
  private readonly standing = element('p', { role: 'status' });
  private readonly kept = element('p', { class: 'kept', role: 'status' });
  private readonly copied = element('div', { class: 'copied' });
  /** After a first attempt to send it, what is missing shows everywhere. */
  private isSending = false;

  constructor(
    private readonly data: FormPageData,
    private readonly keeper: KeptDraft,
    private readonly today: () => CalendarDate,
    private readonly t: Say,
  ) {
    this.draft = this.keeper.load();
  }

  /** Draws the page, with what was kept of it. */
  show(root: Element): void {
    const { content } = this.data;
    this.cards.clear();
    for (const measure of content.measures) {
      const card = measureCard(
        measure,
        answersOf(this.draft, measure.no),
        (field, text) => this.typed(measure.no, field, text),
        this.t,
      );
      this.cards.set(measure.no, card);
    }
    const cards = [...this.cards.values()].map((card) => card.root);
    refill(root, ...this.head(root), ...cards, ...this.closed(), ...this.foot(), this.copied, this.bar());
    this.sayKept(false);
    this.check();
  }

  private head(root: Element): readonly Node[] {
    const { title, unit, period, due, measures } = this.data.content;
    const { t } = this;
    const facts = t('formPage.head', { unit, period: periodLabel(period), due: chineseDate(due) });
    const how = measures.length === 0 ? t('formPage.nothingOwed') : t('formPage.how');
    return [
      element('h1', {}, t('formPage.title', { title })),
      element('p', { class: 'head' }, facts),
      element('p', { class: 'how' }, how),
      this.kept,
      pressed(t('formPage.clear'), 'plain', () => this.clear(root)),
    ];
  }

  private closed(): readonly Node[] {
    const { closed } = this.data.content;
    if (closed.length === 0) return [];
    const lines = closed.map(({ no, text }) => element('li', {}, `${no}　${text}`));
    return [
      element('h2', {}, this.t('formPage.closed', { count: closed.length })),
      element('ul', { class: 'closed' }, ...lines),
    ];
  }

  private foot(): readonly Node[] {
    const card = element('section', { class: 'pair' });
    for (const word of FOOT_LABELS) {
      const control = typedControl({
        id: `foot-${FOOT_LABELS.indexOf(word)}`,
        label: word,
        hint: '',
        kind: word === '填报日期' ? 'date' : word === '联系电话' ? 'phone' : 'line',
        value: this.draft.foot[word] ?? '',
        onType: (text) => this.changed(withFoot(this.draft, word, text)),
      });
      this.footControls.set(word, control);
      card.append(control.root);
    }
    return [element('h2', {}, this.t('formPage.foot')), card];
  }

  private bar(): HTMLElement {
    const { t } = this;
    const save = pressed(t('formPage.save'), 'main', () => this.send(() => this.save()));
    const copy = pressed(t('formPage.copy'), '', () => this.send(() => this.copy()));
    const buttons = element('div', { class: 'buttons' }, save, copy);
    return element('div', { class: 'bar' }, element('div', {}, this.standing, buttons));
  }

  private typed(measure: number, field: AnswerField, text: string): void {
    this.changed(withAnswer(this.draft, measure, field, text));
  }

  private changed(draft: Draft): void {
    this.draft = draft;
    this.keeper.keep(draft);
    this.sayKept(true);
    this.check();
  }

  private sayKept(isTyping: boolean): void {
    if (!this.keeper.works) this.kept.textContent = this.t('formPage.notKept');
    else if (isTyping) this.kept.textContent = this.t('formPage.kept');
    else
      this.kept.textContent =
        this.draft === EMPTY_DRAFT ? this.t('formPage.willKeep') : this.t('formPage.resumed');
  }

  /** What nobody has begun to answer is owed, and not yet a fault. */
  private check(): void {
    this.findings = checkDraft(this.data, this.draft, this.today());
    for (const [no, { controls }] of this.cards) {
      const isShown = this.isSending || isBegun(this.draft, no);
      for (const [field, control] of controls) {
        const own = this.findings.filter((one) => one.measure === no && one.field === field);
        control.show(isShown ? own : [], this.t);
      }
    }
    const contact = this.findings.filter(({ field }) => field === 'contact');
    this.footControls.get('联系电话')?.show(
      contact.filter(({ code }) => code !== 'return-date-doubtful'),
      this.t,
    );
    this.footControls.get('填报日期')?.show(
      contact.filter(({ code }) => code === 'return-date-doubtful'),
      this.t,
    );
    this.sayStanding();
  }

  private sayStanding(): void {
    const all = this.data.content.measures;
    const begun = all.filter(({ no }) => isBegun(this.draft, no)).length;
    const wrong = this.faultyMeasures().filter((no) => isBegun(this.draft, no)).length;
    this.standing.textContent = this.t('formPage.standing', { begun, count: all.length, wrong });
    this.standing.className = wrong > 0 ? 'bad' : begun === all.length ? 'good' : '';
  }

  private faultyMeasures(): readonly number[] {
    const errors = this.findings.filter(({ severity }) => severity === 'error');
    return [...new Set(errors.flatMap(({ measure }) => (measure === null ? [] : [measure])))];
  }

  /** What is faulty can be sent all the same: the office in charge has the last word. */
  private send(step: () => void): void {
    this.isSending = true;
    this.check();
    const faulty = this.faultyMeasures();
    if (faulty.length > 0 && !window.confirm(this.t('formPage.faulty', { numbers: faulty.join('、') }))) {
      this.lead(faulty[0]);
      return;
    }
    step();
  }

  private lead(measure: number | undefined): void {
    const fault = this.findings.find((one) => one.measure === measure && one.severity === 'error');
    const controls = measure === undefined ? undefined : this.cards.get(measure)?.controls;
    for (const [field, control] of controls ?? []) if (field === fault?.field) control.focus();
  }

  private save(): void {
    downloadWorkbook(this.data.file, filledWorkbook(this.data, this.draft));
    refill(
      this.copied,
      element('p', { class: 'how', role: 'status' }, this.t('formPage.saved', { file: this.data.file })),
    );
  }

  private copy(): void {
    const text = formText(typedForm(this.data.content, this.draft));
    const box = element('textarea', { readonly: '', 'aria-label': this.t('formPage.copyLabel') });
    box.value = text;
    const said = element('p', { class: 'how', role: 'status' });
    refill(this.copied, said, box);
    copyText(text, box, (isCopied) => {
      said.textContent = this.t(isCopied ? 'formPage.copied' : 'formPage.copyByHand');
    });
  }

  private clear(root: Element): void {
    if (!window.confirm(this.t('formPage.clearAsk'))) return;
    this.keeper.forget();
    this.draft = EMPTY_DRAFT;
    this.isSending = false;
    refill(this.copied);
    this.show(root);
  }
}

function pressed(words: string, style: string, press: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: style }, words);
  button.addEventListener('click', press);
  return button;
}

/** The day that the machine's clock shows. */
export function dayOfMachine(now: Date): CalendarDate {
  const two = (part: number) => String(part).padStart(2, '0');
  const text = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return parseIsoDate(text) ?? ('2000-01-01' as CalendarDate);
}
