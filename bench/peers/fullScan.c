/* The whole-unit game by a scan of every stake. usage: fullScan edge ceiling units rounds repeats [file]
   Prints the seconds of each repeat; writes the table of the last, in dollars, as doubles to the file. */
#include <stdio.h>
#include <stdlib.h>
#include "timing.h"

static void solve(double p, double ceiling, int units, int rounds, double *table, double *lose) {
  double q = 1 - p;
  int n = units + 1;
  for (int w = 0; w <= units; w++) table[w] = ceiling * w / units;
  for (int b = 1; b <= rounds; b++) {
    const double *f = table + (size_t)(b - 1) * n;
    double *v = table + (size_t)b * n;
    /* Losses reversed and multiplied once, so that the inner loop runs forwards through both arrays and vectorises. */
    for (int i = 0; i <= units; i++) lose[i] = q * f[units - i];
    for (int w = 0; w <= units; w++) {
      int most = w < units - w ? w : units - w;
      const double *up = f + w, *down = lose + (units - w);
      double best = 0;
      for (int x = 0; x <= most; x++) {
        double worth = p * up[x] + down[x];
        best = worth > best ? worth : best;
      }
      v[w] = best;
    }
  }
}

int main(int argc, char **argv) {
  if (argc < 6) return 2;
  double p = atof(argv[1]), ceiling = atof(argv[2]);
  int units = atoi(argv[3]), rounds = atoi(argv[4]), repeats = atoi(argv[5]);
  size_t size = (size_t)(rounds + 1) * (units + 1);
  double *lose = malloc(sizeof(double) * (units + 1));
  double *table = NULL;
  for (int i = 0; i < repeats; i++) {
    free(table);
    double start = seconds();
    table = malloc(sizeof(double) * size);
    solve(p, ceiling, units, rounds, table, lose);
    printf("%.9f\n", seconds() - start);
  }
  return argc > 6 ? save(argv[6], table, size) : 0;
}
