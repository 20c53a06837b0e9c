import type { Finding } from '../returns/checked-return';
import { element, refill } from './elements';
import { findingLine, type Say } from './finding-line';

/** A place to type into, with its label, and below it what the check says of it. */
export interface AnswerControl {
  readonly root: HTMLElement;
  /** What takes the focus when somebody is led there. */
  readonly focus: () => void;
  readonly show: (findings: readonly Finding[], t: Say) => void;
}

interface Typed {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: 'lines' | 'line' | 'date' | 'percent' | 'phone';
  readonly value: string;
  readonly onType: (text: string) => void;
}

/** A text, a date or a number. */
export function typedControl({ id, label, hint, kind, value, onType }: Typed): AnswerControl {
  const said = element('ul', { class: 'findings', id: `${id}-said` });
  const attributes = { id, class: 'field', 'aria-describedby': `${id}-said`, autocomplete: 'off' };
  const input =
    kind === 'lines'
      ? element('textarea', { ...attributes, rows: '2' })
      : element('input', { ...attributes, ...KIND[kind] });
  input.value = value;
  input.addEventListener('input', () => onType(input.value));
  const name = element('label', { class: 'name', for: id }, label);
  if (hint !== '') name.append(' ', element('span', { class: 'hint' }, hint));
  return {
    root: element('div', {}, name, input, said),
    focus: () => input.focus(),
    show: (findings, t) => {
      showFindings(said, findings, t);
      input.setAttribute('aria-invalid', String(findings.some(({ severity }) => severity === 'error')));
    },
  };
}

const KIND = {
  line: { type: 'text' },
  date: { type: 'date', min: '1990-01-01', max: '2099-12-31' },
  percent: { type: 'text', inputmode: 'numeric' },
  phone: { type: 'tel' },
} as const;

/** One of a few words. */
export function choiceControl(choice: {
  readonly id: string;
  readonly label: string;
  readonly words: readonly string[];
  readonly value: string;
  readonly onType: (text: string) => void;
}): AnswerControl {
  const { id, label, words, value, onType } = choice;
  const said = element('ul', { class: 'findings', id: `${id}-said` });
  const inputs = words.map((word, index) => {
    const input = element('input', { type: 'radio', name: id, id: `${id}-${index}`, value: word });
    input.checked = word === value;
    input.addEventListener('change', () => onType(word));
    return input;
  });
  const labels = inputs.map((input, index) =>
    element('label', { class: 'choice' }, input, element('span', {}, words[index] ?? '')),
  );
  const group = element('fieldset', { 'aria-describedby': `${id}-said` }, element('legend', {}, label));
  group.append(element('div', { class: 'choices' }, ...labels), said);
  return {
    root: group,
    focus: () => (inputs.find(({ checked }) => checked) ?? inputs[0])?.focus(),
    show: (findings, t) => showFindings(said, findings, t),
  };
}

function showFindings(list: HTMLUListElement, findings: readonly Finding[], t: Say): void {
  refill(list, ...findings.map((finding) => findingLine(finding, t)));
}
