#include "CPolicyXML.h"
int policy_xml_version(void) { return 1; }
