#include "CLoops.h"

#include <math.h>

// As many particles as stay in the first cache from step to step: faster here than all of them a
// step.
enum { BLOCK = 256 };

#define ADAM(GRADIENT)                                                                   \
  double mx[BLOCK] = {0}, my[BLOCK] = {0}, vx[BLOCK] = {0}, vy[BLOCK] = {0};             \
  double power1 = 1, power2 = 1;                                                         \
  for (int step = 0; step < steps; step++) {                                             \
    power1 *= 0.9;                                                                       \
    power2 *= 0.999;                                                                     \
    const double unbias1 = 1 / (1 - power1), unbias2 = 1 / (1 - power2);                 \
    for (int i = 0; i < count; i++) {                                                    \
      double gx, gy;                                                                     \
      GRADIENT(x[i], y[i], gx, gy);                                                      \
      mx[i] = 0.9 * mx[i] + (1 - 0.9) * gx;                                              \
      my[i] = 0.9 * my[i] + (1 - 0.9) * gy;                                              \
      vx[i] = 0.999 * vx[i] + (1 - 0.999) * (gx * gx);                                   \
      vy[i] = 0.999 * vy[i] + (1 - 0.999) * (gy * gy);                                   \
      x[i] -= rate * (unbias1 * mx[i]) / (sqrt(unbias2 * vx[i]) + 1e-8);                 \
      y[i] -= rate * (unbias1 * my[i]) / (sqrt(unbias2 * vy[i]) + 1e-8);                 \
    }                                                                                    \
  }

#define ROSENBROCK(x, y, gx, gy)                                                         \
  {                                                                                      \
    const double bend = y - x * x;                                                       \
    gx = -2 * (1 - x) - 400 * bend * x;                                                  \
    gy = 200 * bend;                                                                     \
  }

static void rosenbrock(double *restrict x, double *restrict y, int count, int steps, double rate) {
  ADAM(ROSENBROCK)
}

// The sine of 2πt by its series about the nearest half turn; |error| about 1e-15.
static inline double sine_of_turns(double t) {
  const double half = 0x1.8p52;
  const double n = (2 * t + half) - half;
  const double r = (t - 0.5 * n) * 6.283185307179586;
  const double q = r * r;
  double p = -8.220635246624329e-18;
  p = p * q + 2.811457254345521e-15;
  p = p * q - 7.647163731819816e-13;
  p = p * q + 1.605904383682161e-10;
  p = p * q - 2.505210838544172e-08;
  p = p * q + 2.755731922398589e-06;
  p = p * q - 1.984126984126984e-04;
  p = p * q + 8.333333333333333e-03;
  p = p * q - 1.666666666666667e-01;
  const double s = r + r * q * p;
  // An odd number of half turns changes the sign.
  const double m = 0.5 * n;
  const double whole = (m + half) - half;
  return m == whole ? s : -s;
}

#define RASTRIGIN(x, y, gx, gy)                                                          \
  {                                                                                      \
    gx = 2 * x + 62.83185307179586 * sine_of_turns(x);                                   \
    gy = 2 * y + 62.83185307179586 * sine_of_turns(y);                                   \
  }

static void rastrigin(double *restrict x, double *restrict y, int count, int steps, double rate) {
  ADAM(RASTRIGIN)
}

typedef void (*drive)(double *restrict, double *restrict, int, int, double);

static void in_blocks(drive drive, double *x, double *y, int count, int steps, double rate) {
  for (int first = 0; first < count; first += BLOCK) {
    const int rest = count - first;
    drive(x + first, y + first, rest < BLOCK ? rest : BLOCK, steps, rate);
  }
}

void adam_rosenbrock(double *x, double *y, int count, int steps, double rate) {
  in_blocks(rosenbrock, x, y, count, steps, rate);
}

void adam_rastrigin(double *x, double *y, int count, int steps, double rate) {
  in_blocks(rastrigin, x, y, count, steps, rate);
}
