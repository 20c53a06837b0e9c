import { isTexts, useScreenState } from '../parts/use-screen-state';

/** What a dossier is of: a measure by its number, or a unit by its name. */
export type DossierOf = { readonly measure: number } | { readonly unit: string };

/** The name under which the session keeps which dossiers were opened, one out of the other. */
export const DOSSIER_PATH = 'dossier.path';

const MEASURE = 'measure ';
const UNIT = 'unit ';

/** A step into a dossier, as the session keeps it. */
export function dossierStep(of: DossierOf): string {
  return 'measure' in of ? `${MEASURE}${of.measure}` : `${UNIT}${of.unit}`;
}

function dossierOf(step: string | undefined): DossierOf | null {
  if (step?.startsWith(MEASURE)) return { measure: Number(step.slice(MEASURE.length)) };
  if (step?.startsWith(UNIT)) return { unit: step.slice(UNIT.length) };
  return null;
}

/** The dossier in front, and the ways into one and out of it. */
export function useDossiers() {
  const [path, setPath] = useScreenState(DOSSIER_PATH, [], isTexts);
  return {
    front: dossierOf(path.at(-1)),
    /** What going back leads to; `null` for the screen itself. */
    before: dossierOf(path.at(-2)),
    open: (of: DossierOf) => setPath([...path, dossierStep(of)]),
    back: () => setPath(path.slice(0, -1)),
  };
}
