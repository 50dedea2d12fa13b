#pragma once
#include <stddef.h>
#include <stdint.h>

/// libxml2 behind plain structs: no type of libxml2 leaves this target, because its headers and Foundation's do not compile together.
///
/// Every parse runs without DTD, entity substitution and network access; a DOCTYPE ends it with an error.

/// A run of UTF-8 bytes that is valid during the call that delivers it. `bytes` is NULL where there is nothing.
typedef struct {
    const char *bytes;
    size_t count;
} policy_xml_slice;

/// One attribute of a start tag, value decoded. Declarations of namespaces are not among them.
typedef struct {
    policy_xml_slice prefix;
    policy_xml_slice name;
    policy_xml_slice namespace_uri;
    policy_xml_slice value;
} policy_xml_attribute;

/// One declaration of a namespace; without a prefix it is the default namespace.
typedef struct {
    policy_xml_slice prefix;
    policy_xml_slice uri;
} policy_xml_namespace;

/// A start tag.
typedef struct {
    policy_xml_slice prefix;
    policy_xml_slice name;
    policy_xml_slice namespace_uri;
    const policy_xml_namespace *namespaces;
    size_t namespace_count;
    const policy_xml_attribute *attributes;
    size_t attribute_count;
} policy_xml_element;

/// The first thing that is wrong with a document.
typedef struct {
    /// libxml2's number of the error, one of its `XML_ERR_…`; 0 when there is none.
    int code;
    /// Where the parser stood, in bytes from the start.
    size_t offset;
    /// libxml2's own words, cut to fit.
    char message[240];
} policy_xml_error;

/// What receives the parts of a document. Each may be NULL.
typedef struct {
    void (*start_element)(void *user, const policy_xml_element *element);
    void (*end_element)(void *user);
    void (*text)(void *user, policy_xml_slice text);
    void (*cdata)(void *user, policy_xml_slice text);
    void (*comment)(void *user, policy_xml_slice text);
    void (*processing_instruction)(void *user, policy_xml_slice target, policy_xml_slice data);
} policy_xml_handlers;

/// The numbers of elements and attributes (declarations of namespaces included) in a document.
typedef struct {
    size_t elements;
    size_t attributes;
} policy_xml_counts;

/// Parses a document and hands out its parts in order. Returns 1 if it is well-formed, namespaces included; otherwise 0, and `error` says why.
int policy_xml_parse(const char *bytes, size_t count, const policy_xml_handlers *handlers, void *user, policy_xml_error *error);

/// Parses a document only to judge and to count. Returns as `policy_xml_parse` does.
int policy_xml_check(const char *bytes, size_t count, policy_xml_counts *counts, policy_xml_error *error);

/// Whether a character beyond ASCII may begin a name, by XML 1.0 up to its fourth edition: a letter.
int policy_xml_is_letter(uint32_t character);

/// Whether a character beyond ASCII may stand in a name, by XML 1.0 up to its fourth edition.
int policy_xml_is_name_character(uint32_t character);
