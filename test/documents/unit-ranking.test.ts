import { circular } from '../../src/documents/letters/circular';
import { ranking } from '../../src/documents/letters/unit-ranking';
import { issuingOffice } from '../../src/documents/office';
import { foldLedger } from '../../src/ledger/fold';
import { createLedger, defaultSettings, type Ledger } from '../../src/ledger/ledger';
import { importReturns } from '../../src/ledger/change/changes';
import { orderRule } from '../../src/ledger/units/addressee';
import { parsePlan } from '../../src/plan/parse';
import { AT, day, done, period, returned, unit } from '../ledger/builders';

/** 甲 and 乙 are equal at the end, 丙 is done, 丁 has nothing due yet, a party organ is asked and not ranked. */
const PLAN = parsePlan(`江口市优化营商环境实施方案
(2016—2020年)
一、主要任务
(一)简化审批
1.简化审批
(1)压减材料。(牵头单位:市财政局。2016年底完成)
(2)并联审批。(牵头单位:市审计局。2016年底完成)
(3)网上办理。(牵头单位:市民政局。2016年底完成)
(4)集中窗口。(牵头单位:市司法局。2018年底完成)
(5)宣传引导。(牵头单位:市委宣传部。2016年底完成)
`);
const NAMES = ['市财政局', '市审计局', '市民政局', '市司法局', '市委宣传部'];

function ledger(): Ledger {
  const directory = { units: NAMES.map(unit), groups: [] };
  const settings = defaultSettings(day('2017-10-31'), period('2017Q3'));
  const returns = [returned({ office: '市民政局', reports: [{ measure: 3, report: done('2016-11-01') }] })];
  return importReturns(createLedger(PLAN, directory, settings), returns, AT).ledger;
}

const LEDGER = ledger();
const STATE = foldLedger(LEDGER);

test('equal figures share a place, and the next place is left out', () => {
  const ranked = ranking(STATE, ['市财政局', '市审计局', '市民政局'], () => true);
  expect(ranked.map(({ unit: name, place }) => [name, place])).toEqual([
    ['市民政局', 1],
    ['市财政局', 2],
    ['市审计局', 2],
  ]);
});

test('a unit with nothing due has no place, nor one that may not be ranked', () => {
  const ranked = ranking(STATE, NAMES, orderRule(LEDGER)).map(({ unit: name }) => name);
  expect(ranked).toEqual(['市民政局', '市财政局', '市审计局']);
});

test('到期 counts what is due, whatever else a unit has to do', () => {
  expect(ranking(STATE, NAMES, () => true).map(({ due, done: did, overdue }) => [due, did, overdue])).toEqual(
    [
      [1, 1, 0],
      [1, 0, 1],
      [1, 0, 1],
      [1, 0, 1],
    ],
  );
});

describe('the circular', () => {
  const paper = circular(LEDGER, STATE, [], {
    plan: LEDGER.plan,
    office: issuingOffice(LEDGER, { name: '江口市营商办', letterWord: '江营' }),
    asOf: STATE.asOf,
    sample: false,
    number: { year: 2017, serial: 1 },
    isOrdered: true,
  });
  const text = paper.body.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('');
  const table = paper.body.find((block) => block.kind === 'table');

  test('names all that share a place at the end', () => {
    expect(text).toContain('完成情况靠后的是市审计局（逾期1项）、市财政局（逾期1项）。');
    expect(text).toContain('市民政局的到期措施全部完成。');
  });

  test('says of its total whom it covers', () => {
    expect(table?.kind === 'table' ? table.note : '').toBe(
      '注：排名范围为有到期措施的3个部门，没有到期措施的部门不排名；由几个单位共同承担的措施分别计入各单位，合计多于措施项数。市委宣传部承担的措施计入总体情况，不参加排名。',
    );
    expect(table?.kind === 'table' ? table.rows.at(-1)?.slice(0, 6) : []).toEqual([
      '',
      '合计',
      '3',
      '1',
      '0',
      '2',
    ]);
  });
});
