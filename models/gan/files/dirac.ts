/** data/gan/dirac.json: the Dirac-GAN over the weight of its penalty, all else as the page opens. */
export interface DiracFile {
  note: string;
  rows: {
    gamma: number;
    /** Eigenvalues of the flow, each as real and imaginary part. */
    eigenvalues: [re: number, im: number][];
    /** Greatest |μ| of an iteration, by how its steps follow each other. */
    simultaneous: number;
    alternating: number;
  }[];
}
