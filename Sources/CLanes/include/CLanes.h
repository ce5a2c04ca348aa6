// What Swift makes slowly or otherwise of a double, or of eight.
//
// Why C: squareRoot() compiles to a branch and a call of libm for the sake of errno, that of eight
// to eight of them; clang's elementwise builtin is one instruction with the same bits.
#ifndef CLANES_H
#define CLANES_H

typedef double lanes8 __attribute__((ext_vector_type(8)));
typedef long words8 __attribute__((ext_vector_type(8)));

static inline __attribute__((always_inline)) lanes8 lanes8_sqrt(lanes8 x) {
  return __builtin_elementwise_sqrt(x);
}

static inline __attribute__((always_inline)) double double_sqrt(double x) {
  return __builtin_elementwise_sqrt(x);
}

// 0 - x, which is what Swift makes of -x, has another sign at 0 than -x of one number.
static inline __attribute__((always_inline)) lanes8 lanes8_negated(lanes8 x) { return -x; }

static inline __attribute__((always_inline)) lanes8 lanes8_abs(lanes8 x) {
  return __builtin_elementwise_abs(x);
}

// Whether some number is above the limit: any() of a mask compiles to a call for the least lane.
static inline __attribute__((always_inline)) int lanes8_any_above(lanes8 x, double limit) {
  return __builtin_reduce_or(x > limit) != 0;
}

// a where that bit of x is 1, elsewhere b: comparisons of whole numbers compile lane by lane.
static inline __attribute__((always_inline)) lanes8 lanes8_where_bit(
    unsigned bit, lanes8 x, lanes8 a, lanes8 b) {
  words8 is_set = ((words8)x << (63 - bit)) < 0;
  return (lanes8)((is_set & (words8)a) | (~is_set & (words8)b));
}

#endif
