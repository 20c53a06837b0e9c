import { namedIn } from '../../../src/taskpane/dossier/named-in';
import { unit } from '../../ledger/builders';
import { threePeriods } from '../../ledger/three-periods';

const ledger = threePeriods();
const named = (text: string, of = ledger) => namedIn(text, of).map(({ words, of: what }) => [words, what]);

test('a text is cut at the measures and units that it names, and loses nothing', () => {
  expect(named('第 5 项（市财政局）销号、第 1 项（市编办）退回')).toEqual([
    ['第 5 项', { measure: 5 }],
    ['（', null],
    ['市财政局', { unit: '市财政局' }],
    ['）销号、', null],
    ['第 1 项', { measure: 1 }],
    ['（', null],
    ['市编办', { unit: '市编办' }],
    ['）退回', null],
  ]);
  expect(named('督办单〔2018〕1号，市发改委')).toEqual([
    ['督办单〔2018〕1号，', null],
    ['市发改委', { unit: '市发改委' }],
  ]);
  expect(named('')).toEqual([]);
});

test('a measure that the plan does not have is a word like others; of two names that begin alike the longer one is meant', () => {
  expect(named('第 99 项')).toEqual([['第 99 项', null]]);
  const { directory } = ledger;
  const units = [...directory.units, unit('市财政局国库科')];
  expect(named('市财政局国库科、市财政局', { ...ledger, directory: { ...directory, units } })).toEqual([
    ['市财政局国库科', { unit: '市财政局国库科' }],
    ['、', null],
    ['市财政局', { unit: '市财政局' }],
  ]);
});
