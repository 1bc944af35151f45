// Times libxml2's HTML parser and gumbo on pages that are in memory, for Evaluation/compare_parsers.py.
//
//   html_parsers ROUNDS FILE...
//
// Prints a line for each parser: name, seconds of CPU of its fastest round over all pages, bytes of the pages. Building and
// freeing a tree is timed, reading files is not.
#include <gumbo.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct {
    char *bytes;
    size_t count;
} Page;

static double cpu_seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static Page page_of(const char *path) {
    Page page = {NULL, 0};
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(3);
    }
    page.count = (size_t)ftell(file);
    rewind(file);
    page.bytes = malloc(page.count + 1);
    if (page.bytes == NULL || fread(page.bytes, 1, page.count, file) != page.count) {
        perror(path);
        exit(3);
    }
    page.bytes[page.count] = 0;
    fclose(file);
    return page;
}

static void parse_with_libxml2(Page page) {
    const int options = HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER | HTML_PARSE_NONET;
    xmlFreeDoc(htmlReadMemory(page.bytes, (int)page.count, NULL, "utf-8", options));
}

static void parse_with_gumbo(Page page) {
    GumboOutput *output = gumbo_parse_with_options(&kGumboDefaultOptions, page.bytes, page.count);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
}

int main(int count, char **arguments) {
    if (count < 3) {
        fprintf(stderr, "usage: html_parsers ROUNDS FILE...\n");
        return 2;
    }
    const int rounds = atoi(arguments[1]);
    const int pages = count - 2;
    Page *page = malloc(sizeof *page * (size_t)pages);
    size_t bytes = 0;
    for (int index = 0; index < pages; index++) {
        page[index] = page_of(arguments[index + 2]);
        bytes += page[index].count;
    }
    const struct {
        const char *name;
        void (*parse)(Page);
    } parsers[] = {{"libxml2", parse_with_libxml2}, {"gumbo", parse_with_gumbo}};
    for (int parser = 0; parser < 2; parser++) {
        double fastest = 1e9;
        for (int round = 0; round < rounds; round++) {
            const double started = cpu_seconds();
            for (int index = 0; index < pages; index++) parsers[parser].parse(page[index]);
            const double seconds = cpu_seconds() - started;
            if (seconds < fastest) fastest = seconds;
        }
        printf("%s %.6f %zu\n", parsers[parser].name, fastest, bytes);
    }
    return 0;
}
