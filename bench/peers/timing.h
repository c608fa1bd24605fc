/* What the peers share: a clock and a way out for their tables. */
#include <stdio.h>
#include <time.h>

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static int save(const char *path, const double *table, size_t size) {
  FILE *file = fopen(path, "wb");
  if (!file) return 1;
  size_t written = fwrite(table, sizeof(double), size, file);
  return fclose(file) || written != size;
}
