#include "CWordBreaks.h"

#include <dlfcn.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/uvernum.h>

#define QUOTED(name) #name
// Expands the name to the one with the version (ubrk_open_72) first.
#define SYMBOL(name) QUOTED(name)

static struct {
    __typeof__(ubrk_open) *open;
    __typeof__(ubrk_close) *close;
    __typeof__(ubrk_setUText) *set_text;
    __typeof__(ubrk_next) *next;
    __typeof__(utext_openUTF8) *open_utf8;
    __typeof__(utext_close) *close_text;
} icu;

bool stemma_word_breaks_load(void) {
    void *library = dlopen("libicuuc.so." U_ICU_VERSION_SHORT, RTLD_NOW | RTLD_LOCAL);
    if (!library) return false;
    icu.open = (__typeof__(icu.open))dlsym(library, SYMBOL(ubrk_open));
    icu.close = (__typeof__(icu.close))dlsym(library, SYMBOL(ubrk_close));
    icu.set_text = (__typeof__(icu.set_text))dlsym(library, SYMBOL(ubrk_setUText));
    icu.next = (__typeof__(icu.next))dlsym(library, SYMBOL(ubrk_next));
    icu.open_utf8 = (__typeof__(icu.open_utf8))dlsym(library, SYMBOL(utext_openUTF8));
    icu.close_text = (__typeof__(icu.close_text))dlsym(library, SYMBOL(utext_close));
    return icu.open && icu.close && icu.set_text && icu.next && icu.open_utf8 && icu.close_text;
}

stemma_word_breaks *stemma_word_breaks_open(void) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = icu.open(UBRK_WORD, "", NULL, 0, &status);
    return U_SUCCESS(status) ? (stemma_word_breaks *)iterator : NULL;
}

void stemma_word_breaks_close(stemma_word_breaks *breaks) { icu.close((UBreakIterator *)breaks); }

int32_t stemma_word_breaks_find(stemma_word_breaks *breaks, const uint8_t *bytes, int32_t count, int32_t *ends, int32_t capacity) {
    UBreakIterator *iterator = (UBreakIterator *)breaks;
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    icu.open_utf8(&text, (const char *)bytes, count, &status);
    if (U_FAILURE(status)) return -1;
    icu.set_text(iterator, &text, &status);
    int32_t found = -1;
    if (U_SUCCESS(status)) {
        found = 0;
        for (int32_t end = icu.next(iterator); end != UBRK_DONE && found < capacity; end = icu.next(iterator)) ends[found++] = end;
    }
    icu.close_text(&text);
    return found;
}
