#pragma once
#include <stddef.h>

/// libxslt behind plain structs: no type of libxslt or libxml2 leaves this target.
///
/// Stylesheets and documents are read without DTD and network access. A stylesheet cannot read or write files, reach the network, or
/// import another one, and it stops when it is nested too deeply or does too much.

/// A compiled stylesheet. It never changes, so that several threads may use it at once.
typedef struct policy_xslt_stylesheet policy_xslt_stylesheet;

/// What went wrong, in libxslt's own words, cut to fit; an empty text when nothing did.
typedef struct {
    char message[512];
} policy_xslt_error;

/// What a transformation made; `policy_xslt_release` frees it.
typedef struct {
    char *bytes;
    size_t count;
} policy_xslt_output;

/// Compiles a stylesheet; NULL when it is none.
policy_xslt_stylesheet *policy_xslt_compile(const char *bytes, size_t count, policy_xslt_error *error);

/// Frees a stylesheet.
void policy_xslt_free(policy_xslt_stylesheet *stylesheet);

/// Transforms a document. Returns 1, or 0 with an error.
///
/// `parameters` holds name and text of each parameter in turn, and a NULL at the end.
int policy_xslt_transform(
    const policy_xslt_stylesheet *stylesheet, const char *bytes, size_t count, const char *const *parameters, policy_xslt_output *output,
    policy_xslt_error *error);

/// Frees what a transformation made.
void policy_xslt_release(policy_xslt_output *output);
