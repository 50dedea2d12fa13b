#pragma once

/// Parses a document with libxml2's SAX interface, counts its events, and gives the count; -1 when it is not well-formed.
long plain_xml_count_events(const char *bytes, int length);
