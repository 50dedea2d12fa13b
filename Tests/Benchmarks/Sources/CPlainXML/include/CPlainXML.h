#pragma once
#include <stddef.h>

/// Parses a document with libxml2's SAX2 interface, with callbacks that only count: the floor that parsing is compared with.
///
/// Returns the number of elements, or -1 if the document is not well-formed.
long plain_xml_elements(const char *bytes, size_t count);
