// PostgreSQL within this process, which jest cannot load: a table of ledgers (.csv) is loaded as docs/long-table.md says, and the SQL that comes on
// standard input is run as it stands.
import { Blob } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { PGlite, types } from '@electric-sql/pglite';

const TYPE = { text: 'VARCHAR', whole: 'INTEGER', number: 'DOUBLE PRECISION', date: 'DATE', flag: 'BOOLEAN' };
const { states, figures, columns } = JSON.parse(readFileSync(0, 'utf8'));
const postgres = await PGlite.create({ parsers: { [types.NUMERIC]: Number } });
// It has no statistics of tables made a moment ago, and would go through one table for each row of another.
await postgres.exec('SET enable_nestloop = off');
const declared = Object.entries(columns).map(([name, type]) => `${name} ${TYPE[type]}`);
await postgres.exec(`CREATE TABLE records (${declared.join(', ')})`);
await postgres.query("COPY records FROM '/dev/blob' WITH (FORMAT csv, HEADER true, NULL '')", [], {
  blob: new Blob([readFileSync(process.argv[2])]),
});
for (const [name, type] of Object.entries(columns)) {
  if (type !== 'text') continue;
  await postgres.query(`UPDATE records SET ${name} = SUBSTR(${name}, 2) WHERE ${name} LIKE '''%'`);
}
await postgres.exec(states);
const found = {};
for (const [name, sql] of Object.entries(figures)) {
  const { rows } = await postgres.query(sql);
  found[name] = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        value instanceof Date ? value.toISOString().slice(0, 10) : value,
      ]),
    ),
  );
}
await postgres.close();
process.stdout.write(JSON.stringify(found));
