#include "COpenBLAS.h"
#include <cblas.h>
#include <dlfcn.h>
#include <stdlib.h>

static __typeof__(cblas_sgemm) *sgemm;

#if defined(__x86_64__)
#include <string.h>

// The kernels that this processor can run and that an older OpenBLAS has; NULL where the oldest may be the best.
static const char *kernels(void) {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512cd"))
        return "SkylakeX";
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? "Haswell" : NULL;
}

// A processor that came after it is taken for one of 2004 by an OpenBLAS: products then take three times as long. It is loaded again
// and told better, unless the user has.
static void *withFittingKernels(void *library) {
    char *(*name)(void) = (char *(*)(void))dlsym(library, "openblas_get_corename");
    const char *fitting = kernels();
    if (!name || strcmp(name(), "Prescott") || !fitting || getenv("OPENBLAS_CORETYPE")) return library;
    dlclose(library);
    setenv("OPENBLAS_CORETYPE", fitting, 1);
    return dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
}
#else
static void *withFittingKernels(void *library) { return library; }
#endif

bool stemma_blas_load(void) {
    // Callers share out texts among threads, not products. Read by OpenBLAS when it is loaded.
    setenv("OPENBLAS_NUM_THREADS", "1", 1);
    void *library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
    if (library) library = withFittingKernels(library);
    if (!library) return false;
    sgemm = dlsym(library, "cblas_sgemm");
    return sgemm != NULL;
}

void stemma_blas_multiply(bool transposesRight, int m, int n, int k, const float *left, int leftStride, const float *right,
                          int rightStride, float beta, float *output, int outputStride) {
    sgemm(CblasRowMajor, CblasNoTrans, transposesRight ? CblasTrans : CblasNoTrans, m, n, k, 1, left, leftStride, right,
          rightStride, beta, output, outputStride);
}
