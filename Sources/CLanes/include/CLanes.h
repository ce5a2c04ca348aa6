// What Swift makes slowly or otherwise of eight doubles.
//
// Why C: SIMD8<Double>.squareRoot() compiles to eight scalar roots, each with a branch to libm for
// errno; clang's elementwise builtin is one vector instruction with the same bits.
#ifndef CLANES_H
#define CLANES_H

typedef double lanes8 __attribute__((ext_vector_type(8)));

static inline __attribute__((always_inline)) lanes8 lanes8_sqrt(lanes8 x) {
  return __builtin_elementwise_sqrt(x);
}

// 0 - x, which is what Swift makes of -x, has another sign at 0 than -x of one number.
static inline __attribute__((always_inline)) lanes8 lanes8_negated(lanes8 x) { return -x; }

static inline __attribute__((always_inline)) lanes8 lanes8_abs(lanes8 x) {
  return __builtin_elementwise_abs(x);
}

#endif
