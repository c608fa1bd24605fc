/* The whole-unit game by merging increments, as models/kelly/bestSplit.ts explains.
   usage: merge edge ceiling units rounds repeats [file] */
#include <stdio.h>
#include <stdlib.h>
#include "timing.h"

static void solve(double p, double ceiling, int units, int rounds, double *table, double *d, double *e) {
  double q = 1 - p;
  int n = units + 1;
  for (int w = 0; w <= units; w++) table[w] = ceiling * w / units;
  for (int w = 0; w < units; w++) d[w] = ceiling / units;
  d[units] = e[units] = -1;
  for (int b = 1; b <= rounds; b++) {
    const double *f = table + (size_t)(b - 1) * n;
    double *v = table + (size_t)b * n;
    int s = 0, t = 0;
    double win = p * d[0], lose = q * d[0];
    v[0] = 0;
    for (int w = 0; w < units; w++) {
      double step;
      if (win >= lose) step = win, win = p * d[++s];
      else step = lose, lose = q * d[++t];
      if (win >= lose) step += win, win = p * d[++s];
      else step += lose, lose = q * d[++t];
      e[w] = step;
      v[w + 1] = p * f[s] + q * f[t];
    }
    double *swap = d;
    d = e;
    e = swap;
  }
}

int main(int argc, char **argv) {
  if (argc < 6) return 2;
  double p = atof(argv[1]), ceiling = atof(argv[2]);
  int units = atoi(argv[3]), rounds = atoi(argv[4]), repeats = atoi(argv[5]);
  size_t size = (size_t)(rounds + 1) * (units + 1);
  double *d = malloc(sizeof(double) * (units + 1)), *e = malloc(sizeof(double) * (units + 1));
  double *table = NULL;
  for (int i = 0; i < repeats; i++) {
    free(table);
    double start = seconds();
    table = malloc(sizeof(double) * size);
    solve(p, ceiling, units, rounds, table, d, e);
    printf("%.9f\n", seconds() - start);
  }
  return argc > 6 ? save(argv[6], table, size) : 0;
}
