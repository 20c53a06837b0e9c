import type { ClauseReading, Source } from './clause';
import type { Placed } from './outline';
import type { Piece } from './pieces';
import type { Measure, Section } from './types';

export interface BuiltMeasures {
  readonly measures: readonly Measure[];
  readonly sections: readonly Section[];
  /** The reading behind each measure, in the same order. */
  readonly readings: readonly ClauseReading[];
}

function numberOf(source: Source, piece: Piece): string {
  return piece.marker ? source.text.slice(piece.marker.start, piece.marker.end) : '';
}

function words(source: Source, { start, end }: { readonly start: number; readonly end: number }): string {
  return source.text.slice(start, end).trim();
}

/** Whether numbers as written can serve as they are: all there, each higher than the one before. */
function runThrough(ordinals: readonly (number | undefined)[]): boolean {
  return ordinals.every(
    (ordinal, index) => ordinal !== undefined && ordinal > (index === 0 ? 0 : (ordinals[index - 1] ?? 0)),
  );
}

/** The measures with their sections and tasks. */
export function buildMeasures(source: Source, placed: readonly Placed[], planTitle: string): BuiltMeasures {
  const own = placed.filter(({ role }) => role === 'measure');
  const written = runThrough(own.map(({ piece }) => piece.marker?.ordinal));
  const tasks = [...new Set(own.map(({ above }) => above.at(-1)))];
  const tasksRunThrough = runThrough(tasks.map((task) => task?.marker?.ordinal ?? 1));
  const sections = new Map<Piece | undefined, { no: string; title: string; measures: number }>();
  const readings: ClauseReading[] = [];
  const measures = own.flatMap(({ piece, above }, index): Measure[] => {
    if (!piece.clause) return [];
    const task = above.at(-1);
    const sectionPiece = above.at(-2) ?? task;
    const section = sections.get(sectionPiece) ?? {
      no: sectionPiece ? numberOf(source, sectionPiece) : '',
      title: sectionPiece ? words(source, sectionPiece.body) : planTitle,
      measures: 0,
    };
    section.measures += 1;
    sections.set(sectionPiece, section);
    const { traits: _traits, doubts: _doubts, ...reading } = piece.clause.reading;
    readings.push(piece.clause.reading);
    return [
      {
        no: written ? (piece.marker?.ordinal ?? 0) : index + 1,
        writtenNo: numberOf(source, piece),
        section: section.no,
        taskNo: tasksRunThrough ? (task?.marker?.ordinal ?? 1) : tasks.indexOf(task) + 1,
        task: task ? words(source, task.body) : planTitle,
        text: words(source, piece.body),
        ...reading,
        clause: words(source, piece.clause),
        source: { start: piece.start, end: piece.end },
      },
    ];
  });
  return { measures, sections: [...sections.values()], readings };
}
