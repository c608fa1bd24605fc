/* The closed form over rounds x wealth: tails by Pascal's rule, then one straight line a pair of claims.
   usage: surface edge ceiling steps rounds repeats [file]. The table is allocated anew for each repeat. */
#include <stdio.h>
#include <stdlib.h>
#include "timing.h"

static void add_flip(double *tails, int rounds, double p) {
  double q = 1 - p;
  for (int j = rounds; j > 0; j--) tails[j] = p * tails[j - 1] + q * tails[j];
}

static void solve(double p, double ceiling, int steps, int rounds, double *table, double *price, double *chance) {
  int n = steps + 1;
  double width = ceiling / steps;
  for (int j = 0; j < rounds + 2; j++) price[j] = chance[j] = j == 0;
  for (int b = 0; b <= rounds; b++) {
    double *row = table + (size_t)b * n;
    if (b > 0) {
      add_flip(price, b, 0.5);
      add_flip(chance, b, p);
    }
    int i = 0;
    double x0 = 0, y0 = 0;
    for (int j = b; j >= 0 && i < n; j--) {
      double x1 = ceiling * price[j], y1 = ceiling * chance[j];
      /* The axis is even, so where a piece ends is known without a walk, and its fill vectorises. */
      double reach = x1 / width;
      int end = (int)reach + (reach > (int)reach);
      if (end > n) end = n;
      if (end > i) {
        double slope = (y1 - y0) / (x1 - x0), base = y0 - slope * x0, rise = slope * width;
        for (int k = i; k < end; k++) row[k] = base + rise * k;
        i = end;
      }
      x0 = x1;
      y0 = y1;
    }
    for (; i < n; i++) row[i] = ceiling;
  }
}

int main(int argc, char **argv) {
  if (argc < 6) return 2;
  double p = atof(argv[1]), ceiling = atof(argv[2]);
  int steps = atoi(argv[3]), rounds = atoi(argv[4]), repeats = atoi(argv[5]);
  size_t size = (size_t)(rounds + 1) * (steps + 1);
  double *price = malloc(sizeof(double) * (rounds + 2)), *chance = malloc(sizeof(double) * (rounds + 2));
  double *table = NULL;
  for (int i = 0; i < repeats; i++) {
    free(table);
    double start = seconds();
    table = malloc(sizeof(double) * size);
    solve(p, ceiling, steps, rounds, table, price, chance);
    printf("%.9f\n", seconds() - start);
  }
  return argc > 6 ? save(argv[6], table, size) : 0;
}
