#include "COpenBLAS.h"
#include <cblas.h>
#include <dlfcn.h>
#include <stdlib.h>

static __typeof__(cblas_sgemm) *sgemm;

bool stemma_blas_load(void) {
    // Callers share out texts among threads, not products. Read by OpenBLAS when it is loaded.
    setenv("OPENBLAS_NUM_THREADS", "1", 1);
    void *library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!library) return false;
    sgemm = dlsym(library, "cblas_sgemm");
    return sgemm != NULL;
}

void stemma_blas_multiply(bool transposesRight, int m, int n, int k, const float *left, int leftStride, const float *right,
                          int rightStride, float beta, float *output, int outputStride) {
    sgemm(CblasRowMajor, CblasNoTrans, transposesRight ? CblasTrans : CblasNoTrans, m, n, k, 1, left, leftStride, right,
          rightStride, beta, output, outputStride);
}
