#include "CLanes.h"

// Nothing may be contracted: a fused operation rounds once less.
#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__) && defined(__linux__)
__attribute__((target_clones("avx2", "default")))
#endif
static void over_root(lanes8 *result, const lanes8 *m, const lanes8 *v, double e) {
  *result = *m / (__builtin_elementwise_sqrt(*v) + e);
}

void lanes8_put_over_root(lanes8 *result, const lanes8 *m, const lanes8 *v, double e) {
  over_root(result, m, v, e);
}
