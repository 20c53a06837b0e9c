import { letterNumber } from '../../ledger/letters';
import type { LetterEntry, LetterKind } from '../../ledger/records';
import { SAMPLE_MARK } from '../../sheets/words';
import type { CalendarDate } from '../../base/calendar';
import type { IssuingOffice } from '../office';
import type { Imprint, PaperHead } from '../paper';

/** What stands between the office's word and the year: each kind is numbered by itself. */
const LETTER_SUFFIX: Readonly<Record<LetterKind, string>> = {
  supervision: '督',
  request: '函',
  circular: '通',
  sendBack: '退',
};

/** “荆法建督〔2017〕3号”. */
export function fullNumber(
  { letterWord }: Pick<IssuingOffice, 'letterWord'>,
  kind: LetterKind,
  number: Pick<LetterEntry, 'year' | 'serial'>,
): string {
  return `${letterWord}${LETTER_SUFFIX[kind]}${letterNumber(number)}`;
}

/** The head of a letter: in red with 文件 to those that may be ordered, in the form of a 函 to those that are asked. */
export function headOf(
  office: IssuingOffice,
  kind: LetterKind,
  {
    number,
    isOrdered,
  }: { readonly number: Pick<LetterEntry, 'year' | 'serial'>; readonly isOrdered: boolean },
): PaperHead {
  return {
    form: isOrdered ? 'document' : 'letter',
    authority: office.name,
    number: fullNumber(office, kind, number),
  };
}

/** 版记; a 函 has only 抄送. */
export function imprintOf({ name, copyTo }: IssuingOffice, on: CalendarDate, isOrdered: boolean): Imprint {
  return { copyTo, printed: isOrdered ? { authority: name, date: on } : null };
}

/** 附注: whom to ask. */
export function noteOf({ contact, phone }: IssuingOffice): string {
  return `联系人：${contact}；电话：${phone}`;
}

/** A title that says so when the data are made up. */
export function titleOf(title: string, isSample: boolean): string {
  return isSample ? `${title}\n${SAMPLE_MARK}` : title;
}
