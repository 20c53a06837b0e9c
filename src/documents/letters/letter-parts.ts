import { letterNumber } from '../../ledger/letters';
import type { LetterEntry, LetterKind } from '../../ledger/records';
import { SAMPLE_MARK } from '../../sheets/words';
import type { IssuingOffice } from '../office';

/** What stands between the office's word and the year: each kind is numbered by itself. */
const LETTER_SUFFIX: Readonly<Record<LetterKind, string>> = {
  supervision: '督',
  request: '函',
  circular: '通',
  sendBack: '退',
};

/** “荆法建督〔2017〕3号”. */
export function fullNumber(
  { letterWord }: IssuingOffice,
  kind: LetterKind,
  number: Pick<LetterEntry, 'year' | 'serial'>,
): string {
  return `${letterWord}${LETTER_SUFFIX[kind]}${letterNumber(number)}`;
}

/** 附注: whom to ask. */
export function noteOf({ contact, phone }: IssuingOffice): string {
  return `联系人：${contact}；电话：${phone}`;
}

/** A title that says so when the data are made up. */
export function titleOf(title: string, isSample: boolean): string {
  return isSample ? `${title}\n${SAMPLE_MARK}` : title;
}
