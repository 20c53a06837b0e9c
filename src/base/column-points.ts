/** A digit of the Normal font is 7 pixels wide, and a column has 5 for its edges. */
const DIGIT_PIXELS = 7;
const EDGE_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;

/** How wide a column of so many characters is, in points. */
export function columnPoints(characters: number): number {
  return (characters * DIGIT_PIXELS + EDGE_PIXELS) * POINTS_PER_PIXEL;
}
