// Elementwise functions of eight lanes, and libm for one.
//
// Why C: SIMD8<Double>.squareRoot() compiles to eight scalar roots with a branch to libm each;
// clang's elementwise builtins become vector instructions, with the same bits.
#ifndef CLANES_H
#define CLANES_H

typedef double lanes8 __attribute__((vector_size(64)));

static inline __attribute__((always_inline)) lanes8 lanes8_sqrt(lanes8 x) {
  return __builtin_elementwise_sqrt(x);
}

double exp(double), log(double), sin(double), cos(double);

#endif
