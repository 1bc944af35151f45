#include "CPageModel.h"

// A C array, because the compiler takes it in in no time; an array literal of this size takes Swift's minutes.
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char bytes[] = {
#embed "page-model.bin"
};

const unsigned char *const stemma_page_model = bytes;
const size_t stemma_page_model_size = sizeof bytes;
