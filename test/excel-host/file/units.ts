/**
 * Column widths: the API speaks of points, the file of characters of the Normal font (7 pixels wide, 5 pixels of
 * padding; 0.75 points a pixel).
 */
export function pointsToCharacters(points: number): number {
  return Math.max(0, Math.round(((points / 0.75 - 5) / 7) * 100) / 100);
}

export function charactersToPoints(characters: number): number {
  return Math.round((characters * 7 + 5) * 0.75 * 100) / 100;
}

const pointsOfInch = 72;

export function pointsToInches(points: number): number {
  return points / pointsOfInch;
}

export function inchesToPoints(inches: number): number {
  return inches * pointsOfInch;
}
