/** data/gan/lineup.json: line-ups of faces, one of them real, as a picture: a line-up a row. */
export interface LineupFile {
  note: string;
  /** A data address of a PNG. */
  png: string;
  /** Pixels along a face. */
  size: number;
  /** Faces in a line-up. */
  places: number;
  /** Where the real one stands in each. */
  real: number[];
}
