import {
  combinedStanding,
  overdueDays,
  standingOf,
  timelinessOn,
  type Standing,
} from '../../src/ledger/figures/timeliness';
import type { Timeliness } from '../../src/ledger/records';
import { day, done, report } from './builders';

const DEADLINE = '2017-12-31';

test.each<[string, Standing, string | null, string | null, string, Timeliness, number]>([
  ['done before the deadline', 'done', '2017-11-01', DEADLINE, '2018-06-01', 'done', 0],
  ['done on the day itself', 'done', DEADLINE, DEADLINE, '2018-06-01', 'done', 0],
  ['done after the deadline', 'done', '2018-01-01', DEADLINE, '2018-06-01', 'doneLate', 0],
  ['done without a deadline', 'done', '2018-01-01', null, '2018-06-01', 'done', 0],
  ['the day itself is not overdue', 'inProgress', null, DEADLINE, DEADLINE, 'dueSoon', 0],
  ['the day after is', 'inProgress', null, DEADLINE, '2018-01-01', 'overdue', 1],
  ['not reported is overdue too', 'notReported', null, DEADLINE, '2018-03-01', 'overdue', 60],
  ['ongoing does not lift a deadline', 'ongoing', null, DEADLINE, '2018-01-02', 'overdue', 2],
  ['thirty days ahead is due soon', 'notStarted', null, DEADLINE, '2017-12-01', 'dueSoon', 0],
  ['thirty-one is not', 'notStarted', null, DEADLINE, '2017-11-30', 'onTrack', 0],
  ['no deadline is never overdue', 'inProgress', null, null, '2030-01-01', 'openEnded', 0],
])('%s', (_, standing, completedOn, deadline, asOf, timeliness, days) => {
  const view = {
    standing,
    completedOn: completedOn === null ? null : day(completedOn),
    deadline: deadline === null ? null : day(deadline),
  };
  const found = timelinessOn(view, day(asOf), 30);
  expect([found, overdueDays({ ...view, timeliness: found }, day(asOf))]).toEqual([timeliness, days]);
});

test.each([
  ['nothing reported', null, 'notReported'],
  ['a claim withdrawn', report(), 'notReported'],
  ['a completion with its date', done('2017-01-01'), 'done'],
  ['a completion without its date', report({ status: 'done' }), 'inProgress'],
  ['not started', report({ status: 'notStarted' }), 'notStarted'],
])('%s', (_, said, standing) => {
  expect(standingOf(said)).toBe(standing);
});

test.each<[Standing[], Standing]>([
  [[], 'notReported'],
  [['done', 'done'], 'done'],
  [['done', 'inProgress'], 'inProgress'],
  [['notStarted', 'notStarted'], 'notStarted'],
  [['notStarted', 'notReported'], 'inProgress'],
  [['notReported', 'notReported'], 'notReported'],
  [['ongoing', 'ongoing'], 'ongoing'],
])('units that say %j stand together at %s', (standings, combined) => {
  expect(combinedStanding(standings)).toBe(combined);
});
