#include "CCurl.h"
#include <dlfcn.h>

// Every function that is used, under its name in libcurl without `curl_`.
#define FUNCTIONS(X)                                                                                                              \
    X(global_init)                                                                                                                \
    X(easy_init)                                                                                                                  \
    X(easy_cleanup)                                                                                                               \
    X(easy_setopt)                                                                                                                \
    X(slist_append)                                                                                                               \
    X(slist_free_all)                                                                                                             \
    X(multi_init)                                                                                                                 \
    X(multi_cleanup)                                                                                                              \
    X(multi_add_handle)                                                                                                           \
    X(multi_remove_handle)                                                                                                        \
    X(multi_perform)                                                                                                              \
    X(multi_poll)                                                                                                                 \
    X(multi_info_read)                                                                                                            \
    X(url)                                                                                                                        \
    X(url_cleanup)                                                                                                                \
    X(url_set)                                                                                                                    \
    X(url_get)                                                                                                                    \
    X(free)

#define DECLARE(name) __typeof__(curl_##name) *name;
static struct { FUNCTIONS(DECLARE) } curl;

bool stemma_curl_load(void) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return false;
#define FIND(name)                                                                                                                \
    curl.name = (__typeof__(curl_##name) *)dlsym(library, "curl_" #name);                                                         \
    if (!curl.name) return false;
    FUNCTIONS(FIND)
    return curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

CURL *stemma_curl_easy_init(void) { return curl.easy_init(); }
void stemma_curl_easy_cleanup(CURL *handle) { curl.easy_cleanup(handle); }
CURLcode stemma_curl_set_long(CURL *handle, CURLoption option, long value) { return curl.easy_setopt(handle, option, value); }
CURLcode stemma_curl_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl.easy_setopt(handle, option, value);
}
CURLcode stemma_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl.easy_setopt(handle, option, value);
}
CURLcode stemma_curl_set_context(CURL *handle, CURLoption option, void *value) { return curl.easy_setopt(handle, option, value); }
CURLcode stemma_curl_set_data_callback(CURL *handle, CURLoption option, stemma_curl_data_callback value) {
    return curl.easy_setopt(handle, option, value);
}
CURLcode stemma_curl_set_socket_callback(CURL *handle, CURLoption option, stemma_curl_socket_callback value) {
    return curl.easy_setopt(handle, option, value);
}

struct curl_slist *stemma_curl_slist_append(struct curl_slist *list, const char *text) { return curl.slist_append(list, text); }
void stemma_curl_slist_free_all(struct curl_slist *list) { curl.slist_free_all(list); }

CURLM *stemma_curl_multi_init(void) { return curl.multi_init(); }
CURLMcode stemma_curl_multi_cleanup(CURLM *multi) { return curl.multi_cleanup(multi); }
CURLMcode stemma_curl_multi_add_handle(CURLM *multi, CURL *handle) { return curl.multi_add_handle(multi, handle); }
CURLMcode stemma_curl_multi_remove_handle(CURLM *multi, CURL *handle) { return curl.multi_remove_handle(multi, handle); }
CURLMcode stemma_curl_multi_perform(CURLM *multi, int *running) { return curl.multi_perform(multi, running); }
CURLMcode stemma_curl_multi_poll(CURLM *multi, int milliseconds) { return curl.multi_poll(multi, NULL, 0, milliseconds, NULL); }
bool stemma_curl_multi_result(CURLM *multi, CURLcode *result) {
    int left = 0;
    const CURLMsg *message = curl.multi_info_read(multi, &left);
    if (!message || message->msg != CURLMSG_DONE) return false;
    *result = message->data.result;
    return true;
}

CURLU *stemma_curl_url(void) { return curl.url(); }
void stemma_curl_url_cleanup(CURLU *url) { curl.url_cleanup(url); }
CURLUcode stemma_curl_url_set(CURLU *url, CURLUPart part, const char *text, unsigned int flags) {
    return curl.url_set(url, part, text, flags);
}
CURLUcode stemma_curl_url_get(CURLU *url, CURLUPart part, char **text, unsigned int flags) {
    return curl.url_get(url, part, text, flags);
}
void stemma_curl_free(void *memory) { curl.free(memory); }
