/* A product of float32 matrices by OpenBLAS, on one thread: [m, k] times [k, n].
   usage: gemm m n k repeats */
#include <stdio.h>
#include <stdlib.h>
#include <cblas.h>
#include "timing.h"

void openblas_set_num_threads(int count);

int main(int argc, char **argv) {
  if (argc < 5) return 2;
  int m = atoi(argv[1]), n = atoi(argv[2]), k = atoi(argv[3]), repeats = atoi(argv[4]);
  float *a = malloc(sizeof(float) * m * k), *b = malloc(sizeof(float) * k * n), *c = malloc(sizeof(float) * m * n);
  for (int i = 0; i < m * k; i++) a[i] = (float)(i % 7) - 3;
  for (int i = 0; i < k * n; i++) b[i] = (float)(i % 5) - 2;
  openblas_set_num_threads(1);
  for (int i = 0; i < repeats + 3; i++) {
    double start = seconds();
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a, k, b, n, 0, c, n);
    /* The first ones find the memory. */
    if (i >= 3) printf("%.9f\n", seconds() - start);
  }
  return c[0] == c[0] ? 0 : 1;
}
