// OpenBLAS as Swift can call it, loaded when the first product is wanted.
//
// Loaded rather than linked, because OpenBLAS starts its threads when it is loaded, and they wait in a loop: linked, it would take
// half of the time of every command that uses no model. Here it is told before that one thread is enough.
#ifndef STEMMA_COPENBLAS_H
#define STEMMA_COPENBLAS_H

#include <stdbool.h>

// Finds OpenBLAS. Not safe to be called by two threads at once. False where there is none.
bool stemma_blas_load(void);

// output[m × n] = left[m × k] · right + beta · output, in C order, where right is k × n, or n × k and transposed. Strides are the
// distances between rows. May only be called after stemma_blas_load() has returned true; by any number of threads.
void stemma_blas_multiply(bool transposesRight, int m, int n, int k, const float *left, int leftStride, const float *right,
                          int rightStride, float beta, float *output, int outputStride);

#endif
