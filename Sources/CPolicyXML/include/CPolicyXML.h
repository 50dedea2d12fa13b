#pragma once
/// Placeholder until the parser lands.
int policy_xml_version(void);
