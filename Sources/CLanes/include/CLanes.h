// Elementary functions for one and for eight doubles, without Foundation.
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

// m / (sqrt(v) + e), the step of every rule that sizes its steps by past slopes: roots and quotients
// of wide vectors where the processor has them, chosen at run time. The same bits at any width.
void lanes8_put_over_root(lanes8 *result, const lanes8 *m, const lanes8 *v, double e);

static inline __attribute__((always_inline)) lanes8 lanes8_over_root(
  lanes8 m, lanes8 v, double e) {
  lanes8 result;
  lanes8_put_over_root(&result, &m, &v, e);
  return result;
}

static inline double libm_exp(double x) { return __builtin_exp(x); }
static inline double libm_log(double x) { return __builtin_log(x); }
static inline double libm_sin(double x) { return __builtin_sin(x); }
static inline double libm_cos(double x) { return __builtin_cos(x); }
static inline double libm_tan(double x) { return __builtin_tan(x); }
static inline double libm_asin(double x) { return __builtin_asin(x); }
static inline double libm_acos(double x) { return __builtin_acos(x); }
static inline double libm_atan(double x) { return __builtin_atan(x); }
static inline double libm_sinh(double x) { return __builtin_sinh(x); }
static inline double libm_cosh(double x) { return __builtin_cosh(x); }
static inline double libm_tanh(double x) { return __builtin_tanh(x); }
static inline double libm_log2(double x) { return __builtin_log2(x); }
static inline double libm_log10(double x) { return __builtin_log10(x); }
static inline double libm_log1p(double x) { return __builtin_log1p(x); }
static inline double libm_cbrt(double x) { return __builtin_cbrt(x); }
static inline double libm_pow(double x, double y) { return __builtin_pow(x, y); }
static inline double libm_hypot(double x, double y) { return __builtin_hypot(x, y); }
static inline double libm_atan2(double y, double x) { return __builtin_atan2(y, x); }

#endif
