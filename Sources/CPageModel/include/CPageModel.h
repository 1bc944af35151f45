#ifndef STEMMA_C_PAGE_MODEL_H
#define STEMMA_C_PAGE_MODEL_H

#include <stddef.h>

/// The bytes of page-model.bin, as Evaluation/fit_pages.py wrote them.
extern const unsigned char *const stemma_page_model;
/// How many they are.
extern const size_t stemma_page_model_size;

#endif
