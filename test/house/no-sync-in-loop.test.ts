import { houseRule, ruleTester } from './rule-tester';

const inLoop = (code: string, name: string) => ({ name, code, errors: [{ messageId: 'sync' }] });
const through = (code: string, name: string) => ({ name, code, errors: [{ messageId: 'through' }] });

ruleTester().run('no-sync-in-loop', houseRule('no-sync-in-loop'), {
  valid: [
    { name: 'one round trip after the loop', code: 'for (const r of rows) r.clear(); await context.sync();' },
    {
      name: 'a loop inside the batch',
      code: 'Excel.run(async (c) => { for (const r of rows) r.clear(); await c.sync(); });',
    },
    {
      name: 'what is looped over is asked for once',
      code: 'for (const r of await rowsOf(context.sync())) use(r);',
    },
    {
      name: 'the start of a counting loop runs once',
      code: 'for (let i = first(context.sync()); i < 9; i++) use(i);',
    },
    { name: 'a callback that runs once', code: 'start(async () => { await context.sync(); });' },
    { name: 'another method of that name', code: 'for (const r of rows) r.synchronise();' },
    { name: 'another thing’s run', code: 'for (const r of rows) runner.run(r);' },
    {
      name: 'a function that makes a round trip, called once',
      code: 'async function play(c) { await c.sync(); } for (const r of rows) r.clear(); await play(c);',
    },
    {
      name: 'a function of that name elsewhere is another function',
      code: 'function f() { const play = () => c.sync(); return play; } rows.forEach((play) => play());',
    },
  ],
  invalid: [
    inLoop('for (const r of rows) { await context.sync(); }', 'for … of'),
    inLoop('for (const k in rows) { await context.sync(); }', 'for … in'),
    inLoop('for (let i = 0; i < 9; i++) await ctx.sync();', 'for'),
    inLoop('for (let i = 0; await more(ctx.sync()); i++) use(i);', 'the question of a counting loop'),
    inLoop('while (more) await anyName.sync();', 'while'),
    inLoop('do { await request.context.sync(); } while (more);', 'do'),
    inLoop("while (more) await context['sync']();", 'its name in quotes'),
    inLoop('while (more) await context?.sync();', 'a context that may be missing'),
    inLoop('while (more) { if (full) { context.sync().then(next); } }', 'however deep'),
    ...['forEach', 'map', 'filter', 'flatMap', 'some', 'every', 'find', 'sort'].map((method) =>
      inLoop(`rows.${method}(async (r) => { await context.sync(); });`, `the callback of ${method}`),
    ),
    inLoop(
      'rows.reduce(async (done, r) => { await done; await context.sync(); }, ready);',
      'the callback of reduce',
    ),
    inLoop('Array.from(rows, async function () { await context.sync(); });', 'the callback of Array.from'),
    inLoop('for (const r of rows) { later.push(() => context.sync()); }', 'a function made in the loop'),
    inLoop('for (const f of files) { await Excel.run(play); }', 'a batch of its own each time'),
    through(
      'async function play() { await c.sync(); } for (const r of rows) await play();',
      'through a function',
    ),
    through(
      'const play = async () => { await c.sync(); }; rows.map(() => play());',
      'through an arrow function',
    ),
    through('const play = async () => { await c.sync(); }; rows.forEach(play);', 'handed over by name'),
    through(
      'const inner = () => c.sync(); const outer = async () => { await inner(); }; while (more) await outer();',
      'through two functions',
    ),
  ],
});
